"""'Terugkijken': what everybody says about this cycle, how the goals went, and the next cycle."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import actions, queries
from ..forms import domain_options, plan_abouts, read_day
from ..kinds import REVIEW, REVIEWS, Kind
from ..queries import Part
from ..reviewing import next_review
from ..shown import ShownPart, Whose, abouts_of, show_part, show_plan


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


@require_POST
@network_door
def ask_review(here: Here) -> HttpResponse:
    """Ask everybody who reads the plan what they think."""
    try:
        asked = actions.ask_review(seat=here.seat, person=here.person, about=_about(here))
    except Refusal as refusal:
        return _page(here, refusal)
    here.touch(UPDATE, asked.id)
    say(here.request, _("Gevraagd. Wie dit plan leest, krijgt bericht."))
    return HttpResponseRedirect(reverse("review_plan", kwargs={"network_id": here.network}))


def _about(here: Here) -> UUID:
    try:
        return UUID(here.request.POST.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None


@dataclass(frozen=True)
class Looked:
    """What there is to look back upon of one client or the household: the goals, what was said."""

    plan: Whose
    said: list[tuple[Kind, list[ShownPart]]]


def _page(here: Here, refusal: Refusal | None = None) -> HttpResponse:
    people = faces(here.network)
    looked = _looked(here, people)
    abouts = plan_abouts(here.seat, people)
    typed = here.request.POST or here.request.GET
    about = _chosen(typed.get("about", ""), abouts, looked)
    return page(
        here, "plan/review.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, looked=looked,
        several=len(abouts_of(here.seat, people)) > 1,
        questions=REVIEW, abouts=abouts, about=about, name=dict(abouts).get(about, ""),
        texts={kind: typed.get(kind, "") for kind in REVIEWS},
        domains=domain_options(here.seat, about), chosen=typed.get("domain", ""),
        first=clock.today(), review_on=typed.get("review_on", _after(looked, about)),
        leads=[
            one for one in abouts_of(here.seat, people)
            if here.seat.may_write(about=one[0], subject=Subject.ARRANGEMENTS)
        ],
    )  # fmt: skip


def _after(looked: list[Looked], about: UUID) -> str:
    """The day to look back again that is proposed, by the weight of the plan."""
    groups = [group for one in looked if one.plan.about == about for group in one.plan.groups]
    return next_review(full=any(not group.kind.light for group in groups)).isoformat()


def _looked(here: Here, people: dict[UUID, Face]) -> list[Looked]:
    found = queries.in_this_cycle(queries.parts(here.network), here.network)
    said = [one for one in found if one.kind in REVIEWS]
    whose, _rest = show_plan(
        found, steps=queries.steps(here.network), agreements=[], seat=here.seat, people=people
    )
    return [
        Looked(one, _said([part for part in said if part.about == one.about], here, people))
        for one in whose
        if one.goals or one.review or any(part.about == one.about for part in said)
    ]


def _said(
    found: list[Part], here: Here, people: dict[UUID, Face]
) -> list[tuple[Kind, list[ShownPart]]]:
    groups = [
        (kind, [show_part(one, here.network, people) for one in found if one.kind == kind.code])
        for kind in REVIEW
    ]
    return [group for group in groups if group[1]]


def _chosen(text: str, abouts: list[tuple[UUID, str]], looked: list[Looked]) -> UUID:
    """About whom one says something: as asked, else the first of whom there is a plan."""
    known = [about for about, _name in abouts]
    with_plan = [one.plan.about for one in looked if one.plan.about in known]
    for about in known:
        if str(about) == text:
            return about
    return next(iter([*with_plan, *known]), UUID(int=0))
