"""Taking an invitation back before it is answered."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat

from ..checks import must_invite
from ..models import Invitation
from .resend import InvitationEnded


def withdraw(*, seat: Seat, invitation: UUID) -> None:
    """End an open invitation: its link opens nothing from here. Its address is forgotten. Raises
    MayNotInvite, or InvitationEnded when it was answered meanwhile."""
    must_invite(seat)
    ended = (
        Invitation.objects.filter(network_id=seat.network, id=invitation, ended_at=None)
        .exclude(confirmed_at=None, put_at=None)
        .update(ended_at=clock.now(), ending=Invitation.Ending.WITHDRAWN, email="")
    )
    if not ended:
        raise InvitationEnded()
