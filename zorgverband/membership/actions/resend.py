"""Sending an invitation again, with a new code."""

from datetime import timedelta
from uuid import UUID

from zorgverband.base import clock, jobs
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat

from ..checks import must_lead
from ..models import Invitation
from ..tokens import VALID_DAYS, code_hash, code_of, token_of
from .invite import SEND


class InvitationEnded(AlreadyDone):
    """Deze uitnodiging geldt niet meer. Nodig deze persoon opnieuw uit."""


def resend(*, seat: Seat, invitation: UUID) -> str:
    """Mail the same link again, for fourteen days from now, and answer a new code; the old code
    no longer works. Raises MayNotInvite, or InvitationEnded for one that was answered."""
    must_lead(seat)
    expires = clock.now() + timedelta(days=VALID_DAYS)
    code, hashed = code_of(invitation, expires), token_hash(token_of(invitation))
    changed = (
        Invitation.objects.filter(network_id=seat.network, id=invitation, ended_at=None)
        .exclude(confirmed_at=None)
        .update(
            code_hash=code_hash(hashed, code),
            attempts=0,
            sent_at=None,
            expires_at=expires,
        )
    )
    if not changed:
        raise InvitationEnded()
    jobs.defer(SEND, invitation=invitation)
    return code
