"""'Voorstellen': what was taken over suggests, agreeing on one of them, and putting one aside."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zorgverband.agreements.actions.ask_agreement import NobodyDoesIt
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.membership.begun import begin
from zorgverband.membership.checks import leads
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.subjects import Subject

from .. import actions, suggestions
from ..actions.take_up import may_take_up
from ..forms import read_day
from ..suggestions import Suggests
from ..suggestions_shown import show_suggestion, show_suggestions


@require_GET
@network_door
def plan_suggestions(here: Here) -> HttpResponse:
    """Everything that can still be agreed on, and whom one could invite."""
    people = faces(here.network)
    found = suggestions.open_suggestions(here.network)
    return page(
        here, "plan/suggestions.html", current="plan", people=people,
        whose=show_suggestions(found, seat=here.seat, person=here.person, people=people),
        may_invite=leads(here.seat),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def take_up(here: Here, suggestion_id: UUID) -> HttpResponse:
    """Who does it and when; then that person is asked."""
    found = suggestions.suggestion(network=here.network, id=suggestion_id)
    if not found.deed:
        raise NotHere()
    if not may_take_up(found, seat=here.seat, person=here.person):
        raise NotYours()
    people = faces(here.network)
    if here.request.method == "GET":
        return _form(here, found, people)
    try:
        return _ask(here, found, people)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, found, people, refusal)


def _ask(here: Here, found: Suggests, people: dict[UUID, Face]) -> HttpResponse:
    executor = _executor(here.request.POST.get("executor", ""), people)
    made = actions.take_up(
        seat=here.seat, person=here.person, suggestion=found.id, executor=executor.member,
        due_on=read_day(here.request.POST.get("due_on", ""), "due_on"),
    )  # fmt: skip
    here.touch(CREATE, made.item_id)
    own = executor.member == here.seat.member
    asked = _("Gevraagd aan %(name)s. U hoort het antwoord.") % {"name": executor.name}
    say(here.request, _("Afgesproken: u doet dit.") if own else asked)
    return _back(here)


def _executor(typed: str, people: dict[UUID, Face]) -> Face:
    try:
        face = people.get(UUID(typed))
    except ValueError:
        face = None
    if face is None or not face.active:
        raise NobodyDoesIt(field="executor")
    return face


def _form(
    here: Here, found: Suggests, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    return page(
        here, "plan/take_up.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, typed=here.request.POST,
        one=show_suggestion(found, network=here.network, may=True),
        executors=_readers(here, found, people), first=clock.today(),
        due=found.due_on.isoformat() if found.due_on and found.due_on >= clock.today() else "",
    )  # fmt: skip


def _readers(here: Here, found: Suggests, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    """Who can be asked: who may read it."""
    header = readable_item(network=here.network, id=found.item)
    reasons = reasons_if(
        network=here.network, about=found.about, subject=Subject(found.subject),
        author=here.person, audience=header["audience"],
    )  # fmt: skip
    reading = {one.member for one in reasons if one.reads}
    return [("", _("Kies wie dit doet"))] + [
        (str(face.member), _("Ik doe dit zelf") if face.member == here.seat.member else _who(face))
        for face in people.values()
        if face.active and face.member in reading
    ]


def _who(face: Face) -> str:
    return f"{face.name}, {face.described}" if face.described else face.name


@require_POST
@network_door
def set_aside(here: Here, suggestion_id: UUID) -> HttpResponse:
    """It is not needed."""
    found = suggestions.suggestion(network=here.network, id=suggestion_id)
    actions.set_aside(seat=here.seat, person=here.person, suggestion=suggestion_id)
    here.touch(UPDATE, found.item)
    say(here.request, _("Dit voorstel is weg. Bij het overgenomen plan blijft het te lezen."))
    return _back(here)


@require_POST
@network_door
def invite_suggested(here: Here, suggestion_id: UUID) -> HttpResponse:
    """On to the page where one invites, with the name and what they do filled in."""
    found = suggestions.suggestion(network=here.network, id=suggestion_id)
    if found.deed:
        raise NotHere()
    begin(here, name=found.what, function=found.function, description=found.who)
    here.touch("R", found.item)
    return HttpResponseRedirect(reverse("invite", kwargs={"network_id": here.network}))


def _back(here: Here) -> HttpResponse:
    return HttpResponseRedirect(reverse("plan_suggestions", kwargs={"network_id": here.network}))
