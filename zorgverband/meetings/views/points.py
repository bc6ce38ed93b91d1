"""Points of a meeting: bringing one, looking at one with its notes, and writing a note under it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import MEDICAL, Subject

from .. import actions, queries
from ..actions.bring_point import Told
from ..models import NoteKind
from ..models.meeting import COMING
from ..models.points import WRITTEN
from ..noted import show_notes
from ..shown import show_meeting
from ..shown_points import show_papers, show_points
from .meeting import ARRANGE, back_to, one_page


@require_POST
@network_door
def bring_point(here: Here, meeting_id: UUID) -> HttpResponse:
    """Put what was typed on the agenda, and go back to the meeting."""
    try:
        told = _told(here.request.POST, here.network)
        made = actions.bring_point(
            seat=here.seat, person=here.person, meeting=meeting_id, told=told
        )
    except Refusal as refusal:
        return one_page(here, meeting_id, refusal)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Uw punt staat op de lijst."))
    return back_to(here, meeting_id, "#punten")


@require_POST
@network_door
def move_point(here: Here, point_id: UUID) -> HttpResponse:
    """One place up or down, as who leads it sees the list."""
    meeting = queries.point(network=here.network, id=point_id)["meeting_id"]
    up = here.request.POST.get("to") == "up"
    try:
        actions.move_point(seat=here.seat, person=here.person, point=point_id, up=up)
    except Refusal as refusal:
        return one_page(here, meeting, refusal, arranging=True)
    return back_to(here, meeting, f"?{ARRANGE}=1#punten")


@require_POST
@network_door
def drop_point(here: Here, point_id: UUID) -> HttpResponse:
    """Off the list; it stays to be read."""
    meeting = queries.point(network=here.network, id=point_id)["meeting_id"]
    try:
        actions.drop_point(seat=here.seat, person=here.person, point=point_id)
    except Refusal as refusal:
        return one_page(here, meeting, refusal, arranging=True)
    here.touch(UPDATE, point_id)
    say(here.request, _("Dit punt staat niet meer op de lijst."))
    return back_to(here, meeting, f"?{ARRANGE}=1#punten")


def _told(data: QueryDict, network: UUID) -> Told:
    try:
        return Told(
            about=UUID(data.get("about") or str(network)),
            subject=Subject(int(data.get("subject") or Subject.ARRANGEMENTS)),
            what=data.get("what", ""), why=data.get("why", ""),
            minutes=min(whole_number(data.get("minutes")) or 0, 240) or None,
        )  # fmt: skip
    except ValueError:
        raise UnknownChoice(field="subject") from None


@require_safe
@network_door
def point(here: Here, point_id: UUID) -> HttpResponse:
    """One point and what was noted under it, as far as this person may read it."""
    return _one_point(here, point_id)


@require_POST
@network_door
def write_note(here: Here, point_id: UUID) -> HttpResponse:
    """Keep a note under a point, and go back to it."""
    try:
        made = _write(here, here.request, point_id)
    except Refusal as refusal:
        return _one_point(here, point_id, refusal)
    here.touch(CREATE, made)
    parts = {"network_id": here.network, "point_id": point_id}
    return HttpResponseRedirect(reverse("meeting_point", kwargs=parts) + "#notities")


def _write(here: Here, request: HttpRequest, point_id: UUID) -> UUID:
    data = request.POST
    try:
        kind = _kind(data.get("kind", ""))
        subject = Subject(int(data["subject"])) if data.get("subject") else None
        said_by = UUID(data["said_by"]) if data.get("said_by") else None
        about = UUID(data["about"]) if data.get("about") else None
    except ValueError:
        raise UnknownChoice(field="kind") from None
    made = actions.write_note(
        seat=here.seat, person=here.person, point=point_id, kind=kind,
        words=data.get("words", ""), subject=subject, about=about, said_by=said_by,
    )  # fmt: skip
    return UUID(str(made.item_id))


def _kind(text: str) -> NoteKind:
    """What sort of note; a correction is made at the minutes. Raises ValueError."""
    return WRITTEN[WRITTEN.index(NoteKind(text))]


def _one_point(here: Here, point_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    if refusal and refusal.status == 404:
        raise refusal
    row = queries.point(network=here.network, id=point_id)
    meeting, asked = queries.meeting_and_asked(network=here.network, id=row["meeting_id"])
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_points([row], network=here.network, names=names, person=here.person)[0]
    notes = queries.notes([point_id])
    mine = here.seat.member in {one["member_id"] for one in asked}
    there = mine or queries.leads(meeting, seat=here.seat, person=here.person)
    coming = there and meeting["state"] in COMING
    return page(
        here, "meetings/point.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, typed=here.request.POST,
        meeting=show_meeting(meeting, people), point=shown,
        notes=show_notes(notes, people=people, names=names),
        dropped=row["dropped_at"] is not None, papers=show_papers(queries.papers(point_id)),
        kinds=[(one.value, str(one.label)) for one in WRITTEN],
        speakers=[(str(one.member), one.name) for one in people.values() if one.active],
        subjects=_subjects(here, row), may_agree=there, adding=coming,
        may_note=coming
        and here.seat.may_write(about=row["item__about_id"], subject=row["item__subject"]),
        choices=show_papers(queries.paper_choices(row))
        if coming and "stukken" in here.request.GET else [],
    )  # fmt: skip


@require_POST
@network_door
def add_paper(here: Here, point_id: UUID) -> HttpResponse:
    """Let something that is there already belong to the point."""
    try:
        item = UUID(here.request.POST.get("item", ""))
        actions.add_paper(seat=here.seat, person=here.person, point=point_id, item=item)
    except ValueError:
        return _one_point(here, point_id, UnknownChoice(field="item"))
    except Refusal as refusal:
        return _one_point(here, point_id, refusal)
    here.touch(UPDATE, point_id)
    parts = {"network_id": here.network, "point_id": point_id}
    return HttpResponseRedirect(reverse("meeting_point", kwargs=parts) + "#stukken")


def _subjects(here: Here, row: queries.Row) -> list[tuple[str, str]]:
    """Under which subject one may note: that of the point, or medical under what is not."""
    own = Subject(row["item__subject"])
    more = [
        one for one in MEDICAL
        if not own.medical and row["item__about_id"] != here.network
        and here.seat.may_write(about=row["item__about_id"], subject=one)
    ]  # fmt: skip
    return [("", str(own.label)), *[(str(one.value), str(one.label)) for one in more]]
