"""The standard list of what somebody needs who comes home from hospital.

Each line has a subject of its own, and words that say nothing of why: who reads only "Hulp in het
huishouden" reads that it is needed from a day on, and no more. A test keeps hospital and illness out
of the words of what is not medical.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.sharing.subjects import Subject

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
ONE_DAY_A_WEEK = (1,)


@dataclass(frozen=True)
class Line:
    """One line: a code, words, its subject, and on which days of the week (none: once)."""

    code: str
    words: str | Promise
    subject: Subject
    weekdays: tuple[int, ...] = ()
    ticked: bool = True


LINES = {
    line.code: line
    for line in (
        Line("wound", _("Wondzorg"), Subject.TREATMENT, EVERY_DAY),
        Line("washing", _("Hulp bij wassen en aankleden"), Subject.HEALTH, EVERY_DAY),
        Line("medication", _("Medicijnen in huis"), Subject.MEDICATION),
        Line("medication_list", _("Nieuwe medicijnlijst"), Subject.MEDICATION),
        Line("letter", _("Brief naar de huisarts"), Subject.HEALTH),
        Line("check_up", _("Controle-afspraak"), Subject.TREATMENT, ticked=False),
        Line("first_visit", _("Iemand komt langs"), Subject.COMING),
        Line("transport", _("Vervoer"), Subject.COMING),
        Line("aids", _("Hulpmiddelen in huis"), Subject.HOME),
        Line("household", _("Hulp in het huishouden"), Subject.HOME, ONE_DAY_A_WEEK),
        Line("meals", _("Warm eten"), Subject.DAY, EVERY_DAY, ticked=False),
        Line("night", _("Iemand blijft slapen"), Subject.COMING, ticked=False),
    )
}
