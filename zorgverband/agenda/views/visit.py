"""The page of one visit; noting that somebody has been, and letting a cancelled one go on."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import long_date
from zorgverband.ui.repeats import repeats_in_words

from .. import actions, queries
from ..actions.changing import may_change
from ..actions.mark_been import AlreadyBeen
from ..actions.take_part import OF_ONESELF, open_parts
from ..models import Kind
from ..occurrences import Occurrence, Turn
from ..shown import show_visits
from ..shown_turns import asked_words, may_swap, part_words, turns_ahead


@require_safe
@network_door
def visit(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """One occurrence, with what may be done about it."""
    return show(here, visit_id, read_day(day))


@require_POST
@network_door
def mark_been(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """Note that the visitor has been; the second who says so hears who was first."""
    on_date = read_day(day)
    try:
        actions.mark_been(seat=here.seat, person=here.person, visit=visit_id, on_date=on_date)
    except AlreadyBeen as refusal:
        return show(here, visit_id, on_date, refusal, told=_first_said(here, visit_id, on_date))
    except Refusal as refusal:
        return told(here, visit_id, on_date, refusal)
    here.touch(UPDATE, visit_id)
    say(here.request, _("Genoteerd: is geweest."))
    if here.request.POST.get("back") == "today":
        return HttpResponseRedirect(reverse("today", kwargs={"network_id": here.network}))
    if here.request.POST.get("back") == "route":
        return HttpResponseRedirect(reverse("my_route"))
    return HttpResponseRedirect(address(here, visit_id, on_date))


@require_POST
@network_door
def restore_visit(here: Here, visit_id: UUID, day: str) -> HttpResponse:
    """A cancelled occurrence goes on after all."""
    on_date = read_day(day)
    try:
        actions.restore_visit(
            seat=here.seat, person=here.person, visit=visit_id, on_date=on_date,
            version=read_version(here.request.POST.get("version", "")),
        )  # fmt: skip
    except Refusal as refusal:
        return told(here, visit_id, on_date, refusal)
    here.touch(UPDATE, visit_id)
    say(here.request, _("Het bezoek gaat toch door."))
    return HttpResponseRedirect(address(here, visit_id, on_date))


def show(
    here: Here, visit_id: UUID, on_date: date, refusal: Refusal | None = None, told: str = ""
) -> HttpResponse:
    """The page of this occurrence, with what was refused on top."""
    one = queries.occurrence(network=here.network, id=visit_id, on_date=on_date)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_visits([one], seat=here.seat, person=here.person, people=people, names=names)[0]
    return page(
        here, "agenda/visit_page.html", current="more", people=people,
        status=refusal.status if refusal else 200, told=told or (refusal and refusal.sentence),
        visit=shown, one=one, at=address(here, visit_id, on_date),
        day=long_date(one.day), repeats=repeats_in_words(one.series.rule),
        changed_by=names.get(one.changed_by, "") if one.changed_by else "",
        may_change=may_change(one, seat=here.seat, person=here.person),
        may_mark=not one.been_at and not one.cancelled and one.day <= clock.today()
        and one.series.kind != Kind.BUSY,
        parts=[(part.value, part_words()[part]) for part in open_parts(one, people)],
        given=[part.value for part in OF_ONESELF if Turn(part, here.seat.member) in one.turns],
        asked=asked_words(one, people, here.seat.member),
        may_swap=may_swap(one, here.seat.member),
        following=turns_ahead(one, people),
    )  # fmt: skip


def told(here: Here, visit_id: UUID, on_date: date, refusal: Refusal) -> HttpResponse:
    """The refusal on the page of the visit; where there is no such visit, the refusal itself."""
    if refusal.status == NotHere.status:
        raise refusal
    return show(here, visit_id, on_date, refusal)


def address(here: Here, visit_id: UUID, on_date: date) -> str:
    """Where this occurrence has its page."""
    parts: dict[str, Any] = {"network_id": here.network, "visit_id": visit_id}
    return reverse("visit", kwargs=parts | {"day": on_date.isoformat()})


def read_day(text: str) -> date:
    """The day in an address; raises NotHere for what is none."""
    day = day_of(text)
    if day is None:
        raise NotHere()
    return day


def read_version(text: str) -> int | None:
    """From which state of the occurrence a form was made; None when it does not say."""
    return int(text) if text.isdecimal() and len(text) < 5 else None


def _first_said(here: Here, visit_id: UUID, on_date: date) -> str:
    one: Occurrence = queries.occurrence(network=here.network, id=visit_id, on_date=on_date)
    names = names_of_people(here.network)
    if one.been_at is None or one.been_by is None:
        return ""
    return _("Was al genoteerd door %(name)s, %(time)s.") % {
        "name": names.get(one.been_by, _("iemand")),
        "time": clock_words(one.been_at),
    }
