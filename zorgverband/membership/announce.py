"""Telling the clients of a new kind of organisation before it reads anything (Wabvpz 15c)."""

from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

VERB = "new_kind"


def announce_kind(*, seat: Seat, person: UUID, kind: str) -> bool:
    """Note one event for each client and for whoever decides about them, unless this kind took
    part before; answers whether it was new."""
    if not kind or not joining.kind_is_new(network=seat.network, kind=kind):
        return False
    for decider in joining.deciders(seat.network):
        if decider != person:
            record(verb=VERB, network=seat.network, person=person, to_person=decider)
    return True
