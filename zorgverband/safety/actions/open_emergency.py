"""Opening emergency access: care side only, with a reason, at once, for at most 60 minutes."""

import re
from uuid import UUID

from zorgverband.base import locked
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.networks.models import Member, Side
from zorgverband.sharing.models import Emergency

from ..moments import AT_MOST, after, now_here

FEWEST_WORDS, LONGEST = 3, 500
OPENED = "emergency_opened"


class OnlyCare(NotYours):
    """Noodtoegang is er alleen voor zorgverleners. Is er gevaar? Bel 112."""


class NoReason(Refusal):
    """Schrijf in een paar woorden waarom u nu moet kijken. De cliënt leest dit."""


class NotFromInside(NotYours):
    """U doet alleen mee in een afgeschermde ruimte. Daar hoort geen noodtoegang bij."""


class RunsAlready(AlreadyDone):
    """U hebt al noodtoegang. Bovenaan de bladzijde staat tot hoe laat."""


def open_emergency(*, seat: Seat, person: UUID, client: UUID, reason: str) -> UUID:
    """Let this care member read everything medical about this client, from now and for 60 minutes.

    The client, who decides for the client and the coordinator hear of it at once; nobody else
    does. Raises OnlyCare, NotHere for who is no client here, NotFromInside for who takes part
    inside a compartment, NoReason for fewer than three words, RunsAlready. Source:
    visibility.md, *Consent, law*.
    """
    if seat.side != Side.CARE:
        raise OnlyCare()
    if not Member.objects.filter(id=client, network_id=seat.network, side=Side.CLIENT).exists():
        raise NotHere()
    if Member.objects.filter(id=seat.member, compartment__isnull=False).exists():
        raise NotFromInside()
    if any(one.client == client for one in seat.emergencies):
        raise RunsAlready()
    if len(re.findall(r"\w+", reason)) < FEWEST_WORDS:
        raise NoReason(field="reason")
    emergency = Emergency(
        id=new_id(),
        network_id=seat.network,
        member_id=seat.member,
        client_id=client,
        person_id=person,
        reason=reason.strip()[:LONGEST],
        starts_at=now_here(),
        ends_at=after(AT_MOST),
    )
    note_presence(seat=seat, person=person, medical=True)
    Emergency.objects.bulk_create([emergency])
    for somebody in locked.second_persons(emergency.id):
        record(verb=OPENED, network=seat.network, person=person, to_person=somebody)
    return emergency.id
