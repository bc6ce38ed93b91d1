"""Questions back about a section or a line, and the answers: as readable as what they are about."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..handed import Handed, handover, lines_of, questions_of, sections_of
from ..models import HandoverQuestion
from .parties import leaver, running


class NoQuestion(Refusal):
    """Vul in wat u wilt vragen."""


class NoAnswer(Refusal):
    """Vul uw antwoord in."""


class NotAskedHere(NotYours):
    """Alleen wie de zorg of een taak overneemt, kan hier iets vragen."""


class AnsweredAlready(AlreadyDone):
    """Deze vraag is al beantwoord. Hieronder ziet u het antwoord."""


def ask_back(
    *, seat: Seat, person: UUID, handover: UUID, item: UUID, words: str
) -> HandoverQuestion:
    """Ask the leaver something about a section or line. Raises NotHere, NotAskedHere, HandoverOver or
    NoQuestion."""
    found = _must_take_part(seat, handover, item)
    if not words.strip():
        raise NoQuestion(field="words")
    made = HandoverQuestion(
        network_id=seat.network, handover_id=handover, item_id=item, words=words.strip(),
        asked_by_id=person, asked_member_id=seat.member, asked_at=clock.now(),
    )  # fmt: skip
    HandoverQuestion.objects.bulk_create([made])
    record(verb="handover_question", network=seat.network, person=person, item=item,
           to_person=found.item__author_id)  # fmt: skip
    return made


def _must_take_part(seat: Seat, id: UUID, item: UUID) -> Handed:
    found = running(handover(network=seat.network, id=id))
    lines = lines_of(id)
    parties = {found.to_member_id} | {one.to_member_id for one in lines}
    if seat.member not in parties:
        raise NotAskedHere()
    there = {one.item_id for one in lines} | {one.item_id for one in sections_of(id).values()}
    if item not in there:
        raise NotHere()
    return found


def answer_back(*, seat: Seat, person: UUID, handover: UUID, question: UUID, words: str) -> UUID:
    """Answer a question; answers the item it is about. Raises NotHere, NotTheLeaver, HandoverOver,
    NoAnswer or AnsweredAlready."""
    leaver(seat, handover)
    asked = [one for those in questions_of(handover).values() for one in those]
    found = next((one for one in asked if one.id == question), None)
    if found is None:
        raise NotHere()
    if not words.strip():
        raise NoAnswer(field="words")
    changed = HandoverQuestion.objects.filter(id=question, answered_at=None).update(
        answer=words.strip(), answered_by_id=person, answered_at=clock.now()
    )
    if not changed:
        raise AnsweredAlready()
    record(verb="handover_answer", network=seat.network, person=person, item=found.item_id,
           to_person=found.asked_by_id)  # fmt: skip
    return found.item_id
