"""Looking in need: opening it with a reason, stopping it, and judging it afterwards."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.models import Emergency
from zorgverband.sharing.subjects import Subject

from .. import actions, queries
from ..actions.open_emergency import OnlyCare
from ..shown import show


@require_safe
@network_door
def emergencies(here: Here) -> HttpResponse:
    """Everybody who looked in need, as far as one may know; for care, the way to it."""
    if here.seat.side == Side.SOCIAL:
        raise NotHere()
    people, names = faces(here.network), names_of_people(here.network)
    found = show(queries.emergencies(here.network), seat=here.seat, people=people, names=names)
    return page(
        here, "safety/emergencies.html", current="more", people=people,
        waiting=[one for one in found if one.open], judged=[one for one in found if not one.open],
        abouts=_openable(here, people) if here.seat.side == Side.CARE else (),
    )  # fmt: skip


def _openable(here: Here, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    running = {one.client for one in here.seat.emergencies}
    return [
        (face.member, face.name)
        for face in clients(people)
        if face.active and face.member not in running
    ]


@require_http_methods(["GET", "POST"])
@network_door
def open_emergency(here: Here, about_id: UUID) -> HttpResponse:
    """Why somebody must look now; posted, it starts at once."""
    if here.seat.side == Side.SOCIAL:
        raise NotHere()
    people = faces(here.network)
    client = people.get(about_id)
    if client is None or client.side != Side.CLIENT:
        raise NotHere()
    if here.seat.side != Side.CARE:
        raise OnlyCare()
    refusal, reason = None, here.request.POST.get("reason", "")
    if here.request.method == "POST":
        try:
            actions.open_emergency(
                seat=here.seat, person=here.person, client=about_id, reason=reason
            )
        except Refusal as raised:
            refusal = raised
        else:
            say(here.request, _("U kunt nu 60 minuten lezen. De cliënt heeft bericht gekregen."))
            at = reverse("record", kwargs={"network_id": here.network})
            return HttpResponseRedirect(f"{at}?about={about_id}")
    return page(
        here, "safety/open_emergency.html", current="record", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, reason=reason, client=client,
    )  # fmt: skip


@require_POST
@network_door
def end_emergency(here: Here, emergency_id: UUID) -> HttpResponse:
    """Stop looking."""
    actions.end_emergency(seat=here.seat, person=here.person, emergency=emergency_id)
    say(here.request, _("Gestopt. U leest niets meer met noodtoegang."))
    return HttpResponseRedirect(reverse("today", kwargs={"network_id": here.network}))


@require_safe
@network_door
def emergency(here: Here, emergency_id: UUID) -> HttpResponse:
    """One look in need: who, why, what was read, and what a second person thinks of it."""
    return _page(here, emergency_id)


@require_POST
@network_door
def review_emergency(here: Here, emergency_id: UUID) -> HttpResponse:
    """Judge it; that closes it."""
    asked = here.request.POST
    try:
        actions.review_emergency(
            seat=here.seat, person=here.person, emergency=emergency_id,
            judgement=asked.get("judgement", ""), remark=asked.get("remark", ""),
        )  # fmt: skip
    except NotHere:
        raise
    except Refusal as refusal:
        return _page(here, emergency_id, refusal)
    say(here.request, _("Bewaard. Wie keek, leest wat u ervan vindt."))
    return HttpResponseRedirect(reverse("emergencies", kwargs={"network_id": here.network}))


def _page(here: Here, emergency_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    one = queries.emergency(network=here.network, id=emergency_id)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show([one], seat=here.seat, people=people, names=names)[0]
    asked = here.request.POST
    return page(
        here, "safety/emergency.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, one=shown,
        read=[str(Subject(subject).label) for subject in queries.read_in_need(one)],
        judgements=Emergency.Judgement.choices, judgement=asked.get("judgement", ""),
        remark=asked.get("remark", ""),
    )  # fmt: skip
