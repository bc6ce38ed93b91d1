"""The facts of a network in two lines: what changed since the last visit, and what to watch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base.clock import now
from zorgverband.bottlenecks.rules import RULES
from zorgverband.record.models import Allergy
from zorgverband.ui.dates import day_name, day_within, local_day, short_date

from .facts import MESSAGES, Known

# In one line: the most important of each kind, and how much there is besides.
IN_WORDS = 3
TO_WATCH = {
    "contradictory_advice",
    "medication_against_allergy",
    "double_medication",
    "measurement_trend",
}
A_WEEK = 7


@dataclass(frozen=True)
class Part:
    """A few words of a line, with the items they rest on."""

    words: str
    items: tuple[UUID, ...] = ()
    pressing: bool = False


def since_words(known: Known) -> str:
    """Since when: the last visit of who looks, else of their team, else this week."""
    if known.mine:
        return _("Sinds u er was, %(day)s") % {"day": _day(known.mine)}
    if known.ours:
        return _("Sinds uw team er was, %(day)s") % {"day": _day(known.ours)}
    return _("Deze week")


def changed(known: Known) -> list[Part]:
    """The most important of what changed, in words."""
    return list(_important(known))[:IN_WORDS]


def messages(known: Known, named: list[Part]) -> str:
    """How many messages there are besides what was named; empty for none."""
    said = {item for part in named for item in part.items}
    rest = sum(UUID(one["id"]) not in said for one in known.messages)
    if not rest:
        return ""
    if rest >= MESSAGES:
        return _("99 of meer berichten")
    return ngettext("%(num)s bericht", "%(num)s berichten", rest) % {"num": rest}


def _important(known: Known) -> Iterator[Part]:
    for one in known.outside:
        yield Part(
            _("%(what)s: niet zoals gewoon") % {"what": one["words"]}, _items(one), pressing=True
        )
    for one in known.late:
        yield Part(_("Te laat: %(what)s") % {"what": one["words"]}, _items(one), pressing=True)
    for one in known.messages:
        if one["kind"] == "medication":
            yield Part(_("Nieuw medicijn: %(what)s") % {"what": one["words"]}, _items(one))
    for one in known.messages:
        if one["kind"] == "advice":
            yield Part(_("Nieuw advies: %(what)s") % {"what": one["words"]}, _items(one))


def to_watch(known: Known) -> list[Part]:
    """What one must know at this door: advice that bites, allergies, what must not be done."""
    return [*_biting(known), *_allergies(known), *_not_to_do(known)]


def _biting(known: Known) -> Iterator[Part]:
    for one in known.attention:
        if one["kind"] in TO_WATCH:
            items = tuple(UUID(fact) for fact in one["facts"])
            yield Part(str(RULES[one["kind"]].title), items, pressing=True)


def _allergies(known: Known) -> Iterator[Part]:
    for one in known.allergies:
        words = _("Allergie: %(what)s") if one["how"] != Allergy.Criticality.HIGH else _(
            "Ernstige allergie: %(what)s"
        )  # fmt: skip
        yield Part(words % {"what": one["words"]}, _items(one))


def _not_to_do(known: Known) -> Iterator[Part]:
    for one in known.not_to_do:
        yield Part(one["words"], _items(one))


def _items(one: dict[str, str]) -> tuple[UUID, ...]:
    return (UUID(one["id"]),)


def _day(moment: datetime) -> str:
    """'vandaag', 'gisteren', 'dinsdag', or '6 november' for what is longer ago."""
    away = (local_day(now()) - local_day(moment)).days
    if away < 2:
        return day_within(moment, now())
    return day_name(moment) if away < A_WEEK else short_date(moment)
