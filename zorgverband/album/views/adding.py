"""'Foto's delen': one or several photos with a few words, as small news for chosen readers."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.composing import may_choose, panel, say_posted
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import (
    Draft,
    checked,
    read_draft,
    writable_subjects,
)
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from ..actions import share_photos
from ..forms import photographed

# Small news is of daily life, else of whatever else somebody may write about.
_FIRST = (Subject.DAY, Subject.PEOPLE, Subject.STORY)


@require_http_methods(["GET", "POST"])
@network_door
def add_photos(here: Here) -> HttpResponse:
    """The form, and sharing what was chosen in it."""
    people = faces(here.network)
    draft = _draft(here, people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, draft, people)
    try:
        return _post(here, checked(draft, people=people), people)
    except Refusal as refusal:
        return _form(here, draft, people, refusal)


def _post(here: Here, draft: Draft, people: dict[UUID, Face]) -> HttpResponse:
    reading = panel(here, draft, people)["reading"]
    item = share_photos(
        seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
        words=draft.body, shows=here.request.POST.get("shows", ""),
        audience=draft.audience(people.values()), circle=draft.circle,
        photos=[(one.name or "", one) for one in here.request.FILES.getlist("photo")],
    )  # fmt: skip
    here.touch(CREATE, item)
    say_posted(here, item, len(reading))
    return HttpResponseRedirect(reverse("album", kwargs={"network_id": here.network}))


def _draft(here: Here, people: dict[UUID, Face]) -> Draft:
    typed: QueryDict = (here.request.POST or here.request.GET).copy()
    if not typed.get("subject"):
        about = read_draft(typed, seat=here.seat, people=people).about
        subjects = writable_subjects(here.seat, about)
        first = [one for one in _FIRST if one in subjects] or [
            one for one in subjects if not one.medical
        ] or subjects  # fmt: skip
        typed["subject"] = str(first[0].value)
    return read_draft(typed, seat=here.seat, people=people)


def _form(
    here: Here, draft: Draft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    return page(
        here, "album/add.html", current="news", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, abouts=photographed(here.seat, people),
        shows=here.request.POST.get("shows", ""),
        **may_choose(here, draft, people), **panel(here, draft, people),
    )  # fmt: skip
