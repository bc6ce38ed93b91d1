"""Visits in groups that somebody oversees on one screen: what is unusual on top, then who come from
one place together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import SHAPES, initials_of

from .visits import Visit
from .words import described, how_often, last_day, reasons, times, what, when


@dataclass(frozen=True)
class Odd:
    """Visits of one person that are unusual for the same reasons."""

    person: UUID
    name: str
    function: str
    initials: str
    shape: str
    reasons: list[str]
    when: str
    what: str
    at: str


@dataclass(frozen=True)
class Somebody:
    """One person of a group: how often, and what about."""

    person: UUID
    name: str
    function: str
    initials: str
    shape: str
    times: str
    what: str


@dataclass(frozen=True)
class Group:
    """People of one organisation, or family and neighbours together."""

    name: str
    count: int
    times: str
    last: str
    last_at: datetime
    people: list[Somebody]


def odd_ones(found: Sequence[Visit], *, client: str) -> list[Odd]:
    """What is unusual, the newest first; what one person did more than once in one card."""
    cards: dict[tuple[UUID, tuple[str, ...]], list[Visit]] = {}
    for visit in found:
        if visit.odd:
            cards.setdefault((visit.person, visit.odd), []).append(visit)
    return [_odd(rows, client) for rows in cards.values()]


def groups(found: Sequence[Visit]) -> list[Group]:
    """Everybody who looked, by where they come from; who looked most often first."""
    sorted_out: dict[str, list[Visit]] = {}
    for visit in found:
        sorted_out.setdefault(_place(visit), []).append(visit)
    shown = [
        Group(name, len(rows), how_often(rows), last_day(rows), rows[0].start, _people(rows))
        for name, rows in sorted_out.items()
    ]
    return sorted(shown, key=lambda group: (-group.count, group.name))


def _place(visit: Visit) -> str:
    if visit.side == "family":
        return _("Familie en buren")
    if visit.side == "client":
        return _("Uw huisgenoten")
    return visit.organisation or described(visit.function).capitalize() or _("Zorgverleners")


def _odd(rows: Sequence[Visit], client: str) -> Odd:
    first = rows[0]
    last = when(first)
    more = _("%(times)s, het laatst: %(last)s") % {"times": times(len(rows)), "last": last.lower()}
    return Odd(
        person=first.person, name=first.name,
        function=described(first.function, first.organisation),
        initials=initials_of(first.name), shape=SHAPES[first.side],
        reasons=reasons(first.odd, name=first.name, client=client),
        when=(last if len(rows) == 1 else more) + ".",
        what=what(_together(rows)), at=first.start.isoformat(),
    )  # fmt: skip


def _people(rows: Iterable[Visit]) -> list[Somebody]:
    found: dict[UUID, list[Visit]] = {}
    for visit in rows:
        found.setdefault(visit.person, []).append(visit)
    return [
        Somebody(
            person=person,
            name=mine[0].name,
            function=described(mine[0].function),
            initials=initials_of(mine[0].name),
            shape=SHAPES[mine[0].side],
            times=times(len(mine)),
            what=what(_together(mine)),
        )
        for person, mine in sorted(found.items(), key=lambda pair: -len(pair[1]))
    ]


def _together(rows: Iterable[Visit]) -> list[tuple[str, int]]:
    deeds = dict.fromkeys(deed for visit in rows for deed in visit.deeds)
    return sorted(deeds, key=lambda deed: ("RCUDE".index(deed[0]), deed[1]))
