"""Reading what one was told: the inbox of a person, and how they want to hear."""

from dataclasses import dataclass
from uuid import UUID

from zorgverband.base import telling

from .kinds import DEFAULT_PACES, Kind, Pace
from .models import Preference, Rest
from .timing import Peace, peace_of, professional


@dataclass(frozen=True)
class Wishes:
    """How soon somebody wants to hear of each kind, and when they are left in peace."""

    paces: dict[Kind, Pace]
    peace: Peace
    professional: bool


def wishes(person: UUID) -> Wishes:
    """What this person chose, or the default where they did not choose. Three statements.

    Who takes part both by profession and privately gets the words of their private side.
    """
    chosen = dict(Preference.objects.filter(person_id=person).values_list("kind", "pace"))
    rest = Rest.objects.filter(person_id=person).values(
        "quiet", "quiet_from", "quiet_until", "work_hours"
    )
    sides = telling.my_sides()
    works = bool(sides) and all(professional(side) for side in sides)
    return Wishes(
        paces={kind: Pace(chosen.get(kind, DEFAULT_PACES[kind])) for kind in Kind},
        peace=peace_of(side="care" if works else "family", **(rest.first() or {})),
        professional=works,
    )
