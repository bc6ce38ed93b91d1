"""Parental authority (gezag): a parent gets it or has it no longer."""

from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Member

from ..models import Change
from ..noting import note, tell


class MayNotSetAuthority(NotYours):
    """U kunt dit niet veranderen. Wie gezag heeft, zet de coördinator of een ouder met gezag erin."""


class NoParent(Refusal):
    """Kies wie er gezag heeft."""


def set_authority(*, seat: Seat, person: UUID, child: UUID, parent: UUID | None, has: bool) -> UUID:
    """From now on this parent has authority over the child, or no longer; answers the change.
    Raises NoParent, or MayNotSetAuthority: no parent shuts out the other alone."""
    if parent is None or parent == child:
        raise NoParent(field="parent")
    if not Member.objects.filter(network_id=seat.network, id=parent).exists():
        raise NoParent(field="parent")
    if not deciding.set_authority(child=child, parent=parent, has=has, at=clock.now()):
        raise MayNotSetAuthority()
    verb = "authority_given" if has else "authority_ended"
    tell(seat=seat, person=person, client=child, verb=verb, members=[parent])
    what = Change.What.AUTHORITY if has else Change.What.NO_AUTHORITY
    return note(seat=seat, person=person, client=child, what=what, member=parent)
