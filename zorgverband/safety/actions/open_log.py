"""When the client may see who looked inside a compartment: a dated fact, with the reason."""

from datetime import date, datetime, time
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat

from ..models import Opening
from ..queries import compartment as readable_compartment

LONGEST = 500


class NoGround(Refusal):
    """Schrijf op wie dit besloten heeft, en waarom."""


class NoDay(Refusal):
    """Kies vandaag, of een dag die nog komt."""


class OpenAlready(AlreadyDone):
    """Dit is al open voor de cliënt. Dat kan niet terug."""


def open_log(*, seat: Seat, person: UUID, compartment: UUID, day: date | None, note: str) -> None:
    """Let the client see from this day (at midnight where the clients live), or from now for
    today, who looked inside the compartment. Who represents or decides for the client still sees
    nothing. Raises NotHere, NoDay, NoGround."""
    readable_compartment(network=seat.network, id=compartment)
    if day is None or day < clock.today():
        raise NoDay(field="day")
    if not note.strip():
        raise NoGround(field="note")
    midnight = datetime.combine(day, time(), tzinfo=clock.HOME)
    Opening.objects.bulk_create(
        [
            Opening(
                network_id=seat.network,
                compartment_id=compartment,
                opens_at=max(midnight, clock.now()),
                note=note.strip()[:LONGEST],
                decided_by_id=person,
                decided_at=clock.now(),
            )
        ]
    )


def withdraw_opening(*, seat: Seat, opening: UUID) -> None:
    """Take back an opening that has not come yet. Raises OpenAlready."""
    coming = Opening.objects.filter(id=opening, network_id=seat.network, withdrawn_at=None)
    if not coming.filter(opens_at__gt=clock.now()).update(withdrawn_at=clock.now()):
        raise OpenAlready()
