"""The coordinator decides for some days, on a ground, and it ends by itself."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat

from ..grounds import INTERIM
from ..models import Change
from ..noting import note, tell
from ..queries import standing_of

SHORTEST_REASON = 10


class MayNotTakeOver(NotYours):
    """Tijdelijk beslissen kan alleen de coördinator."""


class NoGround(Refusal):
    """Kies waarom u tijdelijk beslist."""


class NoReason(Refusal):
    """Schrijf in een paar woorden waarom dit nodig is. De cliënt leest dit."""


class TooManyDays(Refusal):
    """Kies een aantal dagen van 1 tot en met {most}. Langer kan niet."""


class NotSoonAgain(Refusal):
    """Er is net nog tijdelijk beslist. Dat mag niet kort daarna opnieuw. Spreek af wie vast beslist."""


class StillDecides(Refusal):
    """De coördinator beslist nu al. Dat kan niet langer worden gemaakt."""


def most_days() -> int:
    """How many days a coordinator may decide at most, in this installation."""
    return int(settings.TERMS["interim"])


def take_interim(
    *, seat: Seat, person: UUID, client: UUID, ground: str, reason: str, days: int | None
) -> UUID:
    """The coordinator decides about this client for `days` days; answers the change. What stood
    before returns by itself. Raises NoGround, NoReason, TooManyDays, StillDecides, NotSoonAgain or
    MayNotTakeOver."""
    if ground not in INTERIM:
        raise NoGround(field="ground")
    if len(reason.strip()) < SHORTEST_REASON:
        raise NoReason(field="reason")
    if days is None or not 1 <= days <= most_days():
        raise TooManyDays(field="days", most=most_days())
    before = standing_of(seat.network, client)
    if before.state == "interim":
        raise StillDecides()
    now = clock.now()
    match deciding.take_interim(client=client, ground=ground, days=days, at=now):
        case "again":
            raise NotSoonAgain()
        case "too_long":
            raise TooManyDays(field="days", most=most_days())
        case "not_yours":
            raise MayNotTakeOver()
    tell(seat=seat, person=person, client=client, verb="control_interim",
         members=[before.holder, *before.deciders])  # fmt: skip
    return note(
        seat=seat, person=person, client=client, what=Change.What.INTERIM, member=seat.member,
        ground=ground, until=now + timedelta(days=days), reason=reason.strip(),
    )  # fmt: skip
