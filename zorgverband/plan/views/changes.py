"""What changed in the plan since somebody said yes to it, and the plan as it was then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.shown import show_agreements
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.dates import full_date

from ..history import Difference, difference, history
from ..kinds import AGREED
from ..queries import Part
from ..shown import abouts_of, show_part, show_plan

Named = dict[UUID, Face]


@dataclass(frozen=True)
class Line:
    """One thing that is otherwise; `was`: how it read before."""

    id: UUID
    href: str
    words: str
    quote: bool
    who: str
    was: str = ""


@dataclass(frozen=True)
class Since:
    """What is otherwise about one client or the household, since a day, under a heading each."""

    name: str
    day: str
    groups: list[tuple[str, list[Line]]]


@require_safe
@network_door
def plan_changes(here: Here) -> HttpResponse:
    """Of each client and the household what came, changed or ended since the last yes, as far as it
    is for this person; and each time it was agreed to."""
    people, kept, now = faces(here.network), history(here.network), clock.now()
    yeses = [one for one in reversed(kept.parts) if one.kind == AGREED]
    found = []
    for about, name in abouts_of(here.seat, people):
        last = next((one for one in yeses if one.about == about), None)
        if last is not None:
            then, today = (kept.at(at, about=about) for at in (last.created_at, now))
            groups = _groups(here, difference(then, today), people)
            found.append(Since(name, full_date(last.created_at), groups))
    return page(
        here, "plan/changes.html", current="plan", people=people, found=found,
        several=len(found) > 1, yeses=[_yes(here, one, people) for one in yeses],
    )  # fmt: skip


@require_safe
@network_door
def plan_then(here: Here, part_id: UUID) -> HttpResponse:
    """The plan as it was when it was agreed to, in the words of then, as far as it is for this
    person now; and what was otherwise than the time before."""
    people, kept = faces(here.network), history(here.network)
    yes = next((one for one in kept.parts if one.id == part_id and one.kind == AGREED), None)
    if yes is None:
        raise NotHere()
    found = kept.at(yes.created_at, about=yes.about)
    whose, _rest = show_plan(
        list(found.parts.values()), steps={}, agreements=list(found.agreements.values()),
        seat=here.seat, people=people,
    )  # fmt: skip
    before = [
        one for one in kept.parts
        if one.kind == AGREED and one.about == yes.about and one.created_at < yes.created_at
    ]  # fmt: skip
    changed = None
    if before:
        groups = _groups(
            here, difference(kept.at(before[-1].created_at, about=yes.about), found), people
        )
        changed = Since("", full_date(before[-1].created_at), groups)
    return page(
        here, "plan/then.html", current="plan", people=people, then=_yes(here, yes, people),
        whose=[one for one in whose if one.about == yes.about], changed=changed,
    )  # fmt: skip


def _groups(here: Here, found: Difference, people: Named) -> list[tuple[str, list[Line]]]:
    groups = (
        (_("Nieuw"), _lines(here, [(one, "") for one in found.came], people)),
        (_("Veranderd"), _lines(here, found.changed, people)),
        (_("Klaar of niet meer zo"), _lines(here, [(one, "") for one in found.ended], people)),
    )
    return [group for group in groups if group[1]]


def _lines(here: Here, found: Sequence[tuple[Part | Agreed, str]], people: Named) -> list[Line]:
    return [
        _part_line(here, one, was, people)
        if isinstance(one, Part)
        else _agreed_line(here, one, was, people)
        for one, was in found
    ]


def _part_line(here: Here, one: Part, was: str, people: Named) -> Line:
    shown = show_part(one, here.network, people)
    return Line(one.id, shown.href, one.words, one.quote, shown.who, was)


def _agreed_line(here: Here, one: Agreed, was: str, people: Named) -> Line:
    shown = show_agreements([one], seat=here.seat, people=people, names={})[0]
    when = f"{shown.who}, {shown.when}" if shown.when else shown.who
    return Line(one.id, shown.href, one.what, False, when, was)


def _yes(here: Here, one: Part, people: Named) -> dict[str, Any]:
    face = people.get(one.said_by) if one.said_by else None
    return {
        "id": one.id,
        "who": face.name if face else _("iemand"),
        "about": dict(abouts_of(here.seat, people)).get(one.about, ""),
        "when": full_date(one.created_at),
        "href": reverse("plan_then", kwargs={"network_id": here.network, "part_id": one.id}),
    }
