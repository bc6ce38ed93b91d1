"""Reading requests. The lock on their items decides which."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere

from .models import Act, Request, State

FIELDS = (
    "item_id", "network_id", "of_item_id", "act", "answerer_id", "due_on", "extended_at",
    "extended_because", "state", "state_by_id", "state_at", "ground", "answer", "restricted",
    "item__about_id", "item__subject", "item__author_id", "item__created_at", "item__body",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """One request as it stands."""

    id: UUID
    network: UUID
    of_item: UUID
    act: Act
    answerer: UUID
    due_on: date
    extended_at: datetime | None
    extended_because: str
    state: State
    state_by: UUID | None
    state_at: datetime | None
    ground: str
    answer: str
    restricted: bool
    about: UUID
    subject: int
    asked_by: UUID
    asked_at: datetime
    words: str

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state == State.OPEN

    @property
    def overdue(self) -> bool:
        """Whether its term is over and there is no answer."""
        return self.open and self.due_on < clock.today()


def request(*, network: UUID, id: UUID) -> Asked:
    """One request; raises NotHere for what is not there and what is not for you."""
    row = Request.objects.filter(network_id=network, item_id=id).values_list(*FIELDS).first()
    if row is None:
        raise NotHere()
    return _asked(row)


def requests(network: UUID) -> list[Asked]:
    """All requests one may read: those that wait first, the nearest term first; of the others the
    newest first."""
    rows = Request.objects.filter(network_id=network).values_list(*FIELDS)
    found = [_asked(row) for row in rows]
    waiting = sorted((one for one in found if one.open), key=lambda one: (one.due_on, one.id))
    ended = sorted(
        (one for one in found if not one.open),
        key=lambda one: one.state_at or one.asked_at,
        reverse=True,
    )
    return waiting + ended


def _asked(row: tuple[Any, ...]) -> Asked:
    id, network, of_item, act, *middle = row
    named = dict(zip(FIELDS[4:], middle, strict=True))
    return Asked(
        id=id,
        network=network,
        of_item=of_item,
        act=Act(act),
        answerer=named["answerer_id"],
        due_on=named["due_on"],
        extended_at=named["extended_at"],
        extended_because=named["extended_because"],
        state=State(named["state"]),
        state_by=named["state_by_id"],
        state_at=named["state_at"],
        ground=named["ground"],
        answer=named["answer"],
        restricted=named["restricted"],
        about=named["item__about_id"],
        subject=named["item__subject"],
        asked_by=named["item__author_id"],
        asked_at=named["item__created_at"],
        words=named["item__body"],
    )
