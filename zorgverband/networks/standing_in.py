"""Who looks after a network for its coordinator, in one sentence each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.ui.dates import long_date

from .queries import Face
from .substitutes import Standing


@dataclass(frozen=True)
class StandingIn:
    """One sentence; `id`: to stop it."""

    id: UUID
    sentence: str
    substitute: UUID
    coordinator: UUID


def standing_in(found: Sequence[Standing], people: Mapping[UUID, Face]) -> list[StandingIn]:
    """These, of whom the reader sees both. Without statements."""
    return [
        StandingIn(one.id, _sentence(one, people), one.substitute, one.coordinator)
        for one in found
        if one.substitute in people and one.coordinator in people
    ]


def _sentence(one: Standing, people: Mapping[UUID, Face]) -> str:
    words = {
        "name": people[one.substitute].name, "for": people[one.coordinator].name,
        "first": long_date(one.starts_at), "last": long_date(one.last_day),
    }  # fmt: skip
    if one.running:
        return _("%(name)s neemt waar voor coördinator %(for)s, tot en met %(last)s.") % words
    return _(
        "%(name)s neemt waar voor coördinator %(for)s, van %(first)s tot en met %(last)s."
    ) % words  # fmt: skip
