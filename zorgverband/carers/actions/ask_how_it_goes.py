"""Asking a carer once a month how it goes; in their own name, for them alone."""

from uuid import UUID

from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

DUE = "carer_check_due"


def ask_how_it_goes(*, seat: Seat, person: UUID) -> None:
    """Note that it is time again. Nobody else hears of it."""
    record(verb=DUE, network=seat.network, person=person, member=seat.member, to_person=person)
