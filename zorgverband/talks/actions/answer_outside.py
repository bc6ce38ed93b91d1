"""The one answer of somebody outside; and the message its asker makes of it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from zorgverband.base import clock, talking
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.base.viewer import Seat, enter, leave
from zorgverband.journal.actions import record
from zorgverband.sharing.actions import share
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import OutsideQuestion


class NoAnswer(Refusal):
    """Vul uw antwoord in."""


class NoName(Refusal):
    """Vul in wie u bent, bijvoorbeeld: uw naam en uw beroep."""


class KeptAlready(AlreadyDone):
    """Van dit antwoord is al een bericht gemaakt."""


def answer_outside(*, token: str, answer: str, by: str) -> None:
    """Keep the answer behind this link (hashed) and have its asker told. Raises NotHere for every link
    that waits for no answer, NoAnswer or NoName."""
    if talking.outside_question(token) is None:
        raise NotHere()
    if not answer.strip():
        raise NoAnswer(field="answer")
    if not by.strip():
        raise NoName(field="by")
    whose = talking.answer_outside(token=token, answer=answer.strip(), by=by.strip())
    if whose is None:
        raise NotHere()
    network, asker = whose
    # In the asker's name: who answered is nobody here. Nobody is looking any more after this.
    if network in enter(person=asker, networks=[network]).seats:
        record(verb="outside_answered", network=network, person=asker, to_person=asker)
    leave()


def keep_answer(
    *,
    seat: Seat,
    person: UUID,
    question: UUID,
    about: UUID,
    subject: Subject,
    title: str,
    body: str,
    audience: Sequence[UUID] | None,
    circle: str,
) -> Item:
    """Make a message of question and answer, in these words and for these readers. Raises NotHere,
    KeptAlready, and what `share` raises."""
    mine = OutsideQuestion.objects.filter(network_id=seat.network, asker_id=person, id=question)
    row: Any = mine.values("answered_at", "kept_as_id").first()
    if row is None or row["answered_at"] is None:
        raise NotHere()
    if row["kept_as_id"] is not None:
        raise KeptAlready()
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="note", title=title, body=body,
        audience=audience, circle=circle,
    )  # fmt: skip
    if not mine.filter(kept_as=None).update(kept_as_id=item.id, seen_at=clock.now()):
        raise KeptAlready()
    return item
