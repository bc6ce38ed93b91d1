"""'Iets schrijven': the composer with its live panel of who will read it, and posting."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces

from ..actions import attach_ready, ready, share
from ..again import words_again
from ..composing import as_written, may_choose, panel, say_posted
from ..doors import CREATE, Here, network_door
from ..forms import (
    Draft,
    checked,
    read_draft,
    subject_options,
    writable_abouts,
    writable_subjects,
)
from ..frame import page, rendered


@require_http_methods(["GET", "POST"])
@network_door
def write(here: Here) -> HttpResponse:
    """The composer, and posting what was written in it."""
    people = faces(here.network)
    typed = here.request.POST or words_again(here) or here.request.GET
    draft = read_draft(typed, seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _composer(here, draft, people)
    try:
        return _post(here, checked(draft, people=people), people)
    except Refusal as refusal:
        return _composer(here, draft, people, refusal=refusal)


@require_safe
@network_door
def readers_panel(here: Here) -> HttpResponse:
    """The live panel for the choices made so far, without the words."""
    people = faces(here.network)
    draft = read_draft(here.request.GET, seat=here.seat, people=people)
    return rendered("sharing/panel.html", panel(here, draft, people) | {"swap": True})


def _post(here: Here, draft: Draft, people: dict[UUID, Face]) -> HttpResponse:
    audience = draft.audience(people.values())
    shown = panel(here, draft, people)
    as_written(here, shown["mark"])
    item = share(
        seat=here.seat,
        person=here.person,
        about=draft.about,
        subject=draft.subject,
        kind="note",
        title=draft.title,
        body=draft.body,
        audience=audience,
        circle=draft.circle,
        made_from=draft.source,
    )
    for file in [ready(one.name or "", one) for one in here.request.FILES.getlist("upload")]:
        attach_ready(seat=here.seat, item=item.id, file=file)
    here.touch(CREATE, item.id)
    say_posted(here, item.id, len(shown["reading"]))
    return HttpResponseRedirect(reverse("news", kwargs={"network_id": here.network}))


def _composer(
    here: Here, draft: Draft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    return page(
        here,
        "sharing/write.html",
        current="news",
        people=people,
        status=refusal.status if refusal else 200,
        abouts=writable_abouts(here.seat, people),
        subject_options=subject_options(writable_subjects(here.seat, draft.about)),
        refusal=refusal,
        **may_choose(here, draft, people),
        **panel(here, draft, people),
    )


def composer_address(network: UUID, **chosen: object) -> str:
    """The address of the composer with choices made already (never words)."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in chosen.items()})
    return reverse("write", kwargs={"network_id": network}) + (
        "?" + query.urlencode() if chosen else ""
    )
