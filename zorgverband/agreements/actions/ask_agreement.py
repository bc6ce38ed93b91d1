"""Asking one named member to do something. Who is named must be able to read it first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import EVERYONE
from zorgverband.sharing.queries import Reason, reasons_if
from zorgverband.sharing.shown import sentence
from zorgverband.sharing.subjects import Subject

from ..models import Agreement, State
from .answering import note_change

# The line of the rule that says: not among the readers who were chosen.
BY_AUDIENCE = -7


class NothingAgreed(Refusal):
    """Vul in wat u wilt afspreken, bijvoorbeeld: donderdag boodschappen doen."""


class NobodyDoesIt(Refusal):
    """Kies wie dit doet."""


class DatePast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later."""


class CannotRead(Refusal):
    """{name} kan deze afspraak niet lezen. {why} Kies iemand anders, een ander
    onderwerp of andere lezers."""


class NoSuchDay(Refusal):
    """Op deze dagen valt het nooit. Kies een andere dag, of een latere laatste dag."""


@dataclass(frozen=True)
class Terms:
    """What is agreed besides who and what: until when or how often, for which goal (an item), how
    it is checked, and which proposal it takes the place of, to be answered by whom."""

    due_on: date | None = None
    rule: Rule | None = None
    goal: UUID | None = None
    checked_by: str = ""
    instead_of: UUID | None = None
    asked_of: UUID | None = None

    def checked(self) -> "Terms":
        """These terms, begun on the first day they fall. Raises DatePast or NoSuchDay."""
        if self.due_on is not None and self.due_on < clock.today():
            raise DatePast(field="due_on")
        if self.rule is None or self.rule.repeat == Repeat.ONCE:
            return replace(self, rule=None)
        first = self.rule.next_day(clock.today())
        if first is None:
            raise NoSuchDay(field="weekday")
        return replace(self, due_on=None, rule=self.rule.begun_on(first))


AT_ONCE = Terms()


def ask_agreement(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    executor: UUID,
    what: str,
    more: str = "",
    due_on: date | None = None,
    terms: Terms = AT_ONCE,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
    at_once: bool = True,
    made_from: UUID | None = None,
) -> Agreement:
    """Ask `executor` to do `what`. Who asks it of themselves has accepted it at once,
    unless it comes from elsewhere and `at_once` is off. `made_from`: out of which item it is made.

    One person who is asked is told alone; the others hear the answer, from which it binds.

    Raises NothingAgreed, DatePast, NoSuchDay, CannotRead (visibility.md, *Writing*: naming someone
    never widens what they see), and what `share` raises.
    """
    if not what.strip():
        raise NothingAgreed(field="what")
    terms = (replace(terms, due_on=due_on) if due_on else terms).checked()
    if not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    asked = terms.asked_of or executor
    readers = [_checked(seat, person, about, subject, one, audience) for one in (executor, asked)]
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="agreement",
        title=what, body=more, audience=audience, circle=circle, in_news=False,
        tell=False, made_from=made_from,
    )  # fmt: skip
    own = at_once and asked == seat.member
    agreement = _row(item.id, seat, person, executor, terms, own=own)
    Agreement.objects.bulk_create([agreement])
    note_change(seat=seat, person=person, agreement=item.id, was="", became=State(agreement.state))
    record(
        verb="agreement_accepted" if own else "agreement_asked", network=seat.network,
        person=person, item=item.id, to_person=None if own else readers[-1].person,
    )  # fmt: skip
    return agreement


def _row(
    item: UUID, seat: Seat, person: UUID, executor: UUID, terms: Terms, *, own: bool
) -> Agreement:
    row = Agreement(
        item_id=item, network_id=seat.network, executor_id=executor, due_on=terms.due_on,
        asked_of_id=terms.asked_of, instead_of_id=terms.instead_of, goal_id=terms.goal,
        checked_by=terms.checked_by.strip(), state=State.ACCEPTED if own else State.ASKED,
        state_by_id=person, state_at=clock.now(),
    )  # fmt: skip
    if terms.rule is not None:
        row.first_on, row.last_on = terms.rule.first_on, terms.rule.last_on
        row.repeat, row.weekdays = terms.rule.repeat, list(terms.rule.weekdays)
    return row


def _checked(
    seat: Seat, person: UUID, about: UUID, subject: Subject, executor: UUID,
    audience: Sequence[UUID] | None,
) -> Face:  # fmt: skip
    """The executor, who reads it; raises NobodyDoesIt or CannotRead."""
    face = faces(seat.network).get(executor)
    if face is None:
        raise NobodyDoesIt(field="executor")
    found = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=audience
    )
    theirs = [reason for reason in found if reason.member == executor]
    if any(reason.reads for reason in theirs):
        return face
    raise CannotRead(field="executor", name=face.name, why=_why(theirs, face, subject))


def _why(theirs: Sequence[Reason], face: Face, subject: Subject) -> str:
    if not theirs:
        return _("Deze persoon doet niet meer mee.")
    if theirs[0].line == BY_AUDIENCE:
        return _("U koos andere lezers.")
    return sentence(theirs[0].line, face=face, subject=subject)
