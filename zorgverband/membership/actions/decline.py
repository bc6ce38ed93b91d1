"""Saying no to an invitation: who has the link can, without the code."""

from uuid import UUID

from zorgverband.base import joining
from zorgverband.base.viewer import enter, leave
from zorgverband.journal.actions import record

from .accept import NoLongerValid


def decline(*, token: str) -> None:
    """End the invitation with this link (hashed) and have the inviter told. Raises NoLongerValid
    when it was answered, withdrawn, or is too old."""
    declined = joining.decline_invitation(token)
    if declined is None:
        raise NoLongerValid()
    tell_inviter(verb="declined", network=declined[0], inviter=declined[1])


def tell_inviter(*, verb: str, network: UUID, inviter: UUID) -> None:
    """Note in the inviter's name what became of their invitation: who answered it is nobody here
    yet. Nobody is looking any more after this."""
    viewer = enter(person=inviter, networks=[network])
    if network in viewer.seats:
        record(verb=verb, network=network, person=inviter, to_person=inviter)
    leave()
