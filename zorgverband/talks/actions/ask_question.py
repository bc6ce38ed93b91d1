"""Asking one named member, or whoever has one function, a question."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import EVERYONE
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from ..models import Question, State, Urgency
from ..terms import term
from .moving import note_move
from .reading import check_reader


class NothingAsked(Refusal):
    """Vul in wat u wilt vragen."""


class NotYourself(Refusal):
    """Dit bent u zelf. Kies aan wie u dit vraagt."""


def ask_question(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    to: UUID,
    what: str,
    urgency: Urgency,
    more: str = "",
    function: str = "",
    source: UUID | None = None,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
) -> Question:
    """Ask `to`, a member, `what`. With `function` it is asked of whoever has it, `to` at this moment.
    `source` is the item out of which it is asked, which who asks must read.

    Raises NothingAsked, NotYourself, NobodyAsked, CannotReadQuestion, NotHere, and what `share` raises.
    """
    if not what.strip():
        raise NothingAsked(field="what")
    if not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    if to == seat.member:
        raise NotYourself(field="to")
    found = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=audience
    )
    check_reader(faces(seat.network).get(to), found, subject)
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="question", title=what,
        body=more, audience=audience, circle=circle, in_news=False, tell=False,
        made_from=source,
    )  # fmt: skip
    moment, wanted = clock.now(), term(urgency, clock.now())
    row = Question(
        item_id=item.id, network_id=seat.network, to_member_id=to, function=function,
        urgency=urgency, due_at=wanted.due_at, remind_at=wanted.remind_at,
        state=State.OPEN, state_by_id=person, state_at=moment,
    )  # fmt: skip
    Question.objects.bulk_create([row])
    note_move(seat=seat, person=person, item=item.id, became=State.OPEN, to=to)
    record(verb="question_asked", network=seat.network, person=person, item=item.id)
    return row
