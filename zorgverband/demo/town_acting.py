"""What the parts of the storyteller ask of each other."""

from contextlib import AbstractContextManager
from typing import Protocol
from uuid import UUID

from zorgverband.base.viewer import Seat


class Telling(Protocol):
    """Somebody through whom people share something."""

    def tell(
        self, who: str, days_ago: int, at: str, subject: str, text: str, *, title: str = ""
    ) -> None:
        """`who` shares this."""


class Acting(Protocol):
    """Somebody who can act as anybody of a network, at any moment."""

    id: UUID
    members: dict[str, UUID]

    def as_(self, who: str, days_ago: int, at: str) -> AbstractContextManager[tuple[Seat, UUID]]:
        """Act as `who` at that moment."""

    def about(self, whom: str) -> UUID:
        """About whom."""

    def person(self, whom: str) -> UUID:
        """Who that is."""
