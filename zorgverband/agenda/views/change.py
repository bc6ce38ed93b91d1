"""The forms with which a visit is moved or called off."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import long_date

from .. import actions, queries
from ..actions.changing import may_change, may_plan
from ..forms import read_date, read_time
from ..occurrences import Occurrence
from ..shown import show_visits
from .visit import address, read_day, read_version

SERIES = "series"


@require_http_methods(["GET", "POST"])
@network_door
def move_visit(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """Another day or time for this one occurrence."""
    one = _occurrence(here, visit_id, day)
    refusal = None
    if here.request.method == "POST":
        try:
            return _move(here, one)
        except Refusal as raised:
            refusal = raised
            one = _occurrence(here, visit_id, day)
    return _form(here, one, "agenda/move.html", refusal)


def _move(here: Here, one: Occurrence) -> HttpResponse:
    typed = here.request.POST
    ends = typed.get("ends", "")
    which: dict[str, Any] = {
        "seat": here.seat, "person": here.person, "visit": one.series.id, "on_date": one.on_date
    }  # fmt: skip
    times: dict[str, Any] = {
        "to": read_date(typed.get("date", ""), "date"),
        "starts": read_time(typed.get("starts", ""), "starts"),
        "ends": read_time(ends, "ends") if ends else None,
        "reason": typed.get("reason", ""),
    }
    here.touch(UPDATE, one.series.id)
    if typed.get("which") == SERIES and one.series.repeats:
        new = actions.move_series(**which, **times)
        here.touch(CREATE, new)
        say(here.request, _("Verzet, vanaf deze dag. Wie ervan weet, krijgt bericht."))
        at = reverse("visit_next", kwargs={"network_id": here.network, "visit_id": new})
        return HttpResponseRedirect(at)
    actions.move_visit(**which, **times, version=read_version(typed.get("version", "")))
    say(here.request, _("Verzet. Wie van dit bezoek weet, krijgt bericht."))
    return HttpResponseRedirect(address(here, one.series.id, one.on_date))


@require_http_methods(["GET", "POST"])
@network_door
def cancel_visit(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """Call off this one occurrence, or this and all that follow."""
    one = _occurrence(here, visit_id, day)
    refusal = None
    if here.request.method == "POST":
        try:
            return _cancel(here, one)
        except Refusal as raised:
            refusal = raised
            one = _occurrence(here, visit_id, day)
    return _form(here, one, "agenda/cancel.html", refusal)


def _cancel(here: Here, one: Occurrence) -> HttpResponse:
    typed, series = here.request.POST, one.series
    reason = typed.get("reason", "")
    here.touch(UPDATE, series.id)
    if typed.get("which") == SERIES and series.repeats:
        actions.stop_visits(
            seat=here.seat, person=here.person, visit=series.id, from_date=one.on_date,
            reason=reason,
        )  # fmt: skip
        say(here.request, _("Vanaf deze dag komt er niemand meer. Wie ervan weet, krijgt bericht."))
        at = reverse("visit_next", kwargs={"network_id": here.network, "visit_id": series.id})
        return HttpResponseRedirect(at)
    actions.cancel_visit(
        seat=here.seat, person=here.person, visit=series.id, on_date=one.on_date,
        reason=reason, version=read_version(typed.get("version", "")),
    )  # fmt: skip
    say(here.request, _("Afgezegd. Wie van dit bezoek weet, krijgt bericht."))
    return HttpResponseRedirect(address(here, series.id, one.on_date))


def _occurrence(here: Here, visit_id: UUID, day: str) -> Occurrence:
    one = queries.occurrence(network=here.network, id=visit_id, on_date=read_day(day))
    if not may_change(one, seat=here.seat, person=here.person):
        raise NotYours()
    return one


def _form(here: Here, one: Occurrence, template: str, refusal: Refusal | None) -> HttpResponse:
    if refusal and refusal.status == NotHere.status:
        raise refusal
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_visits([one], seat=here.seat, person=here.person, people=people, names=names)[0]
    return page(
        here, template, current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, visit=shown, one=one,
        typed=_typed(here, one), today=clock.today().isoformat(),
        day=long_date(one.day), at=address(here, one.series.id, one.on_date),
        may_stop=one.series.repeats
        and may_plan(one.series, seat=here.seat, person=here.person),
    )  # fmt: skip


def _typed(here: Here, one: Occurrence) -> dict[str, str]:
    now = {
        "date": one.day.isoformat(),
        "starts": one.starts_at.strftime("%H:%M"),
        "ends": one.ends_at.strftime("%H:%M") if one.ends_at else "",
        "reason": "",
        "which": "once",
    }
    return {name: here.request.POST.get(name, value) for name, value in now.items()}
