"""The fixed list of subjects (onderwerpen) of visibility.md; the numbers stand in the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.IntegerChoices):
    """What an item is about. Up to and including MIND they are medical: behind the wall."""

    HEALTH = 1, _("Gezondheid")
    MEDICATION = 2, _("Medicijnen")
    RESULTS = 3, _("Metingen en uitslagen")
    TREATMENT = 4, _("Behandeling")
    MIND = 5, _("Psychische gezondheid")
    DAY = 6, _("Dagelijks leven")
    HOME = 7, _("Wonen en huishouden")
    PEOPLE = 8, _("Samen zijn en meedoen")
    WORK = 9, _("Werk, school en tijd")
    MONEY = 10, _("Geld en post")
    UPBRINGING = 11, _("Opvoeden")
    CARER = 12, _("Mantelzorg")
    COMING = 13, _("Wie komt wanneer")
    ARRANGEMENTS = 14, _("Afspraken en plan")
    STORY = 15, _("Wie ik ben")

    @property
    def code(self) -> str:
        """The name used in visibility.md, in `./zv dump` and in imports."""
        return self.name.lower()

    @property
    def medical(self) -> bool:
        """Whether the social side never reads it."""
        return self.value <= LAST_MEDICAL


LAST_MEDICAL = 5
MEDICAL = tuple(subject for subject in Subject if subject.medical)
ICONS = {
    Subject.HEALTH: "heart-pulse",
    Subject.MEDICATION: "pill",
    Subject.RESULTS: "activity",
    Subject.TREATMENT: "clipboard-plus",
    Subject.MIND: "brain",
    Subject.DAY: "coffee",
    Subject.HOME: "house",
    Subject.PEOPLE: "users",
    Subject.WORK: "briefcase",
    Subject.MONEY: "wallet",
    Subject.UPBRINGING: "baby",
    Subject.CARER: "hand-heart",
    Subject.COMING: "calendar-clock",
    Subject.ARRANGEMENTS: "list-checks",
    Subject.STORY: "book-open",
}


def subject_by_code(code: str) -> Subject:
    """The subject with this code name; raises KeyError for a word that is none."""
    return Subject[code.upper()]
