"""Passing on something that was noticed, and saying that it was read."""

from datetime import timedelta
from uuid import UUID

from zorgverband.base import clock, reporting
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.base.workdays import workdays_later
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.forms import NothingToWrite
from zorgverband.ui.sentences import kept_words

from ..leading import leads
from ..models import Noticed, ReadAs, Report, Since
from ..report_places import heard_by_another, place_for, report_abouts

REMIND_WORKDAYS = 2
LONGEST = 2000


class ChooseNoticed(Refusal):
    """Kies wat u is opgevallen."""


class SayWhat(Refusal):
    """Schrijf in een paar woorden op wat u is opgevallen."""


class TooLong(Refusal):
    """Dit is te lang. Schrijf het korter, of bel de coördinator."""


class NobodyReads(Refusal):
    """Niemand die dit moet weten, leest over dit onderwerp mee. Bel uw huisarts of de coördinator."""


class OwnReport(NotYours):
    """Dit gaf u zelf door. Een ander zegt dat het gelezen is."""


class NotLeading(NotYours):
    """Dit doet de coördinator, of degene die beslist."""


def report(
    *, seat: Seat, person: UUID, about: UUID | None, noticed: str, since: str, body: str,
    link: UUID | None = None,
) -> Report:  # fmt: skip
    """Pass something on to who leads: the coordinator, who decides, and whom it is about. It is put
    under a subject its writer may write about (`place_for`), and is no news for others.

    Raises NothingToWrite, NotHere for a client one may not write about, ChooseNoticed, SayWhat when it
    is something else without words, TooLong, or NobodyReads when a client would tell it to nobody.
    """
    people = faces(seat.network)
    clients = [face.member for face in report_abouts(seat, people)]
    if not clients:
        raise NothingToWrite()
    whom = about or clients[0]
    if whom not in clients:
        raise NotHere()
    kind = _noticed(noticed, body)
    readers = reporting.readers(network=seat.network, about=whom)
    subject = place_for(seat=seat, person=person, about=whom, noticed=kind, audience=readers,
                        people=people)  # fmt: skip
    if subject is None:
        raise NothingToWrite()
    if whom == seat.member and not heard_by_another(
        seat=seat, person=person, about=whom, subject=subject, audience=readers
    ):
        raise NobodyReads(field="noticed")
    when = Since(since) if since in Since.values else Since.TODAY
    with kept_words():
        title = str(kind.label)
    item = share(
        seat=seat, person=person, about=whom, subject=subject, kind="report", title=title,
        body=body, audience=readers, circle=OWN, in_news=False, tell=False,
    )  # fmt: skip
    row = Report(
        item=item, network_id=seat.network, noticed=kind, since=when, link_id=link,
        remind_on=workdays_later(clock.today(), REMIND_WORKDAYS) + timedelta(days=1),
    )  # fmt: skip
    Report.objects.bulk_create([row])
    record(verb="reported", network=seat.network, person=person, item=item.id)
    return row


def _noticed(noticed: str, body: str) -> Noticed:
    if noticed not in Noticed.values:
        raise ChooseNoticed(field="noticed")
    if noticed == Noticed.OTHER and not body.strip():
        raise SayWhat(field="body")
    if len(body) > LONGEST:
        raise TooLong(field="body")
    return Noticed(noticed)


def read_report(*, seat: Seat, person: UUID, item: UUID) -> None:
    """Say that it was read; who passed it on sees that, and as what, and no more. By who leads. Harmless
    to repeat. Raises NotHere, NotLeading, or OwnReport for who passed it on."""
    rows = Report.objects.filter(network_id=seat.network, item_id=item)
    row = rows.values("read_at", "item__author_id").first()
    if row is None:
        raise NotHere()
    if not leads(seat):
        raise NotLeading()
    if row["item__author_id"] == person:
        raise OwnReport()
    if row["read_at"] is not None:
        return
    found = Report.objects.filter(network_id=seat.network, item_id=item, read_at=None)
    read_as = ReadAs.COORDINATOR if seat.coordinator else ReadAs.CONTROL
    if not found.update(read_at=clock.now(), read_by_id=person, read_as=read_as):
        raise NotLeading()
    record(verb="report_read", network=seat.network, person=person, item=item)
