"""How people find they work together, looked at each half year: our own statements, who answered, and
the mean of what one may read."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_noop

from zorgverband.base import clock
from zorgverband.base.cooperating import cooperation_means
from zorgverband.networks.queries import Face

from .models import Cooperation

STATEMENTS = (
    gettext_noop("Wij weten van elkaar wie wat doet."),
    gettext_noop("Wij doen wat wij afspreken."),
    gettext_noop("Wij luisteren naar wie hulp krijgt."),
    gettext_noop("Ik durf te zeggen wat ik vind."),
    gettext_noop("Ik hoor op tijd wat ik moet weten."),
    gettext_noop("Zoals het nu gaat, houd ik het vol."),
)
LOWEST, HIGHEST, MIDDLE = 1, 5, 7


@dataclass(frozen=True)
class Said:
    """What one person answered, as readable as they chose."""

    item: UUID
    person: UUID
    name: str
    scores: tuple[int, ...]
    words: str


def half_now() -> str:
    """'2026-2': the second half of 2026."""
    today = clock.today()
    return f"{today.year}-{1 if today.month < MIDDLE else 2}"


def said_in(network: UUID, half: str, *, names: Mapping[UUID, str]) -> list[Said]:
    """What each answered in this half year, as far as the viewer may read it."""
    rows = Cooperation.objects.filter(network_id=network, half=half).order_by("item_id")
    return [
        Said(item, person, names.get(person, ""), tuple(scores), body)
        for item, person, scores, body in rows.values_list(
            "item_id", "person_id", "scores", "item__body"
        )
    ]


def means(network: UUID, half: str) -> list[tuple[str, float, int]]:
    """(statement, mean, how many) of the answers that the viewer may read, from two on. Never over
    what somebody kept to themselves: however many answer, who reads the others could reckon it out,
    and so could who looks before and after it came."""
    found = cooperation_means(network=network, half=half)
    return [(words, *found[place]) for place, words in enumerate(STATEMENTS, 1) if place in found]


def coordinators(people: Mapping[UUID, Face]) -> list[UUID]:
    """The members who coordinate now."""
    return [one.member for one in people.values() if one.coordinator and one.active]
