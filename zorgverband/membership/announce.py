"""Telling the clients of a new kind of organisation before it reads anything (Wabvpz 15c)."""

from uuid import UUID

from zorgverband.base import clock, joining, telling
from zorgverband.base.telling import Telling
from zorgverband.base.viewer import Seat, enter
from zorgverband.journal.actions import record

VERB = "new_kind"
# The kind of notice that this verb becomes (`notifications/kinds.py`), which stands on a floor above.
IMPORTANT = "important"


def announce_kind(*, seat: Seat, person: UUID, kind: str) -> bool:
    """Note one event for each client and for whoever decides about them, unless this kind took
    part before; answers whether it was new.

    It stands in their inbox in the same transaction as what lets the kind in, so that nobody of it
    can read anything before. The mails are left to the worker, as with every event.
    """
    if not kind or not joining.kind_is_new(network=seat.network, kind=kind):
        return False
    _tell(seat.network, person)
    return True


def announce_founder(*, network: UUID, person: UUID, kind: str) -> None:
    """The same for who starts a network and works for an organisation of this kind: in the
    transaction that makes it, so before anything can be written in it, let alone read."""
    if kind:
        enter(person=person, networks=[network])
        _tell(network, person)


def _tell(network: UUID, person: UUID) -> None:
    for decider in joining.deciders(network):
        if decider != person:
            event = record(verb=VERB, network=network, person=person, to_person=decider)
            told = Telling(person=decider, kind=IMPORTANT, bundle="", due_at=clock.now())
            telling.tell(event=event.id, tellings=[told])
