"""'Hier een afspraak van maken': who does it and when; the words stand there already."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.agreements.actions.ask_agreement import NobodyDoesIt
from zorgverband.agreements.forms import read_day
from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons

from .. import queries
from ..actions import agree_on
from ..models import State
from ..noted import show_notes


@require_http_methods(["GET", "POST"])
@network_door
def agree_on_note(here: Here, note_id: UUID) -> HttpResponse:
    """The form, and asking it of who was chosen."""
    row = queries.note(network=here.network, id=note_id)
    people = faces(here.network)
    if here.request.method == "GET":
        return _form(here, row, people)
    try:
        executor = _executor(here, people)
        made = agree_on(
            seat=here.seat, person=here.person, note=note_id, executor=executor,
            due_on=read_day(here.request.POST.get("due_on", ""), "due_on"),
        )  # fmt: skip
    except Refusal as refusal:
        return _form(here, row, people, refusal)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Gevraagd aan %(name)s. U hoort het antwoord.")
        % {"name": people[executor].name})  # fmt: skip
    return HttpResponseRedirect(_back(here, row))


def _executor(here: Here, people: dict[UUID, Face]) -> UUID:
    try:
        return people[UUID(here.request.POST.get("executor", ""))].member
    except (ValueError, KeyError):
        raise NobodyDoesIt(field="executor") from None


def _form(
    here: Here, row: queries.Row, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    reading = {one.member for one in reasons(row["item_id"]) if one.reads}
    names = names_of_people(here.network)
    note = show_notes([row], people=people, names=names)[0]
    return page(
        here, "meetings/agree.html", current="more", people=people, note=note,
        status=refusal.status if refusal else 200, refusal=refusal, typed=here.request.POST,
        first=clock.today(), back=_back(here, row), chosen=str(row["said_by_id"] or ""),
        executors=[("", _("Kies wie dit doet")), *[
            (str(one.member), one.name) for one in people.values()
            if one.active and one.member in reading
        ]],
    )  # fmt: skip


def _back(here: Here, row: queries.Row) -> str:
    """To the meeting while it is held; else to the point."""
    point = queries.point(network=here.network, id=row["point_id"])
    meeting = queries.meeting(network=here.network, id=point["meeting_id"])
    parts = {"network_id": here.network}
    if meeting["state"] == State.RUNNING:
        at = reverse("meeting_now", kwargs=parts | {"meeting_id": meeting["item_id"]})
        return f"{at}?punt={row['point_id']}"
    return reverse("meeting_point", kwargs=parts | {"point_id": row["point_id"]}) + "#notities"
