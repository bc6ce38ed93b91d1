"""Entering a visit: who, when, how often, what for; with the live panel of who will read it."""

from dataclasses import replace
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
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import checked
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.repeats import weekday_name

from ..actions import plan_visit as plan
from ..actions.details import Details
from ..forms import OTHER, VisitDraft, kinds, plannable_abouts, read_visit
from ..models import Kind, Transport
from ..outings import LEADS_SOMEWHERE, Outing, as_chosen, follows, health_subject, outings


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
    draft, details = checked(visit.draft, people=people), visit.details(people)
    planned = plan(
        seat=here.seat, person=here.person, about=draft.about, visitor=visit.visitor(people),
        planned=visit.planned(), what=visit.what, purpose=visit.purpose,
        purpose_subject=_why_subject(here, visit) or Subject.HEALTH,
        place=visit.typed["place"], audience=draft.audience(people.values()), circle=draft.circle,
        details=details,
    )  # fmt: skip
    here.touch(CREATE, planned.item_id)
    say(here.request, _("Het staat in de agenda."))
    parts = {"network_id": here.network, "visit_id": planned.item_id}
    day = planned.first_on.isoformat()
    return HttpResponseRedirect(reverse("visit", kwargs=parts | {"day": day}))


def _form(
    here: Here, visit: VisitDraft, people: dict[Any, Face], refusal: Refusal | None = None
) -> HttpResponse:
    draft = visit.draft
    reasons = reasons_if(
        network=here.network, about=draft.about, subject=draft.subject, author=here.person,
        audience=draft.audience(people.values()),
    )  # fmt: skip
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=draft.subject)
    wheres = outings(here.seat, draft.about) if visit.kind in LEADS_SOMEWHERE else []
    return page(
        here, "agenda/plan.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, visit=visit, draft=draft,
        reading=reading, others=others, why="", wheres=wheres, where=visit.outing,
        leads=visit.kind in LEADS_SOMEWHERE, **_readers(visit, wheres),
        abouts=plannable_abouts(here.seat, people),
        visitors=_visitors(people, medical=_stands_medical(visit)),
        choosable=_choosable(here, people), repeats=_repeats(), first=clock.today().isoformat(),
        weekdays=[(number, weekday_name(number)) for number in range(7)],
        may_say_why=visit.kind in (Kind.VISIT, Kind.OUT) and _why_subject(here, visit) is not None,
        kind=visit.kind.value, kinds=_kinds(here, visit), rides=_rides(people),
    )  # fmt: skip


def _readers(visit: VisitDraft, wheres: list[Outing]) -> dict[str, Any]:
    """The circles one may choose, and what was chosen; where it goes, says that for a start."""
    draft = visit.draft
    plain = [one for one in CIRCLES.values() if one.code != EVERYONE]
    if not wheres:
        everyone = [] if draft.subject.medical else [CIRCLES[EVERYONE]]
        return {"circles": everyone + plain, "chooses": draft}
    kept = "" if follows(visit.typed["circle"], draft.subject) else draft.circle
    # Where it goes, can still change on the page: then nobody may be missing from it.
    return {"circles": [as_chosen(), *plain],
            "chooses": replace(draft, circle=kept, subject=Subject.COMING)}  # fmt: skip


def _kinds(here: Here, visit: VisitDraft) -> list[dict[str, Any]]:
    """What one may fill in, each a link: the form asks what belongs to that."""
    return [
        {"label": kind.label, "href": f"?kind={kind.value}", "current": kind == visit.kind,
         "count": None}
        for kind in kinds(here.seat, visit.draft.about)
    ]  # fmt: skip


def _rides(people: dict[Any, Face]) -> list[tuple[str, str]]:
    """How one gets somewhere: one of those who take part drives, a taxi, or nobody yet."""
    drivers = [
        (str(face.member), _("%(name)s rijdt") % {"name": face.name})
        for face in people.values()
        if face.active and not (face.team or face.inside) and face.side != Side.CLIENT
    ]
    nobody, taxi = (Transport.NOBODY.value, _("Nog niemand")), (Transport.TAXI.value, _("Taxi"))
    return [("", _("Dat hoeft hier niet")), nobody, taxi, *drivers]


def _stands_medical(visit: VisitDraft) -> bool:
    """Whether it is known to be medical; what somebody still has to say, may be anything."""
    return (visit.outing or Details(kind=visit.kind).subject).medical


def _why_subject(here: Here, visit: VisitDraft) -> Subject | None:
    """Under which medical subject this person may say what a visit is for; None for none."""
    led = visit.outing if visit.outing and visit.outing.medical else None
    return led or health_subject(here.seat, visit.draft.about)


def _visitors(people: dict[Any, Face], *, medical: bool) -> list[tuple[str, str]]:
    found = [
        (str(face.member), f"{face.name}, {face.described}" if face.described else face.name)
        for face in people.values()
        if face.active and not face.inside and face.side != Side.CLIENT
        if not (medical and face.side == Side.SOCIAL)
    ]
    return [("", _("Kies wie er komt")), *found, (OTHER, _("Iemand anders"))]


def _choosable(here: Here, people: dict[Any, Face]) -> list[Face]:
    return [
        face
        for face in people.values()
        if face.active and not face.inside and face.side != Side.CLIENT
        if face.member != here.seat.member
    ]


def _repeats() -> list[tuple[str, str]]:
    return [
        (Repeat.ONCE.value, _("Eén keer")),
        (Repeat.DAILY.value, _("Elke dag")),
        (Repeat.WEEKLY.value, _("Elke week, op vaste dagen")),
        (Repeat.BIWEEKLY.value, _("Om de week")),
        (Repeat.MONTHLY.value, _("Elke maand, op dezelfde datum")),
    ]
