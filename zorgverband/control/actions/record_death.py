"""Recording that a client died, and taking that back when it was a mistake."""

from datetime import date
from uuid import UUID

from zorgverband.base import clock, deciding, undoing
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat, enter
from zorgverband.journal.actions import record

from ..models import Change
from ..noting import note
from ..queries import standing_of


class MayNotRecordDeath(NotYours):
    """U kunt dit niet invullen. Dat doet de coördinator, de huisarts of wie voor de cliënt beslist."""


class NoDay(Refusal):
    """Vul de dag van overlijden in. Die ligt niet in de toekomst."""


class NoKeeper(Refusal):
    """Kies wie het dossier bewaart."""


class KnownAlready(AlreadyDone):
    """Het overlijden is al ingevuld."""


class CannotUndo(AlreadyDone):
    """Dit kan niet meer worden teruggedraaid. Bel met de beheerder."""


def record_death(
    *, seat: Seat, person: UUID, client: UUID, died_on: date | None, keeper: UUID | None
) -> UUID:
    """From the commit nobody reads or writes about this client except `keeper`; answers the
    change. Raises NoDay, NoKeeper, KnownAlready or MayNotRecordDeath."""
    if died_on is None or died_on > clock.today():
        raise NoDay(field="died_on")
    if keeper is None:
        raise NoKeeper(field="keeper")
    if standing_of(seat.network, client).died_on is not None:
        raise KnownAlready()
    change = note(seat=seat, person=person, client=client, what=Change.What.DIED, member=keeper)
    # Noted first: who records it may be without a seat a moment later.
    record(verb="died", network=seat.network, person=person, member=client)
    if not deciding.may_record_death(client):
        raise MayNotRecordDeath()
    if not deciding.record_death(client=client, died_on=died_on, keeper=keeper, at=clock.now()):
        if standing_of(seat.network, client).died_on is not None:
            raise KnownAlready()
        raise NoKeeper(field="keeper")
    return change


def undo_death(*, seat: Seat, person: UUID, client: UUID) -> UUID:
    """The client lives: from the commit all is as it was; answers the change. Raises CannotUndo
    for who may not, and when it is too long ago."""
    if not deciding.undo_death(client):
        raise CannotUndo()
    record(verb="not_died", network=seat.network, person=person, member=client)
    return note(seat=seat, person=person, client=client, what=Change.What.NOT_DIED)


def undo_death_outside(*, person: UUID, client: UUID) -> UUID:
    """The same by who has no seat there any more: the client, or who decided about them. Answers the
    network. Raises CannotUndo."""
    found = [one.network for one in undoing.recorded_deaths() if one.client == client]
    if not found or not deciding.undo_death(client):
        raise CannotUndo()
    seat = enter(person=person, networks=found).seat(found[0])
    record(verb="not_died", network=found[0], person=person, member=client)
    note(seat=seat, person=person, client=client, what=Change.What.NOT_DIED)
    return found[0]
