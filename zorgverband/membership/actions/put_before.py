"""Putting an invitation before a client who gets help with deciding, and the client's no."""

from uuid import UUID

from zorgverband.base import clock, joining
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..checks import clients_to_ask, decides, must_invite
from ..models import Invitation


class PutAlready(AlreadyDone):
    """Deze uitnodiging is al voorgelegd. U vindt die bij Mensen."""


class MayNotRefuse(NotYours):
    """Hierover beslist de cliënt."""


def put_before(*, seat: Seat, person: UUID, invitation: UUID) -> None:
    """Ask the clients who get help whether this invitation may leave; until a yes nothing does.
    Raises MayNotInvite, or PutAlready."""
    must_invite(seat)
    put = Invitation.objects.filter(
        network_id=seat.network, id=invitation, invited_by_id=person, put_at=None,
        confirmed_at=None, ended_at=None,
    ).update(put_at=clock.now(), prepared_by_id=person)  # fmt: skip
    if not put:
        raise PutAlready()
    asked = clients_to_ask(seat)
    for member, somebody in sorted(joining.seated(seat.network)):
        if member in asked:
            record(verb="invitation_prepared", network=seat.network, person=person,
                   to_person=somebody)  # fmt: skip


def refuse_invitation(*, seat: Seat, person: UUID, invitation: UUID) -> None:
    """The client says no: it never leaves, its address is forgotten, and who prepared it hears of
    it. Raises MayNotRefuse, or PutAlready when it waits no longer."""
    if not decides(seat):
        raise MayNotRefuse()
    rows = Invitation.objects.filter(
        network_id=seat.network, id=invitation, confirmed_at=None, ended_at=None
    ).exclude(put_at=None)
    preparer = rows.values_list("prepared_by_id", flat=True).first()
    if not preparer or not rows.update(
        ended_at=clock.now(), ending=Invitation.Ending.REFUSED, email=""
    ):
        raise PutAlready()
    record(verb="invitation_refused", network=seat.network, person=person, to_person=preparer)
