"""'Iets doorgeven': what was noticed, about whom, since when; three taps on a phone."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address

from ..actions.report import report as pass_on
from ..models import Noticed, Since
from ..report_places import report_abouts


@require_http_methods(["GET", "POST"])
@network_door
def report(here: Here) -> HttpResponse:
    """The form, and passing on what was filled in."""
    refusal = None
    if here.request.method == "POST":
        try:
            row = pass_on(seat=here.seat, person=here.person, **told(here.request.POST))
        except Refusal as raised:
            if raised.status in (403, 404):
                raise
            refusal = raised
        else:
            here.touch(CREATE, row.item_id)
            say(here.request, _("Ontvangen. Dank u wel."))
            return HttpResponseRedirect(address("reports", network_id=here.network))
    people = faces(here.network)
    return page(
        here, "talks/report.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, at=address("report", network_id=here.network),
        **form(report_abouts(here.seat, people), here.request.POST),
    )  # fmt: skip


def told(data: QueryDict) -> dict[str, Any]:
    """What was filled in, as the action takes it."""
    try:
        about = UUID(str(data["about"])) if data.get("about") else None
    except ValueError:
        about = None
    return {
        "about": about,
        **{name: data.get(name, "") for name in ("noticed", "since", "body")},
    }


def form(abouts: list[Face], data: QueryDict) -> dict[str, Any]:
    """What the form offers, and what was typed in it."""
    return {
        "abouts": [(str(face.member), face.given_name) for face in abouts],
        "kinds": [(one.value, str(one.label)) for one in Noticed],
        "times": [(one.value, str(one.label)) for one in Since],
        "typed": {name: data.get(name, "") for name in ("about", "noticed", "body")}
        | {"since": data.get("since", Since.TODAY.value)},
    }
