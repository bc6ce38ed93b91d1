"""Choosing somebody who helps with deciding: they prepare, the client confirms."""

from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Member

from ..models import Change
from ..noting import note, tell


class MayNotChooseHelp(NotYours):
    """Alleen de cliënt kiest wie helpt bij beslissen."""


class NoHelper(Refusal):
    """Kies wie u helpt."""


def support(*, seat: Seat, person: UUID, client: UUID, helper: UUID | None) -> UUID:
    """From now on `helper` prepares changes and the client goes on deciding; answers the change.
    Raises NoHelper or MayNotChooseHelp."""
    if helper is None or helper == client:
        raise NoHelper(field="helper")
    if not Member.objects.filter(network_id=seat.network, id=helper, left_at=None).exists():
        raise NoHelper(field="helper")
    if not deciding.support(client=client, helper=helper, at=clock.now()):
        raise MayNotChooseHelp()
    tell(seat=seat, person=person, client=client, verb="control_supported", members=[helper])
    return note(seat=seat, person=person, client=client, what=Change.What.SUPPORTED, member=helper)
