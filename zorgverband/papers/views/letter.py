"""'Brief met nieuws': what goes in the letter, the letter itself, and that it was brought."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import day_of, id_of, moment_of
from zorgverband.networks.for_all import known_to_all
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import EXECUTE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.typeset import paper

from ..actions import note_brought, undo_brought
from ..letter import SHAPE, heading_of, printed_letter, span
from ..periods import choices, period_of
from ..queries import News, Period, TooMuchNews, client_here, letters_of, news_for


@require_safe
@network_door
def letters(here: Here) -> HttpResponse:
    """For whom; with one client straight to the letter."""
    people = faces(here.network)
    found = [one for one in clients(people) if one.active and one.person]
    if len(found) == 1:
        return HttpResponseRedirect(_at(here, found[0].member))
    return page(here, "papers/letters.html", current="more", people=people, clients=found)


@require_http_methods(["GET", "POST"])
@network_door
def letter(here: Here, member_id: UUID) -> HttpResponse:
    """What would go in the letter, and noting that it was brought."""
    if here.request.method == "GET":
        return _letter(here, member_id)
    typed = here.request.POST
    try:
        note_brought(
            seat=here.seat, person=here.person, client=member_id,
            since=_moment(typed.get("since")), until=_moment(typed.get("until")),
            on=day_of(typed.get("on")), by=id_of(typed.get("by")),
        )  # fmt: skip
    except NotHere:
        raise
    except Refusal as refusal:
        return _letter(here, member_id, refusal)
    say(here.request, _("Genoteerd. De volgende brief begint waar deze ophield."))
    return HttpResponseRedirect(_at(here, member_id))


@require_POST
@network_door
def undo_letter(here: Here, member_id: UUID, letter_id: UUID) -> HttpResponse:
    """It was not brought after all."""
    undo_brought(seat=here.seat, person=here.person, letter=letter_id)
    say(here.request, _("De brief staat weer als niet gebracht."))
    return HttpResponseRedirect(_at(here, member_id))


@require_safe
@network_door
def letter_on_paper(here: Here, member_id: UUID) -> HttpResponse:
    """The letter itself, with the news between the two moments in the address."""
    asked, people = here.request.GET, faces(here.network)
    client = client_here(people, member_id)
    period = Period(_moment(asked.get("since")), _moment(asked.get("until")))
    news = news_for(seat=here.seat, person=here.person, client=client, period=period)
    names = names_of_people(here.network)
    made = printed_letter(
        news, period=period, client=client, people=known_to_all(here.network, people),
        names=names, maker=_maker(here, client, people, names),
    )  # fmt: skip
    for item in made.items:
        here.touch(EXECUTE, item)
    return paper(made.pdf(SHAPE), _("nieuws"))


def _letter(here: Here, member_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    client = client_here(people, member_id)
    before = letters_of(here.network, member_id)
    source = here.request.POST if refusal else here.request.GET
    period, chosen = period_of(source, before)
    news, too_much = _news(here, client, period)
    return page(
        here, "papers/letter.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, too_much=too_much,
        client=client, own=client.person == here.person, period=period, span=span(period),
        periods=choices(before), chosen=chosen, typed=here.request.POST, before=before,
        news=[(row["id"], heading_of(row), row["happened_at"]) for row in news.items],
        today=clock.today(), visitors=_visitors(here, people),
    )  # fmt: skip


def _news(here: Here, client: Face, period: Period) -> tuple[News, str]:
    try:
        return news_for(
            seat=here.seat, person=here.person, client=client, period=period, whole=False
        ), ""  # fmt: skip
    except TooMuchNews as refusal:
        return News([], {}, {}), refusal.sentence


def _visitors(here: Here, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """Who can have brought it: everybody whom everybody may know of, who looks first."""
    found = [
        one
        for one in known_to_all(here.network, people).values()
        if one.active and one.side != Side.CLIENT
    ]
    found.sort(key=lambda one: one.member != here.seat.member)
    return [(one.member, f"{one.name}, {one.function}") for one in found]


def _maker(
    here: Here, client: Face, people: dict[UUID, Face], names: dict[UUID, str]
) -> tuple[str, str]:
    face = people.get(here.seat.member)
    if face is None or client.person == here.person:
        return "", ""
    return names.get(here.person, face.name), face.function


def _moment(text: str | None) -> datetime:
    return moment_of(text) or clock.now() - timedelta(days=7)


def _at(here: Here, member: UUID) -> str:
    return reverse("letter", kwargs={"network_id": here.network, "member_id": member})
