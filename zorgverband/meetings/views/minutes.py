"""The minutes of a meeting: reading one's own part, finding it right or correcting it, and on paper."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.clock import HOME
from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import CREATE, EXECUTE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import full_date
from zorgverband.ui.typeset import paper

from .. import queries
from ..actions import settle_minutes as acts
from ..actions.hold_meeting import NotHeldNow
from ..actions.plan_next import plan_next as plan
from ..minutes import Minutes, minutes_of
from ..models import State
from ..noted import written
from ..printed import SHAPE, printed_minutes


@require_safe
@network_door
def minutes(here: Here, meeting_id: UUID) -> HttpResponse:
    """What was said and agreed, as far as this person may read it."""
    return _shown(here, meeting_id)


def _shown(
    here: Here, meeting: UUID, refusal: Refusal | None = None, words: str = ""
) -> HttpResponse:
    row = queries.meeting(network=here.network, id=meeting)
    people, names = faces(here.network), names_of_people(here.network)
    found = _closed(here, row, people, names)
    if found is None:
        return HttpResponseRedirect(_address(here, meeting, "meeting_now"))
    return page(
        here, "meetings/minutes.html", current="more", people=people, meeting=row, found=found,
        until=full_date(found.until), held=full_date(row["held_at"] or row["closed_at"]),
        guests=[(one, people[one.member]) for one in found.guests if one.member in people],
        leads=queries.leads(row, seat=here.seat, person=here.person), refusal=refusal,
        words=words, typed=here.request.POST, status=refusal.status if refusal else 200,
    )  # fmt: skip


def _closed(
    here: Here, row: queries.Row, people: dict[UUID, Face], names: dict[UUID, str]
) -> Minutes | None:
    if row["state"] != State.CLOSED:
        return None
    return minutes_of(row, seat=here.seat, person=here.person, people=people, names=names)


@require_POST
@network_door
def approve_minutes(here: Here, meeting_id: UUID) -> HttpResponse:
    """'Het klopt.'"""
    return _done(here, meeting_id, lambda: acts.approve_minutes(
        seat=here.seat, person=here.person, meeting=meeting_id
    ), _("U keurde het verslag goed."))  # fmt: skip


@require_POST
@network_door
def confirm_missed(here: Here, meeting_id: UUID) -> HttpResponse:
    """'Ik heb dit gelezen', of who was not there."""
    return _done(here, meeting_id, lambda: acts.confirm_missed(
        seat=here.seat, person=here.person, meeting=meeting_id
    ), _("Wie het overleg leidde, ziet dat u dit las."))  # fmt: skip


@require_POST
@network_door
def correct_minutes(here: Here, meeting_id: UUID, point_id: UUID) -> HttpResponse:
    """What was otherwise, under a point."""

    def correct() -> None:
        here.touch(CREATE, acts.correct_minutes(
            seat=here.seat, person=here.person, meeting=meeting_id, point=point_id,
            words=written(here.request.POST.get(f"words-{point_id}", "")),
        ))  # fmt: skip

    words = here.request.POST.get(f"words-{point_id}", "")
    return _done(
        here, meeting_id, correct, _("Uw verbetering staat in het verslag."), point_id, words
    )


def _done(
    here: Here, meeting: UUID, act: Callable[[], object], done: str, point: UUID | None = None,
    words: str = "",
) -> HttpResponse:  # fmt: skip
    try:
        act()
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        refusal.field = f"words-{point}" if point and refusal.field else ""
        return _shown(here, meeting, refusal, words)
    say(here.request, done)
    return HttpResponseRedirect(_address(here, meeting) + (f"#p-{point}" if point else ""))


@require_POST
@network_door
def plan_next(here: Here, meeting_id: UUID) -> HttpResponse:
    """The next meeting, with the same people."""
    data = here.request.POST
    try:
        made = plan(
            seat=here.seat, person=here.person, meeting=meeting_id,
            moment=_moment(data.get("date", ""), data.get("time", "")),
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _shown(here, meeting_id, refusal)
    here.touch(CREATE, made)
    say(here.request, _("Het overleg staat klaar. Iedereen die u vroeg, krijgt bericht."))
    return HttpResponseRedirect(_address(here, made, "meeting"))


def _moment(day: str, time_of_day: str) -> datetime | None:
    found = day_of(day)
    with suppress(ValueError):
        hour = time.fromisoformat(time_of_day).replace(tzinfo=None)
        return datetime.combine(found, hour, tzinfo=HOME) if found else None
    return None


@require_safe
@network_door
def minutes_on_paper(here: Here, meeting_id: UUID) -> HttpResponse:
    """The same on paper, as who prints it may read it."""
    row = queries.meeting(network=here.network, id=meeting_id)
    if row["state"] != State.CLOSED:
        raise NotHeldNow()
    people, names = faces(here.network), names_of_people(here.network)
    found = minutes_of(row, seat=here.seat, person=here.person, people=people, names=names)
    made = printed_minutes(found, people=people, receiver=names.get(here.person, ""))
    for item in made.items:
        here.touch(EXECUTE, item)
    return paper(made.pdf(SHAPE), _("verslag"))


def _address(here: Here, meeting: UUID, name: str = "minutes") -> str:
    return reverse(name, kwargs={"network_id": here.network, "meeting_id": meeting})
