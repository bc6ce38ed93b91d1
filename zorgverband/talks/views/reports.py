"""What was passed on: for who leads with the words, for who did so whether it was read."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address

from .. import report_queries
from ..actions import report as actions
from ..leading import leads
from ..report_places import report_abouts
from ..report_shown import show_reports


@require_safe
@network_door
def reports(here: Here) -> HttpResponse:
    """What others passed on, unread first; and what one passed on oneself."""
    people, names = faces(here.network), names_of_people(here.network)
    rows = report_queries.reports(here.network)
    mine, others = (
        show_reports(
            [row for row in rows if (row["item__author_id"] == here.person) is own],
            people=people, names=names,
        )
        for own in (True, False)
    )  # fmt: skip
    return page(
        here, "talks/reports.html", current="more", people=people, mine=mine,
        fresh=[one for one in others if not one.read], read=[one for one in others if one.read],
        may_lead=leads(here.seat), may_report=bool(report_abouts(here.seat, people)),
        may_write={face.member for face in report_abouts(here.seat, people)},
    )  # fmt: skip


@require_POST
@network_door
def read_report(here: Here, item_id: UUID) -> HttpResponse:
    """Say that it was read."""
    actions.read_report(seat=here.seat, person=here.person, item=item_id)
    here.touch(UPDATE, item_id)
    say(here.request, _("Genoteerd. Wie dit doorgaf, ziet alleen dat het gelezen is."))
    return HttpResponseRedirect(address("reports", network_id=here.network))
