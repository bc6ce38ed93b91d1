"""What the form of an advice offers, and with what it is filled in."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face

from ..guess import Guess
from ..models import Direction
from ..topics import Topic

_FIELDS = ("direction", "what", "code", "low", "high", "unit", "by", "by_name", "starts_on",
           "ends_on", "why", "subject")  # fmt: skip


def filled_in(data: QueryDict, guessed: Guess, author: UUID) -> dict[str, str]:
    """What was typed; on a fresh form what was guessed, given by who wrote the message."""
    if data and "look" not in data:
        return {name: data.get(name, "") for name in _FIELDS}
    figures = {"low": guessed.low, "high": guessed.high}
    numbers = {
        name: "" if value is None else f"{value:f}".replace(".", ",")
        for name, value in figures.items()
    }
    known = {"direction": guessed.direction, "unit": guessed.unit, "by": str(author)}
    return dict.fromkeys(_FIELDS, "") | known | numbers | {"why": data.get("why", "")}


def way_options(topic: Topic) -> list[tuple[str, Any]]:
    """Which ways an advice on this topic can point; an amount only where it can be counted."""
    return [
        (one.value, str(one.label).capitalize())
        for one in Direction
        if one is not Direction.AMOUNT or topic.units
    ]


def giver_options(people: Mapping[UUID, Face]) -> list[tuple[str, str]]:
    """Who can have given it: everybody who takes part and is no client, and somebody else."""
    found = [face for face in people.values() if face.active and face.side != Side.CLIENT]
    named = [(str(face.member), f"{face.name} ({face.function})") for face in found]
    return [*named, ("", _("Iemand anders, of dat weet ik niet"))]
