"""Putting something in the plan, with the live panel of who will read it; and taking it out."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import checked
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines

from .. import actions, queries
from ..actions.add_part import Own
from ..forms import SAFE_CHOICES, PartDraft, domain_options, plan_abouts, read_part
from ..kinds import INTERVENTION, WRITTEN
from ..models import Measure


@require_safe
@network_door
def choose_part(here: Here) -> HttpResponse:
    """What one can put in the plan: light things first, the rest for a full plan."""
    people = faces(here.network)
    if not plan_abouts(here.seat, people):
        raise MayNotWrite()
    return page(
        here,
        "plan/choose.html",
        current="plan",
        people=people,
        kinds=[one for one in WRITTEN if one.by_hand],
    )


@require_http_methods(["GET", "POST"])
@network_door
def add_part(here: Here, kind: str) -> HttpResponse:
    """The form of one kind, and adding what was filled in."""
    people = faces(here.network)
    wanted = read_part(here.request.POST or here.request.GET, kind=kind, seat=here.seat,
                       people=people)  # fmt: skip
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, wanted, people)
    try:
        return _add(here, wanted, people)
    except Refusal as refusal:
        return _form(here, wanted, people, refusal)


def _add(here: Here, wanted: PartDraft, people: dict[UUID, Face]) -> HttpResponse:
    draft = checked(wanted.draft, people=people)
    made = actions.add_part(
        seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
        kind=wanted.kind.code, words=wanted.typed["words"], more=draft.body,
        domain=wanted.typed["domain"], said=wanted.said(people), aim=wanted.aim(),
        own=_own(here, wanted, people), audience=draft.audience(people.values()), circle=draft.circle,
    )  # fmt: skip
    here.touch(CREATE, made.item_id)
    say(here.request, _("Dit staat nu in het plan."))
    parts: dict[str, Any] = {"network_id": here.network}
    if wanted.kind.code == "goal":
        return HttpResponseRedirect(reverse("goal", kwargs=parts | {"goal_id": made.item_id}))
    return HttpResponseRedirect(reverse("plan", kwargs=parts))


def _form(
    here: Here, wanted: PartDraft, people: dict[UUID, Face], refusal: Refusal | None = None
) -> HttpResponse:
    draft = wanted.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=draft.subject, author=here.person,
        audience=draft.audience(people.values()),
    )  # fmt: skip
    reading, others = reader_lines(
        reasons, people=people, names=names_of_people(here.network), subject=draft.subject
    )
    medical = draft.subject.medical
    return page(
        here, "plan/part.html", current="plan", people=people, kind=wanted.kind, wanted=wanted,
        status=refusal.status if refusal else 200, refusal=refusal, draft=draft, reading=reading,
        others=others, abouts=plan_abouts(here.seat, people), first=clock.today(),
        circles=[one for one in CIRCLES.values() if not (medical and one.code == EVERYONE)],
        why=_("Nieuws over gezondheid gaat alleen naar familie en zorg.") if medical else "",
        domains=domain_options(here.seat, draft.about), speakers=_speakers(here, people),
        measures=measure_choices(),
        values=[("", _("Kies een cijfer")), *((one, one) for one in SAFE_CHOICES)],
        goals=_goals(here, draft.about) if wanted.kind.code == INTERVENTION else [],
        signers=_signers(people),
        choosable=[
            face for face in people.values()
            if face.active and face.side != Side.CLIENT and face.member != here.seat.member
        ],
    )  # fmt: skip


def _own(here: Here, wanted: PartDraft, people: dict[UUID, Face]) -> Own:
    own = wanted.own(people)
    if own.goal is not None:
        queries.goal(network=here.network, id=own.goal)
    return own


def _goals(here: Here, about: UUID) -> list[tuple[str, str]]:
    found = [
        (str(one.id), one.words)
        for one in queries.parts(here.network)
        if one.kind == "goal" and one.about == about and one.closed_at is None
    ]
    return [("", _("Niet voor een doel")), *found]


def _signers(people: dict[UUID, Face]) -> list[tuple[str, str]]:
    found = [
        (str(face.member), face.name) for face in people.values() if face.active and face.person
    ]
    return [("", _("Iemand die hier niet meedoet")), *found]


def _speakers(here: Here, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    others = [
        (str(face.member), face.name)
        for face in people.values()
        if face.active and face.member != here.seat.member
    ]
    return [("", _("Ik zeg dit zelf")), *others]


def measure_choices() -> list[tuple[str, str]]:
    """How one can see whether a goal is reached."""
    return [
        (Measure.NONE, _("Met woorden")), (Measure.SCALE, _("Met een cijfer van 0 tot 10")),
        (Measure.NUMBER, _("Met een getal, bijvoorbeeld kilometers")),
        (Measure.YES_NO, _("Met ja of nee")),
    ]  # fmt: skip


@require_POST
@network_door
def end_part(here: Here, part_id: UUID) -> HttpResponse:
    """It is not so any more."""
    actions.end_part(seat=here.seat, person=here.person, part=part_id)
    here.touch(UPDATE, part_id)
    say(
        here.request, _("Dit staat niet meer in het plan. Bij wat er veranderd is, ziet u het nog.")
    )
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))
