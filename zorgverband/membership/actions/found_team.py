"""Making a team of an organisation: people who take turns. A new team is in no network yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import clock, joining
from zorgverband.base.ids import new_id


@dataclass(frozen=True)
class Turn:
    """That a person takes turns in a team, as what."""

    person: UUID
    function: str


def found_team(*, organisation: UUID, name: str, phone: str = "", people: Sequence[Turn]) -> UUID:
    """Make a team with these people and answer its id. The caller must be entered as somebody."""
    team = new_id()
    joining.found_team(
        {
            "team": team,
            "organisation": organisation,
            "name": name,
            "phone": phone,
            "at": clock.now().isoformat(),
            "people": [{"person": turn.person, "function": turn.function} for turn in people],
        }
    )
    return team
