"""Adding a part to the plan: what somebody wants, what goes well, a worry, a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.queries import faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import SAFE
from ..models import Goal, Measure, PlanPart

_SAFEST = 10


class NoWords(Refusal):
    """Vul in wat er in het plan moet staan."""


class GoalInPast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later, of laat de datum leeg."""


class NotSafe(Refusal):
    """Kies een cijfer van 0 tot en met 10."""


class NobodySigns(Refusal):
    """Kies wie het plan tekent."""


class CannotSign(Refusal):
    """{name} mag dit niet lezen, en kan het dus niet tekenen. Kies iemand anders of andere lezers."""


@dataclass(frozen=True)
class Said:
    """Who says it (a member), whether in these very words, and since when it is so."""

    by: UUID | None = None
    quote: bool = False
    since: date | None = None


@dataclass(frozen=True)
class Aim:
    """How one sees whether a goal comes nearer, and until when."""

    measure: Measure = Measure.NONE
    unit: str = ""
    target: Decimal | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Own:
    """What belongs to one kind only: how safe it is (0 to 10), who must be there and whether they
    sign, for which goal help is."""

    value: int | None = None
    who: UUID | None = None
    signs: bool = False
    goal: UUID | None = None


NOBODY, NO_AIM, NOTHING = Said(), Aim(), Own()


def add_part(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    kind: str,
    words: str,
    more: str = "",
    domain: str = "",
    said: Said = NOBODY,
    aim: Aim = NO_AIM,
    own: Own = NOTHING,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
) -> PlanPart:
    """Add one part, readable for who may read its subject. Of a goal its readers hear; who is asked
    to sign hears of that alone. How safe somebody says it is takes the place of what they said.

    Raises NoWords, GoalInPast, NotSafe, CannotSign, and what `share` raises.
    """
    words = words.strip() or _words(kind, own, seat)
    if not words:
        raise NoWords(field="words")
    if aim.due_on is not None and aim.due_on < clock.today():
        raise GoalInPast(field="due_on")
    if kind == SAFE and (own.value is None or not 0 <= own.value <= _SAFEST):
        raise NotSafe(field="value")
    signer = _signer(seat, person, about, subject, own, audience) if own.signs else None
    is_goal = kind == "goal"
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind=f"plan_{kind}", title=words,
        body=more, audience=audience, circle=circle, in_news=False, tell=is_goal,
        verb="goal_added" if is_goal else "shared",
    )  # fmt: skip
    part = PlanPart(
        item_id=item.id, network_id=seat.network, kind=kind, domain=domain,
        said_by_id=said.by, quote=said.quote, since=said.since, value=own.value, who_id=own.who,
        signs=own.signs, goal_id=own.goal,
    )  # fmt: skip
    if kind == SAFE:
        part.said_by_id = said.by or seat.member
        part.since = said.since or clock.today()
        PlanPart.objects.filter(
            network_id=seat.network, kind=SAFE, ended_at=None, said_by_id=part.said_by_id,
            item__about_id=about,
        ).update(ended_at=clock.now(), ended_by_id=person)  # fmt: skip
    PlanPart.objects.bulk_create([part])
    if signer is not None:
        record(verb="plan_sign_asked", network=seat.network, person=person, item=item.id,
               to_person=signer)  # fmt: skip
    if is_goal:
        row = Goal(
            item_id=item.id, network_id=seat.network, measure=aim.measure, unit=aim.unit.strip(),
            target=aim.target, due_on=aim.due_on,
        )  # fmt: skip
        Goal.objects.bulk_create([row])
    return part


def _words(kind: str, own: Own, seat: Seat) -> str:
    """What stands there when nothing was written: who must be there, or that it is about safety."""
    if kind == SAFE:
        with kept_words():
            return _("Hoe veilig het is")
    face = faces(seat.network).get(own.who) if own.who else None
    return face.name if face else ""


def _signer(
    seat: Seat, person: UUID, about: UUID, subject: Subject, own: Own,
    audience: Sequence[UUID] | None,
) -> UUID:  # fmt: skip
    """The person who is asked to sign, and who reads that. Raises NobodySigns or CannotSign."""
    face = faces(seat.network).get(own.who) if own.who else None
    if face is None or face.person is None:
        raise NobodySigns(field="who")
    found = reasons_if(
        network=seat.network, about=about, subject=subject, author=person, audience=audience
    )
    if not any(one.reads for one in found if one.member == own.who):
        raise CannotSign(field="who", name=face.name)
    return face.person
