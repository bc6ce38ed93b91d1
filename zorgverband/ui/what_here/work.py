"""What one can do on the pages that only people open who are here for their work."""

from django.utils.translation import gettext_noop as _

SENTENCES = {
    "desk": _("Hier ziet u welk netwerk nu uw aandacht vraagt."),
    "my_route": _("Hier ziet u bij wie u vandaag komt, en wat nieuw is."),
    "agenda_across": _("Hier ziet u de bezoeken in al uw netwerken."),
    "consult": _("Hier vraagt u raad aan andere zorgverleners."),
    "outside_questions": _("Hier vraagt u raad aan iemand buiten dit netwerk."),
    "outside_question": _("Lees het antwoord, en kies wat u bewaart."),
    "fhir_upload": _("Hier haalt u gegevens uit een ander systeem op."),
    "fhir_store": _("Kies wat u uit het bestand overneemt."),
    "programmes": _("Kies een begin voor een plan dat hier past."),
    "kept_programmes": _("Hier houdt u bij waarmee een plan kan beginnen."),
    "kept_programme": _("Hier ziet u de versies van dit programma."),
    "programme_version": _("Lees welke vragen en doelen in deze versie staan."),
    "my_organisations": _("Kies de organisatie waarvan u de lijst bijhoudt."),
    "organisation": _("Hier regelt u wie er werkt, en in welk team."),
    "organisation_in_view": _("Hier ziet u in getallen wat op uw mensen wacht."),
    "our_team": _("Hier regelt u wie in dit team werkt."),
    "colleague": _("Hier regelt u wat deze collega doet."),
    "policy_meetings": _("Hier praat u over beleid. Het gaat nooit over cliënten."),
    "policy_meeting": _("Lees waar het over gaat, en wat is besloten."),
    "review_queue": _("Hier ziet u wat opviel, en zegt u wat u vindt."),
    "review_mark": _("Lees wat opviel, en zeg of het mocht."),
}
