"""The fixed list of what informal carers do, and what they can say about each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

TASKS = {
    "groceries": _("Boodschappen doen"),
    "cooking": _("Koken of eten brengen"),
    "housework": _("Schoonmaken en de was"),
    "odd_jobs": _("Klusjes en de tuin"),
    "transport": _("Meegaan of brengen"),
    "paperwork": _("Geld, post en regelen"),
    "company": _("Gezelschap en een praatje"),
    "outings": _("Samen iets leuks doen"),
    "watching": _("Erbij blijven, oppassen"),
    "nights": _("'s Nachts er zijn"),
    "washing": _("Helpen met wassen en aankleden"),
    "toilet": _("Helpen met naar de wc gaan"),
    "medicines": _("Helpen met medicijnen"),
    "lifting": _("Tillen en helpen opstaan"),
    "nursing": _("Verpleegkundig werk, zoals een wond"),
    "talking": _("Praten met de dokter en de thuiszorg"),
}


class Stance(models.TextChoices):
    """What a carer says of one task."""

    WANTS = "wants", _("Doe ik graag")
    CAN = "can", _("Kan ik doen")
    NOT = "not", _("Wil ik niet")


class Holds(models.IntegerChoices):
    """How long a carer can keep it up; the lower, the sooner it breaks."""

    NOT = 1, _("Het gaat niet meer")
    WEEKS = 2, _("Nog een paar weken")
    MONTHS = 3, _("Nog een paar maanden")
    LONG = 4, _("Nog lang")


# A short list of our own, answered on request. Each 0 (no), 1 (sometimes) or 2 (yes); the higher the
# sum, the heavier. The order is that of `CarerCheck.answers`; a question is never taken out.
QUESTIONS = (
    _("Slaapt u slecht door de zorg?"),
    _("Hebt u te weinig tijd voor uzelf?"),
    _("Maakt u zich vaak zorgen?"),
    _("Doet uw lichaam pijn door het helpen?"),
    _("Komt uw werk of gezin in de knel?"),
    _("Staat u er alleen voor?"),
)
HEAVIEST = 2
