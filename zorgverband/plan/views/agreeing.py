"""Saying yes to the plan, what changed since, and the plan as it was then."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import full_date

from .. import actions, queries
from ..kinds import AGREED, KINDS
from ..queries import Part
from ..shown import abouts_of, show_part, show_plan


@require_POST
@network_door
def agree_plan(here: Here) -> HttpResponse:
    """Yes, this is the plan."""
    try:
        about = UUID(here.request.POST.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None
    made = actions.agree_plan(seat=here.seat, person=here.person, about=about)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Genoteerd: ja tegen dit plan."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))


@require_safe
@network_door
def plan_changes(here: Here) -> HttpResponse:
    """What came, changed or ended since the last yes (of whoever it is about), as far as it is for
    this person; and each time it was agreed to."""
    people, yeses = faces(here.network), queries.yeses(here.network)
    since = yeses[0].created_at if yeses else None
    found = queries.parts_changed(here.network, since) if since else []
    return page(
        here, "plan/changes.html", current="plan", people=people,
        since=full_date(since) if since else "",
        groups=_changes(here, found, since, people) if since else [],
        yeses=[_yes(here, one, people) for one in yeses],
    )  # fmt: skip


def _changes(
    here: Here, found: list[Part], since: datetime, people: dict[UUID, Face]
) -> list[tuple[str, list[object]]]:
    came: list[object] = []
    ended: list[object] = []
    changed: list[object] = []
    for one in found:
        if one.kind not in KINDS:
            continue
        ends = one.ended_at is not None or (one.closed_at is not None and one.closed_at > since)
        new = one.created_at > since
        if new and ends:
            continue
        which = ended if ends else came if new else changed
        which.append(show_part(one, here.network, people))
    groups = [(_("Nieuw"), came), (_("Veranderd"), changed), (_("Klaar of niet meer zo"), ended)]
    return [(name, group) for name, group in groups if group]


def _yes(here: Here, one: Part, people: dict[UUID, Face]) -> dict[str, object]:
    face = people.get(one.said_by) if one.said_by else None
    return {
        "id": one.id,
        "who": face.name if face else _("iemand"),
        "about": dict(abouts_of(here.seat, people)).get(one.about, ""),
        "when": full_date(one.created_at),
        "href": reverse("plan_then", kwargs={"network_id": here.network, "part_id": one.id}),
    }


@require_safe
@network_door
def plan_then(here: Here, part_id: UUID) -> HttpResponse:
    """The plan as it was when it was agreed to, as far as it is for this person now."""
    then = queries.part(network=here.network, id=part_id)
    if then.kind != AGREED:
        raise NotHere()
    people = faces(here.network)
    found = [
        one for one in queries.parts_at(here.network, then.created_at) if one.about == then.about
    ]
    whose, _rest = show_plan(found, steps={}, agreements=[], seat=here.seat, people=people)
    return page(
        here, "plan/then.html", current="plan", people=people, then=then,
        when=full_date(then.created_at),
        whose=[one for one in whose if one.about == then.about],
    )  # fmt: skip
