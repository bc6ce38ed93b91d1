"""Passing a question on: another member answers it, who must be able to read it."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.subjects import Subject

from ..models import State, Urgency
from ..terms import term
from .ask_question import NotYourself
from .moving import NotAskedYou, move, read, too_late
from .reading import NobodyAsked, check_reader


def pass_question(*, seat: Seat, person: UUID, question: UUID, to: UUID, words: str = "") -> None:
    """Have `to` answer it, by who is asked or who asked it. The term begins again.

    Raises NotHere, NotAskedYou, NotYourself, NobodyAsked, CannotReadQuestion, AnsweredAlready or
    Changed; then nothing changes.
    """
    found = read(seat=seat, question=question)
    if not found.open:
        raise too_late(seat, found)
    if not found.mine and found.author != person:
        raise NotAskedYou()
    if to == found.to_member:
        raise NobodyAsked(field="to")
    if to == found.author_member and found.author == person:
        raise NotYourself(field="to")
    check_reader(faces(seat.network).get(to), reasons(question), Subject(found.subject))
    wanted = term(Urgency(found.urgency), clock.now())
    move(
        seat=seat, person=person, found=found, to=State.PASSED, words=words.strip(),
        to_member_id=to, function="", due_at=wanted.due_at, remind_at=wanted.remind_at,
        reminded_at=None,
    )  # fmt: skip
    record(verb="question_passed", network=seat.network, person=person, item=question)
