"""Moving a question from one state to the next, once: of two people who do so, the first counts."""

from typing import Any
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.networks.actions import note_presence
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import day_within, local_day

from ..asked import Asked
from ..models import OPEN, Question, QuestionMove, State
from ..queries import question as readable_question


class AnsweredAlready(AlreadyDone):
    """Hier is al op geantwoord door {name}, {when}."""


class Changed(AlreadyDone):
    """Deze vraag is net veranderd. Hieronder ziet u hoe het nu is."""


class NotAskedYou(NotYours):
    """Deze vraag is niet aan u gesteld. Alleen wie gevraagd is, kan antwoorden."""


def read(*, seat: Seat, question: UUID) -> Asked:
    """The question as this seat reads it now; raises NotHere."""
    return readable_question(network=seat.network, id=question, member=seat.member)


def move(
    *, seat: Seat, person: UUID, found: Asked, to: State, words: str = "", **columns: Any
) -> None:
    """Change how it stands, if nobody did so meanwhile, and keep that it was changed.

    Raises AnsweredAlready or Changed; then nothing changes.
    """
    if not found.open:
        raise too_late(seat, found)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    moment = clock.now()
    rows = Question.objects.filter(
        item_id=found.id, state__in=OPEN, to_member_id=found.to_member, state_at=found.state_at
    )
    if not rows.update(state=to, state_by_id=person, state_at=moment, **columns):
        raise too_late(seat, read(seat=seat, question=found.id))
    note_move(seat=seat, person=person, item=found.id, became=to, words=words,
              to=columns.get("to_member_id", found.to_member))  # fmt: skip


def note_move(
    *, seat: Seat, person: UUID, item: UUID, became: State, to: UUID, words: str = ""
) -> None:
    """Keep one step of a question, in the name of who made it."""
    row = QuestionMove(
        id=new_id(), network_id=seat.network, item_id=item, became=became, person_id=person,
        member_id=seat.member, to_member_id=to, at=clock.now(), words=words,
    )  # fmt: skip
    QuestionMove.objects.bulk_create([row])


def too_late(seat: Seat, found: Asked) -> AlreadyDone:
    """Why it cannot be done any more, with the name of who was first."""
    if found.state != State.ANSWERED:
        return Changed()
    name = names_of_people(seat.network).get(found.state_by, "")
    day = day_within(found.state_at) if local_day(found.state_at) != clock.today() else ""
    return AnsweredAlready(name=name, when=f"{day} {clock_words(found.state_at)}".strip())
