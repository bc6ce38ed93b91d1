"""What a carer says, in sentences a page prints."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.networks.queries import Face
from zorgverband.ui.dates import full_date
from zorgverband.ui.repeats import weekday_name
from zorgverband.ui.sentences import listed

from .load import Load
from .queries import Check, Offer
from .tasks import HEAVIEST, QUESTIONS, TASKS, Holds, Stance

_TONES = {Holds.NOT: "overdue", Holds.WEEKS: "overdue", Holds.MONTHS: "waiting", Holds.LONG: "done"}


@dataclass(frozen=True)
class ShownOffer:
    """What a carer offers: tasks by what they say of them, and the facts in sentences."""

    item: UUID
    tasks: list[tuple[str, list[str]]]
    facts: list[str]
    limits: str
    readers: str


@dataclass(frozen=True)
class ShownCheck:
    """How long a carer keeps it up, said on a day."""

    item: UUID
    day: str
    answer: str
    tone: str
    facts: list[str]
    words: str
    readers: str


def show_offer(offer: Offer, people: Mapping[UUID, Face]) -> ShownOffer:
    """The offer in words."""
    tasks = [
        (str(stance.label), [str(TASKS[task]) for task in TASKS if offer.tasks.get(task) == stance])
        for stance in Stance
    ]
    return ShownOffer(
        item=offer.item, tasks=[one for one in tasks if one[1]], limits=offer.limits,
        facts=list(_facts(offer)), readers=readers_words(offer.readers, people),
    )  # fmt: skip


def _facts(offer: Offer) -> list[str]:
    found = []
    if offer.hours is not None:
        found.append(_("Hoogstens %(hours)s uur per week") % {"hours": hours_words(offer.hours)})
    if offer.weekdays:
        found.append(
            _("Op: %(days)s") % {"days": listed(weekday_name(day) for day in offer.weekdays)}
        )
    if offer.until_on:
        found.append(_("Tot en met %(day)s") % {"day": full_date(offer.until_on)})
    if offer.respite_weeks:
        weeks = ngettext("Elke week een paar dagen vrij", "Elke %(num)s weken een paar dagen vrij",
                         offer.respite_weeks)  # fmt: skip
        found.append(weeks % {"num": offer.respite_weeks})
    return found


def show_check(check: Check, people: Mapping[UUID, Face]) -> ShownCheck:
    """The self-check in words."""
    facts = []
    if check.rested_on:
        facts.append(_("Laatste dag vrij: %(day)s") % {"day": full_date(check.rested_on)})
    if check.answers:
        most = len(QUESTIONS) * HEAVIEST
        score = {"sum": sum(check.answers), "most": most}
        facts.append(
            _("Korte lijst: %(sum)s van de %(most)s punten. Hoe meer, hoe zwaarder.") % score
        )
    return ShownCheck(
        item=check.item, day=full_date(check.on_date), answer=str(Holds(check.holds).label),
        tone=_TONES[Holds(check.holds)], facts=facts, words=check.words,
        readers=readers_words(check.readers, people),
    )  # fmt: skip


def readers_words(readers: Collection[UUID], people: Mapping[UUID, Face]) -> str:
    """Who reads it besides the carer."""
    names = [face.name for member, face in people.items() if member in readers and face.active]
    if not names:
        return str(_("Alleen de mantelzorger kan dit lezen."))
    return _("Ook te lezen voor: %(names)s.") % {"names": listed(names)}


def load_words(load: Load, offered: Decimal | None) -> str:
    """'Deze week: 6 uur. Dat is meer dan de 4 uur die u wilt.'"""
    hours = hours_words(load.hours)
    if offered is None:
        return _("Samen ongeveer %(hours)s uur.") % {"hours": hours}
    words = {"hours": hours, "offered": hours_words(offered)}
    if load.over(offered):
        return (
            _("Samen ongeveer %(hours)s uur. Dat is meer dan de grens van %(offered)s uur.") % words
        )
    return _("Samen ongeveer %(hours)s uur. De grens is %(offered)s uur.") % words


def hours_words(hours: Decimal) -> str:
    """'3,5', '4'."""
    plain = f"{hours:f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", _(","))
