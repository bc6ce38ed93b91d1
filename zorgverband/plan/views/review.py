"""'Terugkijken': what everybody says about this cycle, how the goals went, and the next cycle."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import actions, queries
from ..forms import domain_options, plan_abouts, read_day
from ..kinds import REVIEW, REVIEWS
from ..shown import abouts_of, show_part, show_plan


@require_safe
@network_door
def review_plan(here: Here) -> HttpResponse:
    """What was said so far, and the questions."""
    return _page(here)


@require_POST
@network_door
def answer_review(here: Here) -> HttpResponse:
    """What somebody says."""
    typed = here.request.POST
    try:
        made = actions.answer_review(
            seat=here.seat, person=here.person, about=_about(here),
            part_of_life=typed.get("domain", ""),
            texts={kind: typed.get(kind, "") for kind in REVIEWS},
        )  # fmt: skip
    except Refusal as refusal:
        return _page(here, refusal)
    for one in made:
        here.touch(CREATE, one.item_id)
    say(here.request, _("Dank u. Wie het mag lezen, leest uw antwoord."))
    return HttpResponseRedirect(reverse("review_plan", kwargs={"network_id": here.network}))


@require_POST
@network_door
def next_cycle(here: Here) -> HttpResponse:
    """On to the next cycle."""
    try:
        made = actions.next_cycle(
            seat=here.seat, person=here.person, about=_about(here),
            review_on=read_day(here.request.POST.get("review_on", ""), "review_on"),
        )  # fmt: skip
    except Refusal as refusal:
        return _page(here, refusal)
    here.touch(CREATE, made.item_id)
    say(here.request, _("De volgende ronde is begonnen. Open doelen gaan door."))
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))


def _about(here: Here) -> UUID:
    try:
        return UUID(here.request.POST.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None


def _page(here: Here, refusal: Refusal | None = None) -> HttpResponse:
    people, typed = faces(here.network), here.request.POST
    found = queries.parts(here.network)
    said = queries.reviews(found)
    whose, _rest = show_plan(
        found, steps=queries.steps(here.network), agreements=[], seat=here.seat, people=people
    )
    abouts = plan_abouts(here.seat, people)
    groups: list[Any] = [
        (kind, [show_part(one, here.network, people) for one in said if one.kind == kind.code])
        for kind in REVIEW
    ]
    return page(
        here, "plan/review.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, groups=[one for one in groups if one[1]],
        questions=REVIEW, abouts=abouts, about=typed.get("about", ""),
        texts={kind: typed.get(kind, "") for kind in REVIEWS},
        domains=domain_options(here.seat, abouts[0][0]) if abouts else [],
        chosen=typed.get("domain", ""), whose=[one for one in whose if one.goals],
        reviews=[one.review for one in whose if one.review][:1], first=clock.today(),
        review_on=typed.get("review_on", ""),
        leads=[
            (about, name) for about, name in abouts_of(here.seat, people)
            if here.seat.may_write(about=about, subject=Subject.ARRANGEMENTS)
        ],
    )  # fmt: skip
