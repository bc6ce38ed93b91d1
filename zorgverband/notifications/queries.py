"""Reading what one was told: the inbox of a person, and how they want to hear."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from zorgverband.base import telling
from zorgverband.networks.models import Side

from .kinds import DEFAULT_PACES, Kind, Pace
from .models import Preference, Rest
from .timing import Peace, peace_of, professional


@dataclass(frozen=True)
class Wishes:
    """How soon somebody wants to hear of each kind, and when they are left in peace.

    `professional`: whether they take part anywhere by profession.
    """

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
    sides = {professional(side) for side in telling.my_sides()}
    kept: dict[str, Any] = dict(rest.first() or {})
    peace = peace_of(side=Side.CARE if sides == {True} else Side.FAMILY, **kept)
    return Wishes(
        paces={kind: Pace(chosen.get(kind, DEFAULT_PACES[kind])) for kind in Kind},
        peace=replace(peace, work_hours=True in sides and kept.get("work_hours") is not False),
        professional=True in sides,
    )
