"""Noting what was done about a bottleneck (maatregel), with who and when."""

from datetime import datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat

from ..models import Measure
from ..queries import bottleneck as readable


class NothingSaid(Refusal):
    """Vul in wat u hebt gedaan."""


def note_measure(
    *, seat: Seat, person: UUID, bottleneck: UUID, words: str = "",
    what: Measure.What = Measure.What.NOTED, until: datetime | None = None,
) -> None:  # fmt: skip
    """Keep what this person did. Raises NotHere, or NothingSaid when only words would say what."""
    row = readable(network=seat.network, id=bottleneck)
    if what == Measure.What.NOTED and not words.strip():
        raise NothingSaid(field="words")
    kept = Measure(
        id=new_id(), network_id=seat.network, bottleneck_id=row["id"], what=what,
        words=words.strip(), until=until, person_id=person, member_id=seat.member, at=clock.now(),
    )  # fmt: skip
    Measure.objects.bulk_create([kept])
