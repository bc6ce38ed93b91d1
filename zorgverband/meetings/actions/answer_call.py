"""Answering to a meeting: whether one comes, which moments suit, and that one thought about it."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from .. import queries
from ..models import Answer, Participant, PollAnswer, PollOption, Vote
from ..models.meeting import COMING
from .bring_point import MeetingOver, NotAtMeeting


def answer_call(*, seat: Seat, person: UUID, meeting: UUID, comes: Answer) -> None:
    """Say whether one comes. Raises NotHere, MeetingOver or NotAtMeeting."""
    _must_come(seat, meeting)
    _mine(seat, meeting, answer=comes, answered_at=clock.now())
    record(verb="meeting_answered", network=seat.network, person=person, item=meeting)


def say_ready(*, seat: Seat, person: UUID, meeting: UUID) -> None:
    """Say that one thought about what was asked. Raises NotHere, MeetingOver or NotAtMeeting."""
    _must_come(seat, meeting)
    _mine(seat, meeting, ready_at=clock.now())
    record(verb="meeting_answered", network=seat.network, person=person, item=meeting)


def vote(*, seat: Seat, person: UUID, meeting: UUID, option: UUID, says: Vote) -> None:
    """Say whether a proposed moment suits; the last answer counts.

    Raises NotHere, MeetingOver or NotAtMeeting.
    """
    _must_come(seat, meeting)
    if not PollOption.objects.filter(item_id=meeting, id=option).exists():
        raise NotHere()
    if not queries.is_asked(meeting, seat.member):
        raise NotAtMeeting()
    said = {"vote": says, "at": clock.now()}
    mine = PollAnswer.objects.filter(option_id=option, member_id=seat.member)
    if not mine.update(**said):
        row = PollAnswer(
            network_id=seat.network,
            item_id=meeting,
            option_id=option,
            member_id=seat.member,
            **said,
        )
        PollAnswer.objects.bulk_create([row], ignore_conflicts=True)
        # Another of the same team said something at the same moment: this came after it.
        mine.exclude(vote=says).update(**said)
    record(verb="meeting_answered", network=seat.network, person=person, item=meeting)


def _must_come(seat: Seat, meeting: UUID) -> None:
    if queries.meeting(network=seat.network, id=meeting)["state"] not in COMING:
        raise MeetingOver()


def _mine(seat: Seat, meeting: UUID, **columns: object) -> None:
    there = Participant.objects.filter(item_id=meeting, member_id=seat.member, ended_at=None)
    if not there.update(**columns):
        raise NotAtMeeting()
