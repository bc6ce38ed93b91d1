"""The programmes one can begin with in a network, and one of them line by line, to pick from."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.agreements.actions.ask_agreement import CannotRead
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.plan.forms import read_day
from zorgverband.plan.shown import abouts_of
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed

from .. import queries
from ..actions import pick_lines
from ..actions.pick_lines import Picked
from ..queries import Line, Version
from ..rights import may_make, must_begin
from ..shown import show_parties, show_sections


@require_safe
@network_door
def programmes(here: Here) -> HttpResponse:
    """What one can begin with, and what was begun with."""
    must_begin(here.seat)
    people = faces(here.network)
    abouts = dict(abouts_of(here.seat, people))
    return page(
        here, "programmes/programmes.html", current="plan", people=people,
        offers=[one for one in queries.offers(here.person) if _abouts(here, one, people)],
        started=[
            (one, abouts.get(one.about, ""), people[one.author_member].name, full_date(one.at))
            for one in queries.started(here.network)
        ],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@network_door
def proposal(here: Here, version_id: UUID) -> HttpResponse:
    """The lines of one version, none of them picked; and taking those that were."""
    found, people = queries.published(version_id), faces(here.network)
    must_begin(here.seat)
    abouts = _abouts(here, found, people)
    if not abouts:
        raise NotHere()
    typed = here.request.POST or here.request.GET
    about = _about(typed, abouts)
    if here.request.method == "GET":
        return _form(here, found, people, abouts, about)
    try:
        return _pick(here, found, about)
    except Refusal as refusal:
        return _form(here, found, people, abouts, about, refusal)


def _abouts(here: Here, found: Version, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """Of whom a plan can be begun with it by this person."""
    return [
        (about, name)
        for about, name in abouts_of(here.seat, people)
        if may_make(here.seat, about=about, subject=found.subject)
    ]


def _about(typed: QueryDict, abouts: list[tuple[UUID, str]]) -> UUID:
    wanted = typed.get("about", str(abouts[0][0]))
    for about, _name in abouts:
        if str(about) == wanted:
            return about
    raise UnknownChoice(field="about")


def _pick(here: Here, found: Version, about: UUID) -> HttpResponse:
    typed = here.request.POST
    review = read_day(typed.get("review_on", ""), "review_on") if "review" in typed else None
    made = pick_lines(
        seat=here.seat, person=here.person, about=about, version=found.id,
        picked=[_number(text) for text in typed.getlist("line")],
        executors={
            _number(name.removeprefix("who-")): _number(value)
            for name, value in typed.dict().items()
            if name.startswith("who-") and value
        },
        review_on=review,
    )  # fmt: skip
    for item in made.items:
        here.touch(CREATE, item)
    say(here.request, _told(made))
    parts = {"network_id": here.network, "version_id": found.id}
    where = reverse("proposal_lines", kwargs=parts)
    return HttpResponseRedirect(f"{where}?{urlencode({'about': about})}")


def _number(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnknownChoice(field="line") from None


def _told(made: Picked) -> str:
    counts = made.counts
    words = [
        ngettext("%(num)s vraag", "%(num)s vragen", n) % {"num": n} if n else ""
        for n in [counts.get("question", 0)]
    ]
    words += [
        ngettext("%(num)s doel", "%(num)s doelen", n) % {"num": n} if n else ""
        for n in [counts.get("goal", 0)]
    ]
    words += [
        ngettext("%(num)s afspraak", "%(num)s afspraken", n) % {"num": n} if n else ""
        for n in [counts.get("agreement", 0)]
    ]
    new = listed([one for one in words if one])
    if new:
        return _("Nieuw in het plan: %(what)s.") % {"what": new}
    return _("De dag om terug te kijken staat in het plan.") if counts else _("Dit stond er al.")


def _form(
    here: Here, found: Version, people: dict[UUID, Face], abouts: list[tuple[UUID, str]],
    about: UUID, refusal: Refusal | None = None,
) -> HttpResponse:  # fmt: skip
    typed, lines = here.request.POST, queries.lines(found.id)
    there = queries.in_plan(network=here.network, about=about, lines=lines, code=found.code)
    executors = {
        name.removeprefix("who-"): typed[name] for name in typed if name.startswith("who-")
    }
    context: dict[str, Any] = {
        "open_up": _open_up(here, about, lines, executors, refusal),
        "version": found, "abouts": abouts, "about": about, "name": dict(abouts)[about],
        "sections": show_sections(
            lines, seat=here.seat, about=about, people=people, there=there,
            picked=frozenset(typed.getlist("line")), executors=executors,
        ),
        "parties": show_parties(lines, seat=here.seat, about=about, people=people),
        "doers": _doers(here, people),
        "review": "review" in typed,
        "review_on": typed.get(
            "review_on", (clock.today() + timedelta(weeks=found.review_weeks)).isoformat()
        ),
        "first": clock.today() + timedelta(days=1),
    }  # fmt: skip
    return page(
        here, "programmes/proposal.html", current="plan", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, **context,
    )  # fmt: skip


def _open_up(
    here: Here, about: UUID, lines: list[Line], executors: Mapping[str, str],
    refusal: Refusal | None,
) -> str:  # fmt: skip
    """Where who decides sees what would change if the one who was chosen might read it."""
    if not isinstance(refusal, CannotRead):
        return ""
    chosen = refusal.field.removeprefix("who-")
    subject = next((line.subject for line in lines if str(line.id) == chosen), None)
    if subject is None or not here.seat.decides(about=about, subject=subject):
        return ""
    parts = {"network_id": here.network, "about_id": about, "subject": subject}
    return address("change_permission", member_id=executors[chosen], **parts)


def _doers(here: Here, people: dict[UUID, Face]) -> list[tuple[str, str]]:
    mine = here.seat.member
    others = [
        (str(face.member), f"{face.name}, {face.described}" if face.described else face.name)
        for face in people.values()
        if face.active and face.member != mine
    ]
    return [("", _("Kies wie dit doet")), (str(mine), _("Ik doe dit zelf")), *others]
