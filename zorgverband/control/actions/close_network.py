"""Closing a network, and opening it again within some days."""

from uuid import UUID

from zorgverband.base import clock, undoing
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat, enter
from zorgverband.journal.actions import record


class MayNotClose(NotYours):
    """U kunt dit netwerk niet alleen sluiten. Dat doet wie beslist, of de coördinator. Is er iemand
    overleden? Dan blijft het netwerk open voor wie het dossier bewaart."""


class CannotOpen(AlreadyDone):
    """Dit netwerk kan niet meer open. Bel met de beheerder."""


def close_network(*, seat: Seat, person: UUID) -> None:
    """From the commit nobody reads or writes anything in this network. Raises MayNotClose."""
    # Noted first: nobody has a seat a moment later.
    record(verb="closed", network=seat.network, person=person)
    if not undoing.close_network(network=seat.network, at=clock.now()):
        raise MayNotClose()


def open_again(*, person: UUID, network: UUID) -> None:
    """Everybody has their seat back, with what they could read before. Raises CannotOpen for who may
    not, and when it is too long ago."""
    if not undoing.open_again(network):
        raise CannotOpen()
    enter(person=person, networks=[network])
    record(verb="reopened", network=network, person=person)
