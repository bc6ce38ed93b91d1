"""The photo of somebody who takes part, and 'Uw foto': showing one of oneself, or none."""

from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.people.models import Portrait
from zorgverband.sharing.doors import Here, Outside, network_door, person_door
from zorgverband.sharing.frame import page_across, say

from ..actions.set_portrait import remove_portrait, set_portrait


@require_safe
@network_door
def portrait(here: Here, member_id: UUID) -> FileResponse:
    """The photo of this member, for who may know what they do."""
    face = faces(here.network).get(member_id)
    if face is None or not face.photo or face.person is None:
        raise NotHere()
    return _send(face.person)


@require_safe
@person_door
def own_portrait(here: Outside) -> FileResponse:
    """One's own photo."""
    return _send(here.person)


@require_http_methods(["GET", "POST"])
@person_door
def my_portrait(here: Outside) -> HttpResponse:
    """The photo as others see it, and choosing one."""
    refusal = None
    if here.request.method == "POST":
        try:
            set_portrait(person=here.person, upload=here.request.FILES.get("upload"))
            say(here.request, _("Uw foto staat erbij."))
            return HttpResponseRedirect(reverse("my_portrait"))
        except Refusal as refused:
            refusal = refused
    row = Portrait.objects.filter(person_id=here.person).first()
    return page_across(
        here, "membership/my_portrait.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200,
        photo=f"{reverse('own_portrait')}?{int(row.set_at.timestamp())}" if row else "",
    )  # fmt: skip


@require_POST
@person_door
def drop_portrait(here: Outside) -> HttpResponse:
    """No photo any more."""
    remove_portrait(person=here.person)
    say(here.request, _("Uw foto is weg."))
    return HttpResponseRedirect(reverse("my_portrait"))


def _send(person: UUID) -> FileResponse:
    row = Portrait.objects.filter(person_id=person).first()
    if row is None:
        raise NotHere()
    answer = FileResponse(default_storage.open(row.stored_as), content_type="image/jpeg")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
