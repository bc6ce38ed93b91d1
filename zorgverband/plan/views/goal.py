"""One goal: how it goes, who does what for it, and closing it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.agreements.queries import agreements_for
from zorgverband.agreements.shown import show_agreements
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.beside import remarks
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import full_date

from .. import actions, queries, suggestions
from ..actions.end_part import may_change
from ..actions.note_step import NotAttained
from ..forms import read_aim, read_number
from ..measuring import attained_word, number_words
from ..models import Measure
from ..queries import Part, Step
from ..shown import show_goal, show_part
from .part import measure_choices


@require_safe
@network_door
def goal(here: Here, goal_id: UUID) -> HttpResponse:
    """The goal with everything that is for it."""
    return _page(here, goal_id)


@require_POST
@network_door
def note_step(here: Here, goal_id: UUID) -> HttpResponse:
    """How it goes now."""
    typed = here.request.POST

    def act(**who: Any) -> None:
        actions.note_step(
            **who, goal=goal_id, value=read_number(typed.get("value", ""), "value"),
            words=typed.get("words", ""),
        )  # fmt: skip

    return _done(here, goal_id, act, _("Genoteerd hoe het gaat."))


@require_POST
@network_door
def close_goal(here: Here, goal_id: UUID) -> HttpResponse:
    """How the goal went: it is closed, or goes on."""

    def act(**who: Any) -> None:
        text = here.request.POST.get("attained", "")
        if text not in ("-2", "-1", "0", "1", "2"):
            queries.goal(network=here.network, id=goal_id)
            raise NotAttained(field="attained")
        weigh = actions.weigh_goal if goes_on else actions.close_goal
        weigh(**who, goal=goal_id, attained=int(text))

    goes_on = "go_on" in here.request.POST
    words = _("Genoteerd hoe het ging. Dit doel gaat door.")
    return _done(here, goal_id, act, words if goes_on else _("Dit doel is afgesloten."))


@require_POST
@network_door
def set_aim(here: Here, goal_id: UUID) -> HttpResponse:
    """How the goal is measured from now on, and until when."""

    def act(**who: Any) -> None:
        actions.set_aim(**who, goal=goal_id, aim=read_aim(here.request.POST))

    return _done(here, goal_id, act, _("Bewaard hoe u dit doel meet."))


def _done(here: Here, goal_id: UUID, act: Callable[..., None], words: str) -> HttpResponse:
    try:
        act(seat=here.seat, person=here.person)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _page(here, goal_id, refusal)
    here.touch(UPDATE, goal_id)
    say(here.request, words)
    parts = {"network_id": here.network, "goal_id": goal_id}
    return HttpResponseRedirect(reverse("goal", kwargs=parts))


def _page(here: Here, goal_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.goal(network=here.network, id=goal_id)
    people, names = faces(here.network), names_of_people(here.network)
    steps = queries.steps(here.network, of=goal_id).get(goal_id, [])
    agreements = show_agreements(
        agreements_for(here.network, goal_id),
        seat=here.seat,
        person=here.person,
        people=people,
        names=names,
    )
    asking = {"goal": goal_id, "about": found.about, "subject": found.subject}
    may = may_change(found, seat=here.seat, person=here.person)
    at = reverse("ask_agreement", kwargs={"network_id": here.network})
    return page(
        here, "plan/goal.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, found=found,
        goal=show_goal(found, steps, here.network, agreements),
        part=show_part(found, here.network, people), steps=_steps(found, steps, names),
        may_write=may and found.closed_at is None and found.ended_at is None, may_end=may,
        ask=f"{at}?{urlencode(asking)}" if may else "", typed=here.request.POST,
        numbers=found.measure in (Measure.SCALE, Measure.NUMBER),
        yes_no=found.measure == Measure.YES_NO,
        wholes=suggestions.wholes_of(here.network, goal_id),
        measures=measure_choices(), aim=_aim(found, here.request.POST), first=clock.today(),
        said=remarks(seat=here.seat, people=people, items=[goal_id]).get(goal_id, ()),
        outcomes=[(value, attained_word(value)) for value in (2, 1, 0, -1, -2)],
    )  # fmt: skip


def _aim(found: Part, typed: QueryDict) -> dict[str, str]:
    """What stands in the fields about measuring: as it was typed, else as it is."""
    target = "" if found.target is None else f"{found.target.normalize():f}".replace(".", ",")
    kept = {
        "measure": found.measure, "unit": found.unit, "target": target,
        "due_on": found.due_on.isoformat() if found.due_on else "",
    }  # fmt: skip
    return {name: typed.get(name, words) for name, words in kept.items()}


def _steps(found: Part, steps: list[Step], names: dict[UUID, str]) -> list[dict[str, str]]:
    return [
        {
            "when": full_date(step.at),
            "value": number_words(step.value, found),
            "words": step.words or attained_word(step.attained),
            "who": names.get(step.person, _("iemand")),
        }
        for step in reversed(steps)
    ]
