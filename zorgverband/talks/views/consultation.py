"""Case consultation: the page that explains both ways, and beginning one about a client."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, clients, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import Draft, read_draft, subject_options, writable_subjects
from zorgverband.sharing.frame import page, say

from ..actions.begin_consultation import PROFESSIONAL, begin_consultation, who_can_join
from .conversation import at
from .conversations import readers


def must_be_professional(here: Here) -> None:
    """Raise NotHere for family and clients: they begin a conversation."""
    if here.seat.side not in PROFESSIONAL:
        raise NotHere()


@require_safe
@network_door
def consult(here: Here) -> HttpResponse:
    """What a consultation is, about the client or with somebody outside."""
    must_be_professional(here)
    return page(here, "talks/consult.html", current="more")


@require_http_methods(["GET", "POST"])
@network_door
def begin(here: Here) -> HttpResponse:
    """About whom and what, with whom; and beginning it."""
    must_be_professional(here)
    people, data = faces(here.network), here.request.POST or here.request.GET
    draft = read_draft(data, seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, draft, people)
    try:
        item = begin_consultation(
            seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
            topic=draft.title, body=draft.body, named=draft.chosen,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, draft, people, refusal)
    here.touch(CREATE, item.id)
    say(here.request, _("De bespreking is begonnen. De cliënt leest mee."))
    return HttpResponseRedirect(at(here, item.id))


def _form(
    here: Here, draft: Draft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    fit = who_can_join(here.seat, here.person, draft.about, draft.subject, people)
    chosen = [face.member for face in fit if face.member in draft.chosen]
    return page(
        here, "talks/begin_consultation.html", current="more", people=people, draft=draft, fit=fit,
        refusal=refusal, status=refusal.status if refusal else 200, why="",
        abouts=[(face.member, face.name) for face in clients(people) if face.active],
        about_name=people[draft.about].given_name if draft.about in people else "",
        subject_options=subject_options(writable_subjects(here.seat, draft.about)),
        **readers(here, draft.about, draft.subject, [draft.about, here.seat.member, *chosen], people),
    )  # fmt: skip
