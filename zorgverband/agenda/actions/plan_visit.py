"""Entering a visit or appointment, once or repeating, and apart from it what it is for."""

from collections.abc import Sequence
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
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Visit, VisitPurpose


class NobodyComes(Refusal):
    """Kies wie er komt, of schrijf een naam."""


class DatePast(Refusal):
    """Deze datum is voorbij. Kies vandaag of later."""


class EndsBeforeStart(Refusal):
    """De eindtijd is voor de begintijd. Kies een latere eindtijd, of laat die leeg."""


class LastBeforeFirst(Refusal):
    """De laatste keer is voor de eerste keer. Kies een latere datum, of laat die leeg."""


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
) -> Visit:
    """Put a visit in the agenda, readable for who may read who comes; `purpose` becomes an item
    of its own, about `purpose_subject`, with the same audience, which only its own readers see.

    Raises NobodyComes, DatePast, EndsBeforeStart, LastBeforeFirst, and what `share` raises.
    """
    if visitor.member is None and not visitor.name.strip():
        raise NobodyComes(field="who")
    rule = checked_rule(planned)
    with kept_words():
        title, purpose_title = _("Bezoek"), _("Waarvoor er iemand komt")
    item = share(
        seat=seat, person=person, about=about, subject=Subject.COMING, kind="visit",
        title=title, body=what, audience=audience, circle=circle, in_news=False,
        verb="visit_planned",
    )  # fmt: skip
    visit = Visit(
        item_id=item.id, network_id=seat.network, who_id=visitor.member,
        who_name=visitor.name.strip(), place=place.strip(), first_on=rule.first_on,
        last_on=rule.last_on, starts=planned.starts, ends=planned.ends, repeat=rule.repeat,
        weekdays=list(rule.weekdays),
    )  # fmt: skip
    Visit.objects.bulk_create([visit])
    if purpose.strip():
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
