"""Noting that a letter with news was brought, so that the next one begins where it ended."""

from datetime import date, datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.for_all import known_to_all
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces
from zorgverband.ui.dates import local_day

from ..models import Letter


class NobodyNamed(Refusal):
    """Kies wie de brief heeft gebracht."""


class NotBroughtYet(Refusal):
    """Kies de dag waarop de brief is gebracht. Dat kan niet later zijn dan vandaag."""


class NoLetter(Refusal):
    """Deze brief klopt niet meer. Maak hem opnieuw."""


def note_brought(
    *,
    seat: Seat,
    person: UUID,
    client: UUID,
    since: datetime,
    until: datetime,
    on: date | None,
    by: UUID | None,
) -> Letter:
    """Keep that `by` brought this client the news of a period. Raises NotHere for who is no client
    here, NoLetter for a period that is none, NobodyNamed or NotBroughtYet."""
    people = {id: one for id, one in faces(seat.network).items() if one.active}
    if client not in people or people[client].side != Side.CLIENT:
        raise NotHere()
    if not since < until <= clock.now():
        raise NoLetter()
    named = known_to_all(seat.network, people).get(by) if by else None
    if named is None or named.side == Side.CLIENT:
        raise NobodyNamed(field="by")
    if on is None or not local_day(until) <= on <= clock.today():
        raise NotBroughtYet(field="on")
    row = Letter(
        network_id=seat.network, client_id=client, since=since, until=until, brought_on=on,
        brought_by_id=named.member, noted_by_id=person, noted_at=clock.now(),
    )  # fmt: skip
    Letter.objects.bulk_create([row])
    record(verb="letter_brought", network=seat.network, person=person, member=client)
    return row


def undo_brought(*, seat: Seat, person: UUID, letter: UUID) -> None:
    """Take back that this letter was brought; raises NotHere for one somebody else noted."""
    found = Letter.objects.filter(
        network_id=seat.network, id=letter, noted_by_id=person, undone_at=None
    )
    if found.update(undone_at=clock.now()) != 1:
        raise NotHere()
