"""Choosing when a meeting is, moving it and calling it off; the agenda goes along with it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.agenda.actions.cancel_visit import cancel_visit
from zorgverband.agenda.actions.move_visit import move_visit
from zorgverband.agenda.actions.plan_visit import Planned, Visitor, plan_visit
from zorgverband.agenda.queries import visit as planned_visit
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.refusals import NotYours
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from .. import queries
from ..models import Answer, Meeting, Participant, PollAnswer, State, Vote
from .bring_point import MeetingOver
from .call_meeting import MomentPast, Wanted, call_meeting

_OPEN = (State.PREPARING, State.DATED)


def call_and_date(*, seat: Seat, person: UUID, wanted: Wanted) -> Meeting:
    """Call a meeting; of which one moment is named, the date stands at once. Raises what `call_meeting`
    and `choose_date` raise."""
    made = call_meeting(seat=seat, person=person, wanted=wanted)
    if len(set(wanted.moments)) == 1:
        choose_date(seat=seat, person=person, meeting=made.item_id, starts_at=wanted.moments[0],
                    tell=False)  # fmt: skip
    return made


def choose_date(
    *, seat: Seat, person: UUID, meeting: UUID, starts_at: datetime, tell: bool = True
) -> None:
    """Say when it is: who said that moment suits them, comes; the others are asked. It stands in
    the agenda, where everybody who reads who comes sees that there is a meeting, not why. Who was asked
    is told, unless `tell` is off.

    Raises NotHere, NotYours, MeetingOver or MomentPast.
    """
    row = _led(seat, person, meeting)
    if starts_at <= clock.now():
        raise MomentPast(field="moment")
    moved = row["starts_at"] is not None
    visit = _in_agenda(seat, person, row, starts_at)
    rows = Meeting.objects.filter(item_id=meeting, state=row["state"])
    if not rows.update(state=State.DATED, starts_at=starts_at, visit_id=visit):
        raise MeetingOver()
    _who_comes(meeting, starts_at)
    if tell:
        _tell(seat, person, meeting, "meeting_moved" if moved else "meeting_dated")


def cancel_meeting(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Call it off; what was brought stays to be read. Raises NotHere, NotYours or MeetingOver."""
    row = _led(seat, person, meeting)
    rows = Meeting.objects.filter(item_id=meeting, state=row["state"])
    if not rows.update(state=State.CANCELLED):
        raise MeetingOver()
    # Who may not write about who comes calls it off as well; each who was asked is told.
    if row["visit_id"] and seat.may_write(about=row["item__about_id"], subject=Subject.COMING):
        day = planned_visit(network=seat.network, id=row["visit_id"]).rule.first_on
        cancel_visit(seat=seat, person=person, visit=row["visit_id"], on_date=day)
    _tell(seat, person, meeting, "meeting_cancelled")


def _in_agenda(seat: Seat, person: UUID, row: queries.Row, starts_at: datetime) -> UUID | None:
    """Its place in the agenda; none for who may not write about who comes."""
    about = row["item__about_id"]
    if not seat.may_write(about=about, subject=Subject.COMING):
        return UUID(str(row["visit_id"])) if row["visit_id"] else None
    begins = starts_at.astimezone(HOME)
    over = begins + timedelta(minutes=row["minutes"])
    times: dict[str, Any] = {
        "starts": begins.time(), "ends": over.time() if over.date() == begins.date() else None
    }  # fmt: skip
    if row["visit_id"]:
        day = planned_visit(network=seat.network, id=row["visit_id"]).rule.first_on
        move_visit(seat=seat, person=person, visit=row["visit_id"], on_date=day,
                   to=begins.date(), **times)  # fmt: skip
        return UUID(str(row["visit_id"]))
    with kept_words():
        name = _("Overleg")
    rule = Rule(first_on=begins.date(), last_on=begins.date(), repeat=Repeat.ONCE)
    made = plan_visit(seat=seat, person=person, about=about, visitor=Visitor(name=name),
                      planned=Planned(rule, **times), place=row["place"])  # fmt: skip
    return UUID(str(made.item_id))


def _who_comes(meeting: UUID, starts_at: datetime) -> None:
    """Of a moment out of the poll: who said it suits them. Of another nobody said anything yet."""
    said = PollAnswer.objects.filter(
        item_id=meeting, option__starts_at=starts_at, vote__in=(Vote.YES, Vote.MAYBE)
    )
    coming = list(said.values_list("member_id", flat=True))
    there = Participant.objects.filter(item_id=meeting, ended_at=None)
    there.exclude(answer=Answer.UNKNOWN).update(answer=Answer.UNKNOWN, answered_at=None)
    there.filter(member_id__in=coming).update(answer=Answer.YES, answered_at=clock.now())


def _tell(seat: Seat, person: UUID, meeting: UUID, verb: str) -> None:
    asked = {row["member_id"] for row in queries.participants(meeting)}
    told = {one.person for one in reasons(meeting) if one.reads and one.member in asked}
    for one in sorted(told - {person}):
        record(verb=verb, network=seat.network, person=person, item=meeting, to_person=one)


def _led(seat: Seat, person: UUID, meeting: UUID) -> queries.Row:
    row = queries.meeting(network=seat.network, id=meeting)
    if not queries.leads(row, seat=seat, person=person):
        raise NotYours()
    if row["state"] not in _OPEN:
        raise MeetingOver()
    return row
