"""The page of a meeting while it is held: one for the room and for who is at a distance, live."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say

from .. import holding, queries
from ..actions import hold_meeting as acts
from ..actions.note_live import note_live as write_live
from ..models import Kind, NoteKind, State
from ..models.points import WRITTEN
from ..noted import show_notes, written
from ..shown import moment_words


@require_safe
@network_door
def meeting_now(here: Here, meeting_id: UUID) -> HttpResponse:
    """Where the meeting is, who is there, and what was noted at the point that is shown."""
    return _shown(here, meeting_id, wanted=_id(here.request.GET.get("punt", "")))


def _shown(
    here: Here, meeting: UUID, *, wanted: UUID | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    row = queries.meeting(network=here.network, id=meeting)
    people, names = faces(here.network), names_of_people(here.network)
    stops, guests = holding.stops(meeting), holding.guests(meeting)
    shown = holding.shown_stop(stops, wanted)
    by_writing = row["kind"] == Kind.ROUND
    wanted_notes = [one.id for one in stops] if by_writing else [shown.id] if shown else []
    notes = queries.notes(wanted_notes)
    mine = [one for one in guests if one.member == here.seat.member]
    return page(
        here, "meetings/now.html", current="more", people=people, meeting=row, stops=stops,
        shown=shown, now=next((one for one in stops if one.here), None),
        notes=show_notes(
            [one for one in notes if shown and one["point_id"] == shown.id], people=people,
            names=names,
        ),
        guests=[(one, people[one.member]) for one in guests if one.member in people],
        mine=mine[0] if mine else None, takes_part=bool(mine), may_write=_may_write(here, shown),
        leads=queries.leads(row, seat=here.seat, person=here.person),
        running=row["state"] == State.RUNNING, by_writing=by_writing,
        until=moment_words(row["starts_at"]),
        answered={one["item__author_member_id"] for one in notes},
        kinds=[(one.value, one.label) for one in WRITTEN], person=here.person,
        said_by=[(one.member, people[one.member].name) for one in guests if one.member in people],
        refusal=refusal, typed=_typed(here), status=refusal.status if refusal else 200,
    )  # fmt: skip


@require_POST
@network_door
def begin_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """From here it is held."""
    return _done(here, meeting_id, lambda: acts.begin_meeting(
        seat=here.seat, person=here.person, meeting=meeting_id
    ))  # fmt: skip


@require_POST
@network_door
def go_to_point(here: Here, meeting_id: UUID, point_id: UUID) -> HttpResponse:
    """To another point, for everybody who may read it."""
    return _done(here, meeting_id, lambda: acts.go_to_point(
        seat=here.seat, person=here.person, meeting=meeting_id, point=point_id
    ))  # fmt: skip


@require_POST
@network_door
def come_to_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """'Ik ben er', or who leads says it of another."""
    return _done(here, meeting_id, lambda: acts.come(
        seat=here.seat, person=here.person, meeting=meeting_id, member=_member(here)
    ))  # fmt: skip


@require_POST
@network_door
def go_from_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """There no more."""
    return _done(here, meeting_id, lambda: acts.go_away(
        seat=here.seat, person=here.person, meeting=meeting_id, member=_member(here)
    ))  # fmt: skip


@require_POST
@network_door
def note_live(here: Here, meeting_id: UUID, point_id: UUID) -> HttpResponse:
    """One note: a tap says what it is. Sent by the page itself it answers without content, so that it
    may be sent again after a connection that dropped."""
    data = here.request.POST
    kind = data.get("kind", "")
    try:
        made = write_live(
            seat=here.seat, person=here.person, meeting=meeting_id, point=point_id,
            kind=NoteKind(kind) if kind in WRITTEN else NoteKind.WORRY,
            words=written(data.get("words", "")), said_by=_id(data.get("said_by", "")),
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _shown(here, meeting_id, wanted=point_id, refusal=refusal)
    here.touch(CREATE, made)
    if here.request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return HttpResponseRedirect(f"{_address(here, meeting_id)}?punt={point_id}")


@require_POST
@network_door
def close_meeting(here: Here, meeting_id: UUID) -> HttpResponse:
    """It was held; there are minutes from here."""
    try:
        acts.close_meeting(seat=here.seat, person=here.person, meeting=meeting_id)
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _shown(here, meeting_id, refusal=refusal)
    say(here.request, _("Het overleg is afgesloten. Iedereen kan het verslag lezen."))
    return HttpResponseRedirect(
        reverse("minutes", kwargs={"network_id": here.network, "meeting_id": meeting_id})
    )


def _done(here: Here, meeting: UUID, act: Callable[[], None]) -> HttpResponse:
    """Do it, and back to the page; a refusal stands there."""
    try:
        act()
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _shown(here, meeting, refusal=refusal)
    return HttpResponseRedirect(_address(here, meeting))


def _address(here: Here, meeting: UUID) -> str:
    return reverse("meeting_now", kwargs={"network_id": here.network, "meeting_id": meeting})


def _may_write(here: Here, shown: holding.Stop | None) -> bool:
    return shown is not None and here.seat.may_write(about=shown.about, subject=shown.subject)


def _typed(here: Here) -> dict[str, str]:
    return {name: here.request.POST.get(name, "") for name in ("words", "said_by")}


def _member(here: Here) -> UUID | None:
    return _id(here.request.POST.get("member", ""))


def _id(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text)
    return None
