"""Going home in tests: by the actions under the locks, as the people of the cast."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements.actions import accept_agreement
from zorgverband.base import clock
from zorgverband.handovers.actions.ask_for_needed import ask_for_needed
from zorgverband.handovers.actions.open_discharge import Going, open_discharge
from zorgverband.handovers.models import Needed

LINES = ("wound", "medication", "household", "transport")


def on(days: int) -> date:
    """The day so many days from now."""
    return clock.today() + timedelta(days=days)


def opened(
    cast: Cast, by: Somebody, *, day: date | None = None, lines: Sequence[str] = LINES
) -> UUID:
    """A discharge of Jannie by the action."""
    with inside(by.person, [cast.network]) as viewer:
        return open_discharge(
            seat=viewer.seat(cast.network), person=by.person, about=cast.jannie.member,
            expected_on=day, lines=lines,
            going=Going(ward="Orthopedie", call_name="Zuster Bea", call_phone="071 555 0101",
                        told=cast.marijke.member),
        )  # fmt: skip


def line_of(cast: Cast, line: str) -> UUID:
    """The thing needed that was made from this line of the standard list."""
    return Needed.objects.using("owner").get(network_id=cast.network, line=line).item_id


def asked(
    cast: Cast, by: Somebody, needed: UUID, of: Somebody, weekdays: Sequence[int] = ()
) -> UUID:
    """Somebody asked for it by the action; the agreement."""
    with inside(by.person, [cast.network]) as viewer:
        return ask_for_needed(
            seat=viewer.seat(cast.network), person=by.person, needed=needed, executor=of.member,
            weekdays=weekdays,
        )  # fmt: skip


def says_yes(cast: Cast, who: Somebody, agreement: UUID) -> None:
    """Who was asked says yes."""
    with inside(who.person, [cast.network]) as viewer:
        seat = viewer.seat(cast.network)
        accept_agreement(seat=seat, person=who.person, agreement=agreement)


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})
