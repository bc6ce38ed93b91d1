"""What happens to a question or complaint after it was handed in, until it ends."""

from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import AlreadyDone, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.subjects import Subject

from ..models import Complaint
from ..queries import Case, case
from ..terms import EXTENSION, REACTION


class NotYourCase(NotYours):
    """Dit doet degene die deze vraag of klacht behandelt."""


class NotYourWords(NotYours):
    """Dit zegt alleen degene die de vraag of klacht schreef."""


class EndedNow(AlreadyDone):
    """Dit is al klaar. U kunt het nog lezen."""


class SayWhy(Refusal):
    """Schrijf op waarom er meer tijd nodig is."""


class TooLateToExtend(Refusal):
    """De termijn is al voorbij. Geef antwoord, of bel degene die dit schreef."""


class SayOutcome(Refusal):
    """Schrijf op wat het antwoord is."""


def receive_complaint(*, seat: Seat, person: UUID, complaint: UUID) -> None:
    """Say that it was received. Raises NotHere, NotYourCase or EndedNow."""
    found = _mine_to_handle(seat, complaint)
    if found.received_at is None:
        _change(seat, person, found, "complaint_received", received_at=clock.now())


def extend_complaint(*, seat: Seat, person: UUID, complaint: UUID, because: str) -> None:
    """Take four weeks more, once, before the term is over and with the reason (`terms`).
    Raises NotHere, NotYourCase, EndedNow, SayWhy or TooLateToExtend."""
    found = _mine_to_handle(seat, complaint)
    if found.answered_at or found.extended_at:
        raise EndedNow()
    if not because.strip():
        raise SayWhy(field="because")
    if found.answer_by < clock.today():
        raise TooLateToExtend(field="because")
    _change(seat, person, found, "complaint_extended", extended_at=clock.now(),
            extended_because=because.strip(), answer_by=found.answer_by + EXTENSION)  # fmt: skip


def answer_complaint(*, seat: Seat, person: UUID, complaint: UUID, outcome: str) -> None:
    """Give the answer, once. It goes on for four weeks, in which who wrote it can react; then it
    ends by itself. Raises NotHere, NotYourCase, EndedNow or SayOutcome."""
    found = _mine_to_handle(seat, complaint)
    if found.answered_at:
        raise EndedNow()
    if not outcome.strip():
        raise SayOutcome(field="outcome")
    moment = clock.now()
    _change(
        seat, person, found, "complaint_answered", answered_at=moment, outcome=outcome.strip(),
        received_at=found.received_at or moment, ends_at=moment + REACTION,
    )  # fmt: skip


def end_complaint(
    *, seat: Seat, person: UUID, complaint: UUID, satisfied: bool | None = None
) -> None:
    """By who wrote it: say whether the answer is good, or stop without one. With it ends what the
    handler could read. Raises NotHere, NotYourWords or EndedNow."""
    found = case(network=seat.network, id=complaint)
    if found.author != person:
        raise NotYourWords()
    if not found.runs:
        raise EndedNow()
    said = satisfied if found.answered_at else None
    _change(seat, person, found, "complaint_ended", satisfied=said, ends_at=now_at_the_latest())


def _mine_to_handle(seat: Seat, complaint: UUID) -> Case:
    found = case(network=seat.network, id=complaint)
    if found.handler != seat.member:
        raise NotYourCase()
    if not found.runs:
        raise EndedNow()
    return found


def _change(seat: Seat, person: UUID, found: Case, verb: str, **columns: Any) -> None:
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    # As it was when it was looked at: of two at once the second changes nothing.
    rows = Complaint.objects.filter(
        item_id=found.id, answered_at=found.answered_at, extended_at=found.extended_at
    )
    if not rows.update(**columns):
        raise EndedNow()
    record(verb=verb, network=seat.network, person=person, item=found.id)
