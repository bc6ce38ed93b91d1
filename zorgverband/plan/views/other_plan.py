"""The plan another system made, as one page: what it says, its goals, and what it suggests."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zorgverband.base.refusals import NotHere
from zorgverband.membership.checks import leads
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import full_date

from .. import queries, suggestions
from ..actions.end_part import may_change
from ..suggestions_shown import show_suggestions


@require_GET
@network_door
def other_plan(here: Here, part_id: UUID) -> HttpResponse:
    """What the source says, as it is now; how it was before stands behind 'eerder'."""
    found = queries.part(network=here.network, id=part_id)
    if found.kind != "other_plan":
        raise NotHere()
    people = faces(here.network)
    inside = suggestions.belonging_to(here.network, part_id)
    return page(
        here, "plan/other_plan.html", current="plan", people=people, found=found,
        since=full_date(found.since) if found.since else "",
        changed=full_date(found.edited_at) if found.edited_at else "",
        goals=[_line(here, one) for one in inside if one["item__kind"] == "plan_goal"],
        others=[_line(here, one) for one in inside if one["item__kind"] != "plan_goal"],
        may_end=may_change(found, seat=here.seat, person=here.person) and not found.ended_at,
        whose=show_suggestions(
            suggestions.suggestions_of(here.network, part_id), seat=here.seat,
            person=here.person, people=people,
        ),
        may_invite=leads(here.seat),
    )  # fmt: skip


def _line(here: Here, row: dict[str, object]) -> dict[str, object]:
    goal = row["item__kind"] == "plan_goal"
    name, part = ("goal", "goal_id") if goal else ("item", "item_id")
    if row["item__kind"] == "plan_other_plan":
        name, part = "other_plan", "part_id"
    parts = {"network_id": here.network, part: row["item_id"]}
    words = str(row["item__title"]) or _("Zonder titel")
    return {"id": row["item_id"], "words": words, "href": reverse(name, kwargs=parts)}
