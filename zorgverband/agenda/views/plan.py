"""Entering a visit: who, when, how often, what for; with the live panel of who will read it."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import checked
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.repeats import weekday_name

from ..actions import plan_visit as plan
from ..forms import OTHER, VisitDraft, plannable_abouts, read_visit


@require_http_methods(["GET", "POST"])
@network_door
def plan_visit(here: Here) -> HttpResponse:
    """The form, and putting what was filled in into the agenda."""
    people = faces(here.network)
    visit = read_visit(here.request.POST or here.request.GET, seat=here.seat, people=people)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, visit, people)
    try:
        return _plan(here, visit, people)
    except Refusal as refusal:
        return _form(here, visit, people, refusal)


def _plan(here: Here, visit: VisitDraft, people: dict[Any, Face]) -> HttpResponse:
    draft = checked(visit.draft, people=people)
    planned = plan(
        seat=here.seat, person=here.person, about=draft.about, visitor=visit.visitor(people),
        planned=visit.planned(), what=visit.what, purpose=visit.purpose,
        purpose_subject=_why_subject(here, visit) or Subject.HEALTH,
        place=visit.typed["place"], audience=draft.audience(people.values()), circle=draft.circle,
    )  # fmt: skip
    here.touch(CREATE, planned.item_id)
    say(here.request, _("Het bezoek staat in de agenda."))
    parts = {"network_id": here.network, "visit_id": planned.item_id}
    day = planned.first_on.isoformat()
    return HttpResponseRedirect(reverse("visit", kwargs=parts | {"day": day}))


def _form(
    here: Here, visit: VisitDraft, people: dict[Any, Face], refusal: Refusal | None = None
) -> HttpResponse:
    draft = visit.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=Subject.COMING, author=here.person,
        audience=draft.audience(people.values()),
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=Subject.COMING)
    return page(
        here, "agenda/plan.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, visit=visit, draft=draft,
        reading=reading, others=others, why="", circles=list(CIRCLES.values()),
        abouts=plannable_abouts(here.seat, people), visitors=_visitors(here, people),
        choosable=_choosable(here, people), repeats=_repeats(), first=clock.today().isoformat(),
        weekdays=[(number, weekday_name(number)) for number in range(7)],
        may_say_why=_why_subject(here, visit) is not None,
    )  # fmt: skip


def _why_subject(here: Here, visit: VisitDraft) -> Subject | None:
    """Under which medical subject this person may say what a visit is for; None for none."""
    for subject in (Subject.HEALTH, Subject.TREATMENT, Subject.MIND):
        if here.seat.may_write(about=visit.draft.about, subject=subject):
            return subject
    return None


def _visitors(here: Here, people: dict[Any, Face]) -> list[tuple[str, str]]:
    found = [
        (str(face.member), f"{face.name}, {face.described}" if face.described else face.name)
        for face in people.values()
        if face.active and face.side != Side.CLIENT
    ]
    return [("", _("Kies wie er komt")), *found, (OTHER, _("Iemand anders"))]


def _choosable(here: Here, people: dict[Any, Face]) -> list[Face]:
    return [
        face
        for face in people.values()
        if face.active and face.side != Side.CLIENT and face.member != here.seat.member
    ]


def _repeats() -> list[tuple[str, str]]:
    return [
        (Repeat.ONCE.value, _("Eén keer")),
        (Repeat.DAILY.value, _("Elke dag")),
        (Repeat.WEEKLY.value, _("Elke week, op vaste dagen")),
        (Repeat.BIWEEKLY.value, _("Om de week")),
        (Repeat.MONTHLY.value, _("Elke maand, op dezelfde datum")),
    ]
