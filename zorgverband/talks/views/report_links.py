"""Personal links to pass something on without signing in: who has one, making one, ending one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.membership.tokens import token_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import full_date

from .. import report_queries
from ..actions.report_links import end_report_link as end
from ..actions.report_links import make_report_link
from ..leading import leads


@require_http_methods(["GET", "POST"])
@network_door
def report_links(here: Here) -> HttpResponse:
    """The links that work, with the address for who made it; and making one."""
    if not leads(here.seat) and here.request.method == "GET" and here.seat.side != Side.FAMILY:
        raise NotYours()
    refusal: Refusal | None = None
    if here.request.method == "POST":
        try:
            make_report_link(seat=here.seat, person=here.person, leads=leads(here.seat),
                             member=_member(here))  # fmt: skip
        except Refusal as raised:
            if raised.status == 403:
                raise
            refusal = raised
        else:
            say(here.request, _("De link is klaar. Geef hem zelf aan deze persoon."))
            return HttpResponseRedirect(address("report_links", network_id=here.network))
    people = faces(here.network)
    return page(
        here, "talks/report_links.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, may_lead=leads(here.seat),
        links=[_line(here, row, people) for row in report_queries.report_links(here.network)],
        choosable=[(str(face.member), ", ".join((face.name, face.function)))
                   for face in people.values()
                   if face.active and face.side == Side.FAMILY and face.person],
    )  # fmt: skip


def _member(here: Here) -> UUID:
    try:
        return UUID(here.request.POST.get("member", ""))
    except ValueError:
        return here.network


def _line(here: Here, row: dict[str, Any], people: dict[UUID, Face]) -> dict[str, Any]:
    at = reverse("report_by_link", kwargs={"token": token_of(row["id"])})
    mine = row["made_by_id"] == here.person
    return {
        "id": row["id"],
        "name": people[row["member_id"]].name if row["member_id"] in people else "",
        "until": full_date(row["expires_at"]),
        "address": here.request.build_absolute_uri(at) if mine else "",
    }


@require_POST
@network_door
def end_report_link(here: Here, link_id: UUID) -> HttpResponse:
    """End a link."""
    end(seat=here.seat, link=link_id)
    say(here.request, _("Deze link werkt niet meer."))
    return HttpResponseRedirect(address("report_links", network_id=here.network))
