"""Deciding on a mark, with a note; and noting that the log was consulted."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal

from ..models import Consultation, Mark


class NoDecision(Refusal):
    """Kies uw oordeel."""


class NoNote(Refusal):
    """Schrijf op waarom. Dat blijft bewaard."""


class DecidedBefore(AlreadyDone):
    """Iemand heeft hier al over beslist."""


def decide_mark(*, mark: UUID, person: UUID, decision: str, note: str) -> None:
    """Keep the decision of an officer; it cannot be changed afterwards.

    Raises NoDecision, NoNote, or DecidedBefore; the lock refuses who does not supervise it.
    """
    if decision not in Mark.Decision.values:
        raise NoDecision(field="decision")
    if not note.strip():
        raise NoNote(field="note")
    changed = Mark.objects.filter(id=mark, decided_at=None).update(
        decision=decision, note=note.strip(), decided_by_id=person, decided_at=clock.now()
    )
    if not changed:
        raise DecidedBefore()


def consult(*, person: UUID, door: str, words: str) -> None:
    """Note that this officer looked: looking in what is kept of looking is kept as well."""
    row = Consultation(person_id=person, door=door, words=words, at=clock.now())
    Consultation.objects.bulk_create([row])
