"""'Iets schrijven': the composer with its live panel of who will read it, and posting."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people

from ..actions import attach, share
from ..circles import CIRCLES, EVERYONE, OWN
from ..doors import CREATE, Here, network_door
from ..forms import (
    Draft,
    checked,
    read_draft,
    subject_options,
    writable_abouts,
    writable_subjects,
)
from ..frame import page, rendered, say
from ..queries import reasons_if
from ..shown import ReaderLine, reader_lines


@require_http_methods(["GET", "POST"])
@network_door
def write(here: Here) -> HttpResponse:
    """The composer, and posting what was written in it."""
    people = faces(here.network)
    draft = read_draft(here.request.POST or here.request.GET, seat=here.seat, people=people)
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
    return rendered("sharing/panel.html", _panel(here, draft, people) | {"swap": True})


def _post(here: Here, draft: Draft, people: dict[UUID, Face]) -> HttpResponse:
    audience = draft.audience(people.values())
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
    )
    for upload in here.request.FILES.getlist("upload"):
        attach(seat=here.seat, item=item.id, name=upload.name or "", upload=upload)
    here.touch(CREATE, item.id)
    count = len(_panel(here, draft, people)["reading"])
    say(
        here.request,
        ngettext(
            "Geplaatst. %(count)s persoon kan dit lezen.",
            "Geplaatst. %(count)s mensen kunnen dit lezen.",
            count,
        )
        % {"count": count},
        action=_("Terughalen"),
        href=reverse("take_back", kwargs={"network_id": here.network, "item_id": item.id}),
    )
    return HttpResponseRedirect(reverse("news", kwargs={"network_id": here.network}))


def _panel(here: Here, draft: Draft, people: dict[UUID, Face]) -> dict[str, Any]:
    reasons = reasons_if(
        network=here.network,
        about=draft.about,
        subject=draft.subject,
        author=here.person,
        audience=draft.audience(people.values()),
    )
    reading, others = reader_lines(
        reasons, people=people, names=names_of_people(here.network), subject=draft.subject
    )
    return {"reading": reading, "others": others, "draft": draft, "why": _why(draft, others)}


def _why(draft: Draft, others: list[ReaderLine]) -> str:
    if not draft.subject.medical:
        return ""
    social = [line for line in others if line.side == Side.SOCIAL]
    if len(social) == 1:
        return _(
            "%(name)s werkt niet in de zorg. Nieuws over gezondheid mag daar niet naartoe."
        ) % {"name": social[0].name}
    return _("Nieuws over gezondheid gaat alleen naar familie en zorg.")


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
        circles=[
            circle
            for circle in CIRCLES.values()
            if not (draft.subject.medical and circle.code == EVERYONE) or circle.code == OWN
        ],
        choosable=[
            face
            for face in people.values()
            if face.active and face.side != Side.CLIENT and face.member != here.seat.member
        ],
        refusal=refusal,
        **_panel(here, draft, people),
    )


def composer_address(network: UUID, **chosen: object) -> str:
    """The address of the composer with choices made already (never words)."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in chosen.items()})
    return reverse("write", kwargs={"network_id": network}) + (
        "?" + query.urlencode() if chosen else ""
    )
