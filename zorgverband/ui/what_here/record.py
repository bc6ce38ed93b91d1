"""What one can do on the pages of the record, of advice, and of coming home and handing over."""

from django.utils.translation import gettext_noop as _

SENTENCES = {
    "record": _("Hier staat wat over iemand is opgeschreven, per onderwerp."),
    "record_subject": _("Hier staat alles over dit ene onderwerp."),
    "medication": _("Hier ziet u welke medicijnen iemand gebruikt."),
    "allergies": _("Hier ziet u waar iemand niet tegen kan."),
    "problems": _("Hier ziet u welke klachten of ziekten er zijn."),
    "measurements": _("Hier ziet u wat er is gemeten, en hoe het nu is."),
    "measurement_series": _("Hier ziet u of het hoger of lager is dan eerst."),
    "examinations": _("Hier ziet u welke onderzoeken er waren of komen."),
    "result_question": _("Lees om welke uitslag het gaat, en geef antwoord."),
    "documents": _("Hier vindt u brieven en andere papieren."),
    "advice": _("Hier staat welk advies nu geldt, en van wie."),
    "brief": _("Hier leest u in het kort hoe het nu gaat."),
    "needs": _("Hier ziet u welke hulp en spullen thuis nodig zijn."),
    "needed": _("Zeg of u dit doet, of kijk wie het doet."),
    "discharges": _("Hier ziet u wie uit het ziekenhuis naar huis gaat."),
    "discharge": _("Hier ziet u wat klaar moet zijn voor thuis."),
    "handovers": _("Hier ziet u wie verder gaat met de zorg."),
    "handover": _("Lees wat iemand anders gaat doen, en stel vragen."),
    "stopping_providers": _("Kies welke organisatie hier stopt."),
}
