"""Entering a visit or appointment, once or repeating, and apart from it what it is for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Kind, Visit, VisitPurpose
from .details import PLAIN, Details, checked_details, title_of


class NobodyComes(Refusal):
    """Kies wie er komt, of schrijf een naam."""


class DatePast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later."""


class EndsBeforeStart(Refusal):
    """De eindtijd is voor de begintijd. Kies een latere eindtijd, of laat die leeg."""


class LastBeforeFirst(Refusal):
    """De laatste keer is voor de eerste keer. Kies een latere datum, of laat die leeg."""


class MayNotKnow(Refusal):
    """Niet iedereen die u noemt, mag dit lezen. Kies iemand anders, of schrijf alleen een naam."""


@dataclass(frozen=True)
class Planned:
    """When somebody comes, by the clock on the wall: the days of `rule`, from `starts`."""

    rule: Rule
    starts: time
    ends: time | None = None


@dataclass(frozen=True)
class Visitor:
    """Who comes: a member, somebody else by name, or of a member (a team) this one by name."""

    member: UUID | None = None
    name: str = ""


def plan_visit(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    visitor: Visitor,
    planned: Planned,
    what: str = "",
    purpose: str = "",
    purpose_subject: Subject = Subject.HEALTH,
    place: str = "",
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
    details: Details = PLAIN,
) -> Visit:
    """Put a visit in the agenda, readable for who may read who comes; `purpose` becomes an item
    of its own, about `purpose_subject`, with the same audience, which only its own readers see.

    Raises NobodyComes, DatePast, EndsBeforeStart, LastBeforeFirst, WindowWithoutEnd, TurnsOfOne,
    TurnsOnce, MayNotKnow for who takes part in what leads to a doctor and may not read that, and what
    `share` raises.
    """
    if visitor.member is None and not visitor.name.strip():
        raise NobodyComes(field="who")
    rule = checked_rule(planned)
    checked_details(details, ends=planned.ends, repeat=planned.rule.repeat)
    if details.subject.medical and circle == EVERYONE:
        circle = FAMILY_CARE
    if details.medical:
        named = details.named | {visitor.member} if visitor.member else details.named
        _refuse_who_may_not_know(seat, person, about, details.medical, audience, named)
    shuts_out = (audience is not None or details.medical) and details.kind != Kind.MEDICINE
    busy = _taken(seat, person, about, planned, rule) if details.busy and shuts_out else None
    with kept_words():
        title, purpose_title = title_of(details.kind), _("Waarvoor er iemand komt")
    item = share(
        seat=seat, person=person, about=about, subject=details.subject, kind="visit",
        title=title, body=what, audience=audience, circle=circle, in_news=False,
        verb="visit_planned",
    )  # fmt: skip
    visit = _visit(seat, item.id, planned, rule)
    visit.who_id, visit.who_name = visitor.member, visitor.name.strip()
    visit.place, visit.kind, visit.window = place.strip(), details.kind, details.window
    visit.along_id, visit.along_name = details.along, details.along_name.strip()
    visit.transport, visit.driver_id = details.transport, details.driver
    visit.rota, visit.busy_id = list(details.rota), busy
    Visit.objects.bulk_create([visit])
    if purpose.strip() and details.kind != Kind.MEDICINE:
        whole = circle in (EVERYONE, FAMILY_CARE)
        # The wall keeps the social side out; a nurse who joins later must be able to read it.
        item = share(
            seat=seat, person=person, about=about, subject=purpose_subject, kind="visit_purpose",
            title=purpose_title, body=purpose, in_news=False, tell=False,
            audience=None if whole else audience, circle=FAMILY_CARE if whole else circle,
        )  # fmt: skip
        VisitPurpose.objects.bulk_create(
            [VisitPurpose(item_id=item.id, network_id=seat.network, visit_id=visit.item_id)]
        )
    return visit


def _refuse_who_may_not_know(
    seat: Seat, person: UUID, about: UUID, subject: Subject, audience: Sequence[UUID] | None,
    named: Collection[UUID],
) -> None:  # fmt: skip
    """Naming somebody never widens what they see: raises MayNotKnow."""
    known = reasons_if(network=seat.network, about=about, subject=subject, author=person,
                       audience=audience)  # fmt: skip
    if not set(named) <= {reason.member for reason in known if reason.reads}:
        raise MayNotKnow(field="along")


def _visit(seat: Seat, item: UUID, planned: Planned, rule: Rule) -> Visit:
    return Visit(
        item_id=item, network_id=seat.network, first_on=rule.first_on, last_on=rule.last_on,
        starts=planned.starts, ends=planned.ends, repeat=rule.repeat, weekdays=list(rule.weekdays),
    )  # fmt: skip


def _taken(seat: Seat, person: UUID, about: UUID, planned: Planned, rule: Rule) -> UUID:
    """An item of its own that says that the time is taken, and nothing else: for everybody who may
    read who comes."""
    with kept_words():
        title = title_of(Kind.BUSY)
    item = share(
        seat=seat, person=person, about=about, subject=Subject.COMING, kind="visit", title=title,
        in_news=False, tell=False,
    )  # fmt: skip
    visit = _visit(seat, item.id, planned, rule)
    visit.kind = Kind.BUSY
    Visit.objects.bulk_create([visit])
    return item.id


def checked_rule(planned: Planned) -> Rule:
    """The rule, begun on the first day it really falls; raises what is wrong with its times."""
    rule = planned.rule
    if rule.first_on < clock.today():
        raise DatePast(field="date")
    checked_times(planned.starts, planned.ends)
    if rule.repeat == Repeat.ONCE:
        return replace(rule, last_on=rule.first_on, weekdays=())
    first = replace(rule, last_on=max(rule.last_on, rule.first_on)).first_day()
    if first is None or rule.last_on < first:
        raise LastBeforeFirst(field="last")
    return replace(rule, first_on=first)


def checked_times(starts: time, ends: time | None) -> None:
    """Raises EndsBeforeStart when it would end before it begins."""
    if ends is not None and ends <= starts:
        raise EndsBeforeStart(field="ends")


def checked_day(day: date) -> date:
    """This day itself; raises DatePast when it is over."""
    if day < clock.today():
        raise DatePast(field="date")
    return day
