"""A bottleneck in the words of who reads it: what, why, and what one can do. Never a verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.queries import items
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import day_name, local_day, short_date

from .models import Measure
from .queries import Row
from .rules import RULES

# From here on it is shown as pressing.
PRESSING = 6


class Called(Protocol):
    """Somebody by name; a face, or no more than what they are called."""

    @property
    def member(self) -> UUID:
        """Which member it is."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def given_name(self) -> str:
        """What they are called every day."""


@dataclass(frozen=True)
class Fact:
    """One item a bottleneck rests on."""

    id: UUID
    title: str


@dataclass(frozen=True)
class Shown:
    """One bottleneck on a page. `doer`: the reader is the one it asks something of."""

    id: UUID
    network: UUID
    kind: str
    title: str
    why: str
    act: str
    act_words: str
    pressing: bool
    facts: list[Fact]
    who: UUID | None
    owner: UUID | None
    owner_name: str
    since: str
    doer: bool
    may_handle: bool


def show(rows: Sequence[Row], *, seat: Seat, people: Mapping[UUID, Face]) -> list[Shown]:
    """These rows of one network as this reader meets them. One statement, for the titles."""
    wanted = {fact for row in rows for fact in row["facts"]}
    titles = {one["id"]: one["title"] or "" for one in items(list(wanted))} if wanted else {}
    return [one_shown(row, seat=seat, people=people, titles=titles) for row in rows]


@dataclass(frozen=True)
class Done:
    """One thing that was done about it: in words, by whom, when."""

    words: str
    who: str
    day: str


def measures_shown(rows: Sequence[Row], names: Mapping[UUID, str]) -> list[Done]:
    """What was done, oldest first."""
    return [
        Done(_measure(row), names.get(row["person_id"], _("iemand")), short_date(row["at"]))
        for row in rows
    ]


def _measure(row: Row) -> str:
    until = short_date(row["until"]) if row["until"] else ""
    fixed = {
        Measure.What.ACTED: _("Gevraagd."),
        Measure.What.SNOOZED: _("Opzij gezet tot %(day)s.") % {"day": until},
        Measure.What.DISMISSED: _("Niet nodig: %(why)s") % {"why": row["words"]},
    }
    return fixed.get(Measure.What(row["what"]), str(row["words"]))


def one_shown(
    row: Row, *, seat: Seat, people: Mapping[UUID, Called], titles: Mapping[UUID, str]
) -> Shown:
    """One row, with the titles of its facts at hand; without statements."""
    rule = RULES[row["kind"]]
    values = _values(row, people, titles)
    doer = row["who_id"] == seat.member
    owner = people.get(row["owner_id"]) if row["owner_id"] else None
    return Shown(
        id=row["id"], network=row["network_id"], kind=row["kind"],
        title=str((doer and rule.doer_title) or rule.title),
        why=str(_wording(rule, row, seat, doer=doer)) % values,
        act=rule.act, act_words=str(rule.act_words) % values,
        pressing=row["seriousness"] >= PRESSING,
        facts=[Fact(one, titles.get(one, "")) for one in row["facts"]],
        who=row["who_id"], owner=row["owner_id"], owner_name=_owner(owner, seat),
        since=short_date(row["since"]), doer=doer,
        may_handle=seat.coordinator or seat.member in (row["owner_id"], *row["substitutes"])
        or seat.decides(about=row["about_id"], subject=row["subject"]),
    )  # fmt: skip


def _owner(owner: Called | None, seat: Seat) -> str:
    if owner is None:
        return ""
    return _("U") if owner.member == seat.member else owner.name


def _wording(rule: Any, row: Row, seat: Seat, *, doer: bool) -> Any:
    """What is said to a client says "you": of another client they read it as everybody does."""
    if doer and rule.doer:
        return rule.doer
    own = row["about_id"] in (seat.member, row["network_id"]) or row["subject"] == Subject.CARER
    return rule.client if seat.side == Side.CLIENT and own else rule.why


def _values(row: Row, people: Mapping[UUID, Called], titles: Mapping[UUID, str]) -> dict[str, str]:
    facts, detail = row["facts"], row["detail"]
    who, about = people.get(row["who_id"]), people.get(row["about_id"])
    days = (clock.today() - local_day(row["since"])).days
    values = {key: _number(value) for key, value in detail.items()}
    values |= {key: _day(value) for key, value in detail.items() if key.startswith("date")}
    if "weekday" in detail:
        values["weekday"] = day_name(date(2024, 1, 1 + int(detail["weekday"])))
    if "gone" in detail:
        gone = people.get(UUID(detail["gone"]))
        values["gone"] = gone.name if gone else _("iemand")
    return {
        "what": titles.get(facts[0], "") if facts else "",
        "other": titles.get(facts[1], "") if len(facts) > 1 else "",
        "who": who.name if who else _("iemand"),
        "about": about.given_name if about else _("het gezin"),
        "since": short_date(row["since"]), "days": str(max(days, 0)), **values,
    }  # fmt: skip


def _number(value: object) -> str:
    """A number as it is written: '4' and '7,5'; other things as they are."""
    if not isinstance(value, float):
        return str(value)
    words = f"{value:g}"
    return words if (get_language() or "nl").startswith("en") else words.replace(".", ",")


def _day(value: object) -> str:
    return short_date(datetime.fromisoformat(str(value))) if value else ""
