"""'Verslag van een bezoek': short lines to tick, a few words, perhaps a number, and who reads it."""

from dataclasses import replace
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zorgverband.agenda.queries import occurrence
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.record.kinds import KINDS
from zorgverband.sharing.composing import as_written, may_choose, panel, say_posted
from zorgverband.sharing.doors import CREATE, Here, network_door, only_shows
from zorgverband.sharing.forms import (
    NothingToWrite,
    UnknownChoice,
    checked,
    read_draft,
    subject_options,
    writable_abouts,
    writable_subjects,
)
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject

from ..reporting.filled import NUMBERS, Filled, Visited, answers_in, taken_in, visited_in
from ..reporting.report_visit import report_visit
from ..reporting.templates import TEMPLATES, Template, recognised, templates_for

# One sign, so that the address holds no word and the page may travel packed.
ROUTE = "1"
# In the address of a form that was sent only to go on by another template (`offline/worker.js`).
OTHER = "other"


@require_http_methods(["GET", "POST"])
@network_door
def visit_report(here: Here) -> HttpResponse:
    """The form by a template, and posting what was filled in."""
    people = faces(here.network)
    data = _typed(here)
    visited = visited_in(data)
    about = _about(here, data, people)
    offered = _offered(here, people, about)
    template = _chosen(here, data, offered, visited)
    filled = _filled(here, template, data, people, about)
    if here.request.method == "GET" or OTHER in here.request.GET:
        return only_shows(_form(here, filled, offered, visited, people))
    try:
        return _post(here, filled, visited, people)
    except Refusal as refusal:
        return _form(here, filled, offered, visited, people, refusal)


def _typed(here: Here) -> QueryDict:
    """What was filled in; to go on by another template, without what does not go with that one: a
    number of something else, and the subject where the first template named it."""
    typed, asked = here.request.POST or here.request.GET, here.request.GET
    was, other = TEMPLATES.get(typed.get("report", "")), TEMPLATES.get(asked.get("report", ""))
    if here.request.method == "GET" or OTHER not in asked or was is None or other is None:
        return typed
    data = typed.copy()
    data["report"] = other.key
    subjects = {str(one.value) for one in other.subjects if one != was.subject}
    dropped = [*(NUMBERS if was.measure != other.measure else ())]
    dropped += [] if data.get("subject") in subjects else ["subject"]
    for name in dropped:
        data.pop(name, None)
    return data


def _post(
    here: Here, filled: Filled, visited: Visited | None, people: dict[UUID, Face]
) -> HttpResponse:
    checked(filled.draft, people=people)
    shown = panel(here, filled.draft, people)
    as_written(here, shown["mark"])
    item = report_visit(
        seat=here.seat, person=here.person, visited=visited, people=people.values(),
        filled=replace(filled, taken=taken_in(here.request.POST)),
    )  # fmt: skip
    here.touch(CREATE, item)
    say_posted(here, item, len(shown["reading"]))
    return HttpResponseRedirect(_back(here))


def _offered(here: Here, people: dict[UUID, Face], about: UUID) -> list[Template]:
    """The templates of somebody's function under which they may write about this client."""
    mine = people.get(here.seat.member)
    found = [
        one
        for one in templates_for(mine.function_code if mine else "")
        if _subjects(here, one, about)
    ]
    if not found:
        raise NothingToWrite()
    return found


def _subjects(here: Here, template: Template, about: UUID) -> list[Subject]:
    return [one for one in writable_subjects(here.seat, about) if one in template.subjects]


def _about(here: Here, data: QueryDict, people: dict[UUID, Face]) -> UUID:
    abouts = [about for about, _name in writable_abouts(here.seat, people)]
    if not abouts:
        raise NothingToWrite()
    try:
        return UUID(str(data["about"])) if data.get("about") else abouts[0]
    except ValueError:
        raise UnknownChoice() from None


def _chosen(
    here: Here, data: QueryDict, offered: list[Template], visited: Visited | None
) -> Template:
    """The template asked for, else the one that fits what the visit is for, else the first. What was
    filled in stays in its own template, also where it may not be written."""
    known = TEMPLATES if here.request.method == "POST" else {one.key: one for one in offered}
    asked = known.get(str(data.get("report")))
    if asked is not None:
        return asked
    return recognised(_purpose(here, visited), offered) or offered[0]


def _purpose(here: Here, visited: Visited | None) -> str:
    """What the visit is for, as far as who looks may know."""
    if visited is None:
        return ""
    try:
        one = occurrence(network=here.network, id=visited.visit, on_date=visited.day)
    except NotHere:
        return ""
    return " ".join([*(purpose.words for purpose in one.purposes), one.series.what])


def _filled(
    here: Here, template: Template, data: QueryDict, people: dict[UUID, Face], about: UUID
) -> Filled:
    wanted = data.copy()
    wanted.setdefault("about", str(about))
    subjects = _subjects(here, template, about)
    first = subjects[0] if subjects and template.subject not in subjects else template.subject
    wanted.setdefault("subject", str(first.value))
    draft = read_draft(wanted, seat=here.seat, people=people)
    return Filled(template, answers_in(data, template), draft, None, been="been" in data)


def _form(
    here: Here, filled: Filled, offered: list[Template], visited: Visited | None,
    people: dict[UUID, Face], refusal: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    data, draft = _typed(here), filled.draft
    kind = KINDS.get(filled.template.measure)
    return page(
        here, "home/visit_report.html", current="news", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, filled=filled,
        offered=[(one, _address(here, one, visited)) for one in offered], visited=visited,
        own=_address(here, filled.template, visited), other=OTHER,
        been=filled.been if here.request.method == "POST" else True,
        whom=people[draft.about].name if draft.about in people else "",
        abouts=writable_abouts(here.seat, people), kind=kind, back=_back(here),
        numbers=[
            (name, part.label, data.get(name, ""))
            for name, part in zip(NUMBERS, kind.parts if kind else (), strict=False)
        ],
        subject_options=subject_options(_subjects(here, filled.template, draft.about)),
        **may_choose(here, draft, people), **panel(here, draft, people),
    )  # fmt: skip


def _address(here: Here, template: Template, visited: Visited | None) -> str:
    """The same report by this template."""
    asked = {"report": template.key}
    if visited is not None:
        asked |= {"visit": str(visited.visit), "day": visited.day.isoformat()}
    if _from_route(here):
        asked["back"] = ROUTE
    return "?" + urlencode(asked)


def _from_route(here: Here) -> bool:
    return (here.request.POST or here.request.GET).get("back") == ROUTE


def _back(here: Here) -> str:
    """Where somebody goes on: the route they came from, or the news."""
    return reverse("my_route") if _from_route(here) else reverse("news", args=[here.network])
