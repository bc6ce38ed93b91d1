"""Ready circles of readers. A circle narrows who reads; it never gives somebody a right."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face

EVERYONE, FAMILY_CARE, FAMILY, OWN = "everyone", "family_care", "family", "own"


@dataclass(frozen=True)
class Circle:
    """A group of readers one can choose with one tap."""

    code: str
    label: str | Promise
    hint: str | Promise
    sides: tuple[str, ...] | None
    tone: str


CIRCLES = {
    circle.code: circle
    for circle in (
        Circle(EVERYONE, _("Iedereen"), _("Wie over dit onderwerp mag lezen"), None, "all"),
        Circle(
            FAMILY_CARE,
            _("Familie en zorg"),
            _("Kies dit voor alles over gezondheid"),
            (Side.CLIENT, Side.FAMILY, Side.CARE),
            "care",
        ),
        Circle(
            FAMILY,
            _("Alleen familie"),
            _("Zorgverleners en gemeente lezen dit niet"),
            (Side.CLIENT, Side.FAMILY),
            "family",
        ),
        Circle(OWN, _("Zelf mensen kiezen"), _("U kiest wie dit leest"), (), "own"),
    )
}


def audience_of(
    circle: str, people: Iterable[Face], chosen: Iterable[UUID] = ()
) -> list[UUID] | None:
    """The members a circle names now; None for everyone the permissions let read.

    For `own` these are the chosen ones; clients are always among those a circle names.
    """
    sides = CIRCLES[circle].sides
    if sides is None:
        return None
    wanted = set(chosen) if circle == OWN else set()
    return [
        face.member
        for face in people
        if face.active and (face.side in sides or face.member in wanted or face.side == Side.CLIENT)
    ]


@dataclass(frozen=True)
class Crowd:
    """Who reads something, in two words, with the tone of the strip."""

    label: str | Promise
    tone: str


CHOSEN = Crowd(_("Gekozen mensen"), "own")
CROWDS = (
    Crowd(_("Iedereen"), "all"),
    Crowd(_("Een deel"), "all"),
    Crowd(_("Familie en zorg"), "care"),
    Crowd(_("Cliënt en zorg"), "care"),
    Crowd(_("Alleen familie"), "family"),
    Crowd(_("Alleen de cliënt"), "own"),
)
_ALL, _PART, _FAMILY_CARE, _CARE, _FAMILY, _CLIENT = range(6)


def crowd(sides: Collection[str], *, everyone: bool) -> int:
    """Which of `CROWDS` reads something, by the sides of who really read it."""
    if everyone:
        return _ALL
    if Side.SOCIAL in sides:
        return _PART
    if Side.CARE in sides:
        return _FAMILY_CARE if Side.FAMILY in sides else _CARE
    return _FAMILY if Side.FAMILY in sides else _CLIENT
