"""Keeping what changed in who decides, and telling those it concerns."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock, deciding, joining
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member

from .models import Change, ChangeWords


def note(
    *,
    seat: Seat,
    person: UUID,
    client: UUID,
    what: Change.What,
    member: UUID | None = None,
    ground: str = "",
    until: datetime | None = None,
    reason: str = "",
    document: str = "",
) -> UUID:
    """Write one change in the history of this client, in the transaction of the act."""
    change = Change(
        network_id=seat.network, client_id=client, what=what, member_id=member, ground=ground,
        until=until, person_id=person, at=clock.now(),
    )  # fmt: skip
    Change.objects.bulk_create([change])
    words = ChangeWords(
        network_id=seat.network, change_id=change.id, reason=reason, document=document
    )
    if reason or document:
        ChangeWords.objects.bulk_create([words])
    return change.id


def keep_shown(*, seat: Seat, change: UUID, shown: Sequence[str]) -> None:
    """Keep with a change the sentences that were shown before it was confirmed."""
    there = ChangeWords.objects.filter(change_id=change)
    if not there.update(shown=list(shown)):
        row = ChangeWords(network_id=seat.network, change_id=change, shown=list(shown))
        ChangeWords.objects.bulk_create([row])


def tell(
    *, seat: Seat, person: UUID, client: UUID, verb: str, members: Iterable[UUID | None] = ()
) -> None:
    """Note one event for the client, for the coordinators and for each of these members, so that
    everybody it concerns hears of it; not for who did it."""
    concerned = {client, *members, *_coordinators(seat.network)}
    told = {who for member, who in joining.seated(seat.network) if member in concerned}
    for somebody in sorted(told - {person}):
        record(verb=verb, network=seat.network, person=person, member=client, to_person=somebody)


def tell_answerers(*, seat: Seat, person: UUID, about: UUID) -> None:
    """Ask those who can say yes to a proposal: who decides, or who takes part as a client."""
    concerned = {one for standing in deciding.standings(seat.network)
                 if about in (standing.client, seat.network)
                 for one in (standing.client, *standing.deciders)}  # fmt: skip
    told = {who for member, who in joining.seated(seat.network) if member in concerned}
    for somebody in sorted(told - {person}):
        record(verb="proposal_made", network=seat.network, person=person, to_person=somebody)


def _coordinators(network: UUID) -> list[UUID]:
    found = Member.objects.filter(network_id=network, coordinator=True, left_at=None)
    return list(found.values_list("id", flat=True))
