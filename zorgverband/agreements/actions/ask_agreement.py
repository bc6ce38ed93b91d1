"""Asking one named member to do something. Who is named must be able to read it first."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
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
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
) -> Agreement:
    """Ask `executor` to do `what`. Who asks it of themselves has accepted it at once.

    One person who is asked is told alone; the others hear the answer, from which it binds.

    Raises NothingAgreed, DatePast, CannotRead (visibility.md, *Writing*: naming someone never
    widens what they see), and what `share` raises.
    """
    if not what.strip():
        raise NothingAgreed(field="what")
    if due_on is not None and due_on < clock.today():
        raise DatePast(field="due_on")
    if not seat.may_write(about=about, subject=subject):
        raise MayNotWrite(field="subject")
    face = _checked(seat, person, about, subject, executor, audience)
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind="agreement",
        title=what, body=more, audience=audience, circle=circle, in_news=False,
        tell=False,
    )  # fmt: skip
    agreement = Agreement(
        item_id=item.id, network_id=seat.network, executor_id=executor, due_on=due_on,
        state=State.ACCEPTED if executor == seat.member else State.ASKED,
        state_by_id=person, state_at=clock.now(),
    )  # fmt: skip
    Agreement.objects.bulk_create([agreement])
    own = executor == seat.member
    record(
        verb="agreement_accepted" if own else "agreement_asked", network=seat.network,
        person=person, item=item.id, to_person=None if own else face.person,
    )  # fmt: skip
    return agreement


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
