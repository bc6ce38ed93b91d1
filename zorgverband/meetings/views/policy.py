"""Team meetings on general policy: the list, a new one, and one with its points and notes."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say

from .. import policy
from ..actions import policy as acts
from ..models import PolicyNote


@require_safe
@person_door
def policy_meetings(here: Outside) -> HttpResponse:
    """The meetings of the organisations and neighbourhoods one works for, latest first."""
    return page_across(
        here, "meetings/policy_list.html", current="more_across",
        meetings=policy.policy_meetings(), may_plan=bool(policy.groups_of(here.person)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@person_door
def plan_policy_meeting(here: Outside) -> HttpResponse:
    """A new one: with whom, about what, when."""
    data, refusal = here.request.POST, None
    typed = {word: data.get(word, "")[:200] for word in ("group", "title", "on_date")}
    if here.request.method == "POST":
        try:
            made = acts.plan_policy_meeting(
                person=here.person, group=_id(typed["group"]), title=typed["title"],
                on_date=day_of(typed["on_date"]),
            )  # fmt: skip
        except Refusal as raised:
            refusal = raised
        else:
            return HttpResponseRedirect(reverse("policy_meeting", args=[made]))
    return page_across(
        here, "meetings/policy_new.html", current="more_across", refusal=refusal, typed=typed,
        groups=[(str(one.id), one.name) for one in policy.groups_of(here.person)],
        status=refusal.status if refusal else 200,
    )  # fmt: skip


@require_safe
@person_door
def policy_meeting(here: Outside, policy_id: UUID) -> HttpResponse:
    """One meeting: every point with what was said, and where one writes."""
    return _shown(here, policy_id)


def _shown(here: Outside, meeting: UUID, refusal: Refusal | None = None) -> HttpResponse:
    return page_across(
        here, "meetings/policy.html", current="more_across",
        meeting=policy.policy_meeting(meeting), points=policy.policy_points(meeting),
        kinds=PolicyNote.Kind.choices, refusal=refusal, typed=_typed(here),
        status=refusal.status if refusal else 200,
    )  # fmt: skip


def _typed(here: Outside) -> dict[str, str]:
    """What was typed; a field that was not sent is empty."""
    return {"kind": "", "who": "", "due_on": ""} | {
        name: str(value) for name, value in here.request.POST.items()
    }


@require_POST
@person_door
def add_policy_point(here: Outside, policy_id: UUID) -> HttpResponse:
    """Something more to speak about."""
    return _done(here, policy_id, lambda words: acts.add_policy_point(
        person=here.person, meeting=policy_id, title=words("title")[:200],
    ))  # fmt: skip


@require_POST
@person_door
def note_policy(here: Outside, policy_id: UUID, topic_id: UUID) -> HttpResponse:
    """What was said, decided or is to be done."""
    return _done(here, policy_id, lambda words: acts.note_policy(
        person=here.person, meeting=policy_id, point=topic_id, kind=words("kind"),
        words=words(f"words-{topic_id}")[:4000], who=words("who")[:100],
        due_on=day_of(words("due_on")),
    ), f"#p-{topic_id}")  # fmt: skip


@require_POST
@person_door
def finish_policy_action(here: Outside, policy_id: UUID, action_id: UUID) -> HttpResponse:
    """An action was done."""
    return _done(here, policy_id, lambda words: acts.finish_policy_action(
        person=here.person, meeting=policy_id, note=action_id,
    ))  # fmt: skip


@require_POST
@person_door
def close_policy_meeting(here: Outside, policy_id: UUID) -> HttpResponse:
    """Nothing comes to it any more."""
    done = _done(here, policy_id, lambda words: acts.close_policy_meeting(
        person=here.person, meeting=policy_id,
    ))  # fmt: skip
    if done.status_code == 302:
        say(here.request, _("Het overleg is afgesloten."))
    return done


def _done(
    here: Outside, meeting: UUID, act: Callable[[Callable[[str], str]], Any], place: str = ""
) -> HttpResponse:
    """Do it, and back to the meeting; a refusal stands there with what was typed."""
    try:
        act(lambda name: here.request.POST.get(name, ""))
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _shown(here, meeting, refusal)
    return HttpResponseRedirect(reverse("policy_meeting", args=[meeting]) + place)


def _id(text: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(text)
    return None
