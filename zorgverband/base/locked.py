"""Questions to the rule in the database: readers with reasons, search, take back, who must hear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

Decided = tuple[UUID, UUID, int]


def _rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())


def reasons(item: UUID) -> list[Decided]:
    """(member, person, line of the rule) for everybody with a seat, of an item one may read."""
    return _rows("SELECT member_id, person_id, line FROM privacy.reasons(%s)", [item])


def reasons_if(
    *,
    network: UUID,
    about: UUID,
    subject: int,
    author: UUID,
    audience: Sequence[UUID] | None,
    compartment: UUID | None,
) -> list[Decided]:
    """The same for an item that is not written yet."""
    return _rows(
        "SELECT member_id, person_id, line FROM privacy.reasons_if"
        "(%s, %s, %s, %s, %s::uuid[], '{}', '{}', %s)",
        [
            network,
            about,
            subject,
            author,
            None if audience is None else list(audience),
            compartment,
        ],
    )


def search(*, network: UUID, words: str, before: datetime, limit: int) -> list[UUID]:
    """Ids of readable items of the entered network that hold these words, newest first."""
    rows = _rows(
        "SELECT item_id FROM privacy.search(%s, %s, %s, %s)", [network, words, before, limit]
    )
    return [row[0] for row in rows]


def take_back(item: UUID) -> bool:
    """Make one's own item of at most five minutes old vanish; False when it may not."""
    return bool(_rows("SELECT privacy.take_back(%s)", [item])[0][0])


def frozen(item: UUID) -> bool:
    """Whether nothing of this item changes any more, nor comes under it: whom it is about died."""
    return bool(_rows("SELECT privacy.frozen(%s)", [item])[0][0])


def stands(item: UUID) -> bool:
    """Whether one's own words can be changed no more, because others settled something on them."""
    return bool(_rows("SELECT privacy.stands(%s)", [item])[0][0])


def agreed_upon(item: UUID) -> bool:
    """Whether this is an agreement of one's own that another answered, or did."""
    return bool(_rows("SELECT privacy.agreed_upon(%s)", [item])[0][0])


def hearers(event: UUID) -> list[UUID]:
    """The persons who may know of this event at this moment."""
    return [row[0] for row in _rows("SELECT person_id FROM privacy.hearers(%s)", [event])]


def reader_counts(*, network: UUID, items: Sequence[UUID]) -> dict[UUID, int]:
    """How many persons may read each of these items now; only for items one may read."""
    return dict(
        _rows("SELECT item_id, readers FROM privacy.reader_counts(%s, %s)", [network, list(items)])
    )


@dataclass(frozen=True)
class DemoPerson:
    """Somebody of a demo in one of their networks."""

    key: str
    name: str
    account: UUID
    network: UUID | None
    side: str | None
    function: str
    described: str


def demo_people() -> list[DemoPerson]:
    """The people of a demo, a row per network they are in; empty outside a demo."""
    return [DemoPerson(*row) for row in _rows("SELECT * FROM privacy.demo_people()", [])]


@dataclass(frozen=True)
class Overseen:
    """Whether one person reads and writes something new under one subject, and on which line."""

    subject: int
    member: UUID
    person: UUID
    line: int
    writes: bool
    since: datetime | None

    @property
    def past(self) -> bool:
        """Whether what was written before counts too."""
        return self.since is None


def overview(*, network: UUID, about: UUID) -> list[Overseen]:
    """Who reads and writes what about this client or household, as far as the viewer may know."""
    rows = _rows(
        "SELECT subject, member_id, person_id, line, writes, NULLIF(since, '-infinity') "
        "FROM privacy.overview(%s, %s)",
        [network, about],
    )
    return [Overseen(*row) for row in rows]


def supervises() -> bool:
    """Whether the viewer is a data-protection officer of anything now."""
    return bool(_rows("SELECT privacy.supervises_something()", [])[0][0])


def hats_to_choose(person: UUID) -> list[tuple[UUID, UUID, str]]:
    """(network, member, team) where the viewer has two teams and must choose one."""
    return _rows("SELECT network_id, member_id, team FROM privacy.hats_to_choose(%s)", [person])


def second_persons(emergency: UUID) -> list[UUID]:
    """Who hears of this emergency access and may judge it: never who looked, nor their team."""
    return [
        row[0] for row in _rows("SELECT person_id FROM privacy.second_persons(%s)", [emergency])
    ]


def open_reviews(before: datetime) -> list[tuple[UUID, UUID]]:
    """(network, person) of everybody who can still judge a look in need from before this moment."""
    return _rows("SELECT network_id, person_id FROM privacy.open_reviews(%s)", [before])


def examination_unseen(*, network: UUID, about: UUID, kind: str, since: date) -> bool:
    """Whether there is an examination of this kind the viewer may know of, but not read."""
    sql = "SELECT privacy.examination_unseen(%s, %s, %s, %s)"
    return bool(_rows(sql, [network, about, kind, since])[0][0])
