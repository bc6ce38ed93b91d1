"""Letting the social side know what a care member does, or no longer (visibility.md, *People*)."""

from uuid import UUID

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.functions import FUNCTIONS
from zorgverband.networks.models import Role, Side

from ..checks import decides
from .remove import must_be_there


class MayNotShow(NotYours):
    """U kunt dit niet kiezen. Dat doet wie beslist over de cliënt."""


class NothingToShow(Refusal):
    """Van deze persoon weten gemeente, welzijn en school altijd al wat die doet."""


def show_role(*, seat: Seat, person: UUID, member: UUID, shown: bool) -> None:
    """From the commit the social side reads the function, organisation and number of this care
    member, or no longer: then just "zorgverlener". It opens no item to anybody.

    Only who is in control chooses this. What is known by nature (GP, home care, pharmacy) stays so.
    Raises MayNotShow, NothingToShow, NotHere or AlreadyGone. Safe to repeat.
    """
    if not decides(seat):
        raise MayNotShow()
    there = must_be_there(seat, member)
    role = Role.objects.filter(network_id=seat.network, member_id=member)
    function = role.values_list("function", flat=True).first() or ""
    known = function in FUNCTIONS and FUNCTIONS[function].known_by_nature
    if there["side"] != Side.CARE or known:
        raise NothingToShow()
    if role.filter(known=not shown).update(known=shown):
        verb = "role_shown" if shown else "role_hidden"
        record(verb=verb, network=seat.network, person=person, member=member, to_person=person)
