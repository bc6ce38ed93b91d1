"""Telling who is named in a compartment, one by one: an event for all would be a trace."""

from collections.abc import Collection
from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

NAMED = "compartment_named"


def tell_named(*, seat: Seat, person: UUID, members: Collection[UUID]) -> None:
    """Note an event for each person who reads through one of these members now, except `person`."""
    for member, somebody in sorted(joining.seated(seat.network)):
        if member in members and somebody != person:
            record(verb=NAMED, network=seat.network, person=person, to_person=somebody)
