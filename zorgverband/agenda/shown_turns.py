"""Whose turn it is and whose it is next, and who was asked to take one over, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.ui.dates import long_date

from .models import Kind, Part
from .occurrences import Ask, Occurrence
from .shown_parts import People

AHEAD = timedelta(days=63)
SHOWN = 4


@dataclass(frozen=True)
class Asked:
    """A question to take over a turn: who may answer it or take it back, and its words."""

    id: UUID
    words: str
    mine: bool
    own: bool


@dataclass(frozen=True)
class AskedTurn:
    """A turn to come that one is asked to take over."""

    item: UUID
    on_date: str
    words: str


def asked_words(one: Occurrence, people: People, member: UUID) -> Asked | None:
    """The question that waits for an answer about this time."""
    ask = one.ask
    if ask is None:
        return None
    own, mine = ask.from_member == member, ask.to_member == member
    return Asked(ask.id, _asked(ask, people, mine=mine), mine=mine, own=own)


def _asked(ask: Ask, people: People, *, mine: bool) -> str:
    by, to = (people[one].name if one in people else _("iemand")
              for one in (ask.from_member, ask.to_member))  # fmt: skip
    words = (
        _("%(name)s vraagt of u deze keer komt.") % {"name": by}
        if mine
        else _("Aan %(name)s is gevraagd deze keer te komen.") % {"name": to}
    )
    if ask.instead_on is None:
        return words
    return f"{words} " + _("In ruil komt %(name)s op %(day)s.") % {
        "name": by,
        "day": long_date(ask.instead_on),
    }


def may_swap(one: Occurrence, member: UUID) -> bool:
    """Whether this member may ask another to take over this time."""
    plain = one.series.kind != Kind.BUSY and not one.cancelled and one.been_at is None
    return plain and one.who == member and one.ask is None and one.day >= clock.today()


def turns_ahead(one: Occurrence, people: People) -> str:
    """'zaterdag 28 november: Peter, zaterdag 5 december: Marijke'; empty where nobody takes turns."""
    if not one.series.rota:
        return ""
    first = max(clock.today(), one.on_date) + timedelta(days=1)
    days = one.series.days(first, first + AHEAD)[:SHOWN]
    return ", ".join(
        f"{long_date(day)}: {people[who].given_name}"
        for day in days
        if (who := one.series.comes_on(day)) in people
    )


def part_words() -> dict[Part, str]:
    """What one says to take a part upon oneself."""
    return {Part.DRIVES: _("Ik rijd"), Part.ALONG: _("Ik ga mee")}


def show_asked_turns(found: Sequence[Mapping[str, str]], people: People) -> list[AskedTurn]:
    """The turns one is asked to take over, for a first page."""
    return [
        AskedTurn(
            item=UUID(one["item"]),
            on_date=one["on"],
            words=_("%(name)s vraagt of u komt op %(day)s.")
            % {
                "name": people[by].name if (by := UUID(one["by"])) in people else _("Iemand"),
                "day": long_date(date.fromisoformat(one["on"])),
            },
        )
        for one in found
    ]
