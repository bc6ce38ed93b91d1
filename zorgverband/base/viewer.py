"""The viewer: who is looking, and the key ring the database gives them for this transaction.

Without `enter` there are no rows: the locks compare each row with the ring, and an empty ring
opens nothing. Nothing else in the program decides who reads what.

A session that proved itself with a password only is *weak*: for it the database leaves out the seats
a person has for their work (docs/decisions/0012-second-factor.md). The process says once per request
whose session is weak (`weak_session`); no door can forget it.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from .refusals import NotHere, SecondFactorFirst

_weak: ContextVar[UUID | None] = ContextVar("weak", default=None)


@dataclass(frozen=True)
class Seat:
    """The one membership through which a person reads a network now. `inside`: they take part inside a
    safety compartment, unseen by others, and write nowhere else."""

    network: UUID
    member: UUID
    side: str
    coordinator: bool
    abouts: dict[UUID, "Keys"]
    emergencies: tuple["Urgent", ...] = ()
    inside: bool = False

    def may_write(self, *, about: UUID, subject: int) -> bool:
        """Whether the ring holds a writing key for this about and subject."""
        keys = self.abouts.get(about)
        return keys is not None and bool(keys.write >> subject & 1)

    def controls(self, about: UUID) -> bool:
        """Whether this person decides now on what is about `about`."""
        keys = self.abouts.get(about)
        return keys is not None and keys.control

    def decides(self, *, about: UUID, subject: int) -> bool:
        """Whether this person decides now on this subject of what is about `about`: who represents
        a client may do so for some subjects only."""
        keys = self.abouts.get(about)
        return keys is not None and bool(keys.decides >> subject & 1)


@dataclass(frozen=True)
class Keys:
    """What a seat holds for one `about`: bit masks by subject number for reading, writing and deciding,
    and whether it decides on anything."""

    read: int
    write: int
    control: bool
    decides: int = 0


@dataclass(frozen=True)
class Urgent:
    """Emergency access that runs now: about which client, and until when."""

    id: UUID
    client: UUID
    until: datetime


@dataclass(frozen=True)
class Viewer:
    """Who entered: the person and their seat in each entered network; and what of their work is withheld
    from a weak session: networks, organisations they keep, supervision."""

    person: UUID
    seats: dict[UUID, Seat]
    withheld: frozenset[UUID] = frozenset()

    def seat(self, network: UUID) -> Seat:
        """The seat in `network`; raises NotHere for who has none, SecondFactorFirst for who gets it
        with a second factor."""
        try:
            return self.seats[network]
        except KeyError:
            raise (SecondFactorFirst if network in self.withheld else NotHere)() from None


@contextmanager
def weak_session(person: UUID | None) -> Iterator[None]:
    """In this block `person` enters without the seats they have for their work; None: nobody."""
    token = _weak.set(person)
    try:
        yield
    finally:
        _weak.reset(token)


def enter(*, person: UUID, networks: Sequence[UUID] = ()) -> Viewer:
    """Give `person` the keys they hold at this moment in `networks`, until the transaction ends.

    Networks in which they have no active membership are left out silently. Must run inside a
    transaction; raises `TransactionManagementError` otherwise, so that no key outlives its use.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("enter() needs a transaction")
    withheld: Any = ()
    with connection.cursor() as cursor:
        if person == _weak.get():
            cursor.execute("SELECT privacy.weaken(%s)", [person])
            withheld = cursor.fetchone()[0]
        cursor.execute("SELECT privacy.enter(%s, %s)", [person, list(networks)])
        ring: Any = cursor.fetchone()[0]
    seats = [_seat(row) for row in (json.loads(ring) if isinstance(ring, str) else ring)]
    return Viewer(
        person=person,
        seats={seat.network: seat for seat in seats},
        withheld=frozenset(withheld),
    )


def enter_to_count(*, person: UUID, networks: Sequence[UUID]) -> None:
    """The same keys without an answer, for a page that counts over hundreds of networks before it
    enters those it shows. Must run after `enter` for this person, in the same transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.enter(%s, %s, false) IS NULL", [person, list(networks)])


def still() -> bool:
    """Whether the keys of this transaction are those the viewer would get at this moment.

    Asked when an answer is ready to leave. False: what was read may hold what is not for the viewer
    any more. The keys that hold now are on the transaction from here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.still()")
        return bool(cursor.fetchone()[0])


def networks_of(person: UUID) -> list[UUID]:
    """The networks in which `person` has a seat now, oldest membership first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_id FROM privacy.my_networks(%s)", [person])
        return [row[0] for row in cursor.fetchall()]


def networks_and_coordinated(person: UUID) -> tuple[list[UUID], list[UUID]]:
    """The same, and which of these they coordinate, or look after for who does. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_id, coordinates FROM privacy.my_networks(%s)", [person])
        rows = cursor.fetchall()
    return [row[0] for row in rows], [row[0] for row in rows if row[1]]


def leave() -> None:
    """Hand the keys back: from here until the next `enter` there are no rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.leave()")


def _seat(row: dict[str, Any]) -> Seat:
    return Seat(
        network=UUID(row["network"]),
        member=UUID(row["member"]),
        side=row["side"],
        coordinator=row["coordinator"],
        abouts={
            UUID(key["about"]): Keys(
                read=key["read"],
                write=key["write"],
                control=key["control"],
                decides=key["decides"],
            )
            for key in row["keys"] or ()
        },
        emergencies=tuple(
            Urgent(UUID(one["id"]), UUID(one["client"]), datetime.fromisoformat(one["until"]))
            for one in row["emergencies"] or ()
        ),
        inside=row["inside"],
    )
