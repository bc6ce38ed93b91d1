"""What one can do on the pages about who may see what, who decides, and what is one's own."""

from django.utils.translation import gettext_noop as _

SENTENCES = {
    "who_sees_what": _("Hier ziet u wie wat mag lezen, per onderwerp."),
    "who_sees_about": _("Hier ziet u wie wat mag lezen, per onderwerp."),
    "who_sees_subject": _("Hier ziet u wie dit onderwerp leest, en waarom."),
    "who_sees_people": _("Kies een persoon, en zie wat die kan lezen."),
    "who_sees_person": _("Hier ziet u wat deze persoon kan lezen."),
    "what_changed": _("Hier ziet u wie er meer of minder mag lezen."),
    "who_looked": _("Hier ziet u wie keek, en wanneer."),
    "who_looked_person": _("Hier ziet u wanneer deze persoon keek, en waar."),
    "who_decides": _("Hier ziet u wie beslist, en hoe dat kan veranderen."),
    "who_decides_about": _("Hier ziet u wie beslist, en hoe dat kan veranderen."),
    "proposal": _("Lees wat iemand wil veranderen, en zeg ja of nee."),
    "undoing": _("Ging er iets fout dicht? Hier draait u het terug."),
    "emergencies": _("Hier ziet u wie in nood keek, en waarom."),
    "emergency": _("Hier leest u wie keek, en zegt u wat u vindt."),
    "compartments": _("Hier praat u met een paar mensen over veiligheid."),
    "compartment": _("Alleen wie hier genoemd is, leest en schrijft mee."),
    "requests": _("Hier vraagt u om iets te verbeteren of weg te halen."),
    "request": _("Lees wat iemand vroeg, en wat het antwoord is."),
    "take_along": _("Hier haalt u alles op wat over u is opgeschreven."),
    "safety": _("Hier regelt u hoe u inlogt, en of dat veilig is."),
    "passkeys": _("Hier maakt u inloggen zonder wachtwoord."),
    "code_app": _("Hier maakt u inloggen met een code op uw telefoon."),
    "recovery_codes": _("Bewaar deze codes voor als uw telefoon kwijt is."),
    "second_factor": _("Kies hoe u nog zekerder inlogt."),
    "devices": _("Hier ziet u waar u bent ingelogd. U kunt daar uitloggen."),
    "own_device": _("Kies of u op dit toestel ook zonder bereik leest."),
    "provider": _("Hier kiest u of u via uw organisatie inlogt."),
}
