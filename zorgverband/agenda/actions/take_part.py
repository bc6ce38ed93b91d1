"""Going along or driving: taken upon oneself with one tap, and given back."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import Face, faces

from ..models import Kind, Part, VisitTurn
from ..occurrences import Occurrence
from ..queries import occurrence
from ..shown_parts import gone, ride_wanted
from .ask_turn import TurnOver, set_turn

OF_ONESELF = (Part.ALONG, Part.DRIVES)


class TakenAlready(AlreadyDone):
    """Dit doet al iemand. Hieronder ziet u wie."""


def open_parts(one: Occurrence, people: dict[UUID, Face]) -> list[Part]:
    """What nobody does yet of an appointment elsewhere that is still to come, or who did left."""
    if one.series.kind != Kind.OUT or one.cancelled or one.day < clock.today():
        return []
    drives = [Part.DRIVES] if ride_wanted(one, people) else []
    along = one.along is not None and not gone(one.along, people)
    return drives if along or one.series.along_name else [*drives, Part.ALONG]


def take_part(*, seat: Seat, person: UUID, visit: UUID, on_date: date, part: Part) -> None:
    """Say "I drive" or "I go along" for this one time; of two at once the first.

    Raises NotHere, TurnOver or TakenAlready.
    """
    one = occurrence(network=seat.network, id=visit, on_date=on_date)
    if one.series.kind != Kind.OUT or part not in OF_ONESELF:
        raise NotHere()
    if one.cancelled or one.day < clock.today():
        raise TurnOver()
    if part not in open_parts(one, faces(seat.network)):
        raise TakenAlready()
    try:
        with transaction.atomic():
            set_turn(seat, person, visit, on_date, part, seat.member)
    except IntegrityError:
        raise TakenAlready() from None
    record(verb="visit_part_taken", network=seat.network, person=person, item=visit)


def give_back(*, seat: Seat, visit: UUID, person: UUID, on_date: date, part: Part) -> None:
    """Say that one does not drive or go along after all. Raises NotHere for who did not."""
    mine = VisitTurn.objects.filter(
        network_id=seat.network, item_id=visit, on_date=on_date, part=part, member=seat.member,
        ended_at=None,
    )  # fmt: skip
    if part not in OF_ONESELF or not mine.update(ended_at=clock.now()):
        raise NotHere()
    record(verb="visit_part_given_back", network=seat.network, person=person, item=visit)
