"""Asking everybody now, or nobody any more: by who asked, or decides on what it is about."""

from uuid import UUID

from zorgverband.agenda.actions import restore_visit, stop_visits
from zorgverband.agenda.models import VisitChange
from zorgverband.agreements.actions import cancel_agreement
from zorgverband.base import clock, jobs
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import HelpRequest
from ..queries import wanted
from ..wanted import Taken, Wanted
from .ask_help import TELL


class NotOpenAnyMore(AlreadyDone):
    """Dit is al geregeld of niet meer nodig. Hieronder ziet u hoe het nu is."""


def may_manage(found: Wanted, *, seat: Seat, person: UUID) -> bool:
    """Whether this is who asked, or decides on what it is about. The lock says the same."""
    return found.author == person or seat.decides(about=found.about, subject=found.subject)


def open_help(*, seat: Seat, person: UUID, asked: UUID) -> None:
    """'Vraag het nu aan iedereen': of all who read it, from now. Raises NotHere, NotYours,
    NotOpenAnyMore."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if not may_manage(found, seat=seat, person=person):
        raise NotYours()
    if not found.free(clock.now()):
        raise NotOpenAnyMore()
    if found.opened_at is None:
        HelpRequest.objects.filter(item_id=asked, opened_at=None).update(opened_at=clock.now())
        record(verb="help_free", network=seat.network, person=person, item=asked)
        jobs.defer(TELL, asked=asked)


def end_help(*, seat: Seat, person: UUID, asked: UUID) -> None:
    """'Niet meer nodig': nobody is asked any more; who would do it is told, and what came of it does
    not happen. Raises NotHere, NotYours, NotOpenAnyMore."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if not may_manage(found, seat=seat, person=person):
        raise NotYours()
    rows = HelpRequest.objects.filter(item_id=asked, ended_at=None)
    if not rows.update(ended_at=clock.now(), ended_by_id=person):
        raise NotOpenAnyMore()
    # Read again: of taking and ending at once the second waited for the first.
    taken = wanted(network=seat.network, member=seat.member, id=asked).taken
    record(verb="help_ended", network=seat.network, person=person, item=asked,
           to_person=taken.person if taken else None)  # fmt: skip
    # What was handed over as a whole, goes on with who does it.
    if taken is not None and not found.whole:
        if taken.kind == "visit":
            stop_visits(seat=seat, person=person, visit=taken.made, from_date=clock.today())
            if found.instead_of is not None:
                _take_back(found.instead_of, taken, seat=seat, person=person)
        elif taken.kind == "agreement":
            cancel_agreement(seat=seat, person=person, agreement=taken.made)


def _take_back(visit: UUID, taken: Taken, *, seat: Seat, person: UUID) -> None:
    """The days that were called off because another would come, and were not touched since, go on."""
    off = VisitChange.objects.filter(
        network_id=seat.network, item_id=visit, cancelled=True, changed_at=taken.at,
        on_date__gte=clock.today(),
    )  # fmt: skip
    for day in list(off.values_list("on_date", flat=True)):
        restore_visit(seat=seat, person=person, visit=visit, on_date=day)
