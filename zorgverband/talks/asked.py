"""A question as it is read: who asked whom what, how soon, how it stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.networks.queries import Face

from .models import OPEN


@dataclass(frozen=True)
class Asked:
    """One question. `function`: asked of whoever has it. `mine`: it waits for an answer of who looks."""

    id: UUID
    network: UUID
    to_member: UUID
    function: str
    urgency: str
    due_at: datetime
    remind_at: datetime
    reminded_at: datetime | None
    state: str
    state_by: UUID
    state_at: datetime
    answer_kind: str
    answer: str
    what: str
    more: str
    about: UUID
    subject: int
    circle: str
    author: UUID
    author_member: UUID
    asked_at: datetime
    mine: bool

    @property
    def open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.state in OPEN

    @property
    def late(self) -> bool:
        """Whether the answer was wanted before now and is not there."""
        return self.open and self.due_at < clock.now()

    def waits_for(self, people: dict[UUID, Face]) -> Face | None:
        """Who is asked now: the member, or when that one left, who has the function."""
        face = people.get(self.to_member)
        if face is None or face.active or not self.function:
            return face
        having = (
            one for one in people.values() if one.active and one.function_code == self.function
        )
        return next(having, face)
