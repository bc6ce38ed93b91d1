"""Answering what one was asked: yes, no and why, call me, or in words. Once."""

from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import AnswerKind, State
from .moving import NotAskedYou, move, read, too_late


class NoReason(Refusal):
    """Schrijf waarom niet. Dan weet wie het vraagt hoe het verder kan."""


class NoAnswer(Refusal):
    """Schrijf uw antwoord."""


def answer_question(
    *, seat: Seat, person: UUID, question: UUID, kind: AnswerKind, words: str = ""
) -> None:
    """Answer it; the one who asked is told.

    Raises NotHere, NotAskedYou, NoReason, NoAnswer, AnsweredAlready or Changed; then nothing changes.
    """
    found = read(seat=seat, question=question)
    if not found.open:
        raise too_late(seat, found)
    if not found.mine:
        raise NotAskedYou()
    words = words.strip()
    if not words and kind == AnswerKind.NO:
        raise NoReason(field="words")
    if not words and kind == AnswerKind.WORDS:
        raise NoAnswer(field="words")
    move(seat=seat, person=person, found=found, to=State.ANSWERED, answer_kind=kind, answer=words)
    record(
        verb="question_answered", network=seat.network, person=person, item=question,
        to_person=found.author,
    )  # fmt: skip
