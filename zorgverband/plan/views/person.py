"""The plan seen from who does what ("wat doet zij?") and from the days ("deze week")."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.queries import done_by, open_agreements
from zorgverband.agreements.shown import show_agreements
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import day_heading

DAYS = 7


@require_safe
@network_door
def plan_of_member(here: Here, member_id: UUID) -> HttpResponse:
    """What one member does, as far as it is for who looks."""
    people, names = faces(here.network), names_of_people(here.network)
    face = people.get(member_id)
    if face is None:
        raise NotHere()
    shown = show_agreements(
        done_by(here.network, member_id),
        seat=here.seat,
        person=here.person,
        people=people,
        names=names,
    )
    own = member_id == here.seat.member
    title = _("Wat u doet") if own else _("Wat %(name)s doet") % {"name": face.name}
    return page(
        here, "plan/person.html", current="plan", people=people, title=title, face=face,
        agreements=shown,
    )  # fmt: skip


@require_safe
@network_door
def plan_week(here: Here) -> HttpResponse:
    """What is to be done in the coming week, by day; first what is late."""
    people, names = faces(here.network), names_of_people(here.network)
    today = clock.today()
    days: dict[date | None, list[Agreed]] = {}
    for one in open_agreements(here.network):
        for day in _days(one, today, here.seat.member):
            days.setdefault(day, []).append(one)
    order: list[date | None] = [None, *(today + timedelta(days=away) for away in range(DAYS))]
    groups: list[tuple[str, Any]] = [
        (
            day_heading(day, today) if day else _("Te laat"),
            show_agreements(
                days[day], seat=here.seat, people=people, names=names, ahead=day is not None
            ),
        )
        for day in order
        if day in days
    ]
    return page(here, "plan/week.html", current="plan", people=people, groups=groups)


def _days(one: Agreed, today: date, member: UUID) -> list[date | None]:
    """On which days of this week it falls; None for late."""
    late: list[date | None] = [None] if one.late_for(member) else []
    last = today + timedelta(days=DAYS - 1)
    return late + [day for day in one.days(today, last) if day not in one.ticks]
