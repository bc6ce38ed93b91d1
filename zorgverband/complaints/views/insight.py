"""Letting who handles it read something meanwhile: first what that changes, then doing it."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.clock import HOME
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.confirming import Question, confirmed
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.forms import subject_options
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.addresses import address

from .. import actions, queries
from ..actions.give_insight import ChooseSubjects
from ..actions.going_on import EndedNow
from ..queries import Case
from ..shown import lent_words
from .complain import outward


@require_http_methods(["GET", "POST"])
@network_door
def give_insight(here: Here, complaint_id: UUID) -> HttpResponse:
    """Choose subjects and from when; then who reads more, and until when."""
    found = queries.case(network=here.network, id=complaint_id)
    people = faces(here.network)
    abouts = _abouts(here, people)
    if not abouts:
        raise NotYours()
    sent = here.request.POST or here.request.GET
    about = next((one for one in abouts if str(one) == sent.get("about")), abouts[0])
    offered = _offered(here, about, people.get(found.handler))
    chosen = [one for one in offered if str(one.value) in sent.getlist("subject")]
    refusal: Refusal | None = None if found.runs else EndedNow()
    if refusal is None and "go" in sent:
        if chosen:
            return _asked(here, found, people, about, chosen)
        refusal = ChooseSubjects(field="subject")
    return page(
        here, "complaints/insight.html", current="more", people=people, case=found,
        refusal=refusal, status=200, about=about, chosen=chosen, since=sent.get("since", ""),
        abouts=[(str(one), about_names(here.network, people)[one]) for one in abouts],
        subjects=subject_options(offered), handler=people[found.handler].name,
        social=people[found.handler].side == Side.SOCIAL, **outward(here),
    )  # fmt: skip


def _abouts(here: Here, people: dict[UUID, Face]) -> list[UUID]:
    """About whom this person decides, clients first."""
    mine = [one for one, keys in here.seat.abouts.items() if keys.control]
    order = {face.member: place for place, face in enumerate(people.values())}
    return sorted(mine, key=lambda one: (one == here.network, order.get(one, -1)))


def _offered(here: Here, about: UUID, handler: Face | None) -> list[Subject]:
    social = handler is None or handler.side == Side.SOCIAL
    return [
        one
        for one in Subject
        if here.seat.decides(about=about, subject=one)
        and not (one.medical and (social or about == here.network))
    ]


def _asked(
    here: Here, found: Case, people: dict[UUID, Face], about: UUID, chosen: list[Subject]
) -> HttpResponse:
    sent = here.request.POST or here.request.GET
    day = day_of(sent.get("since"))
    since = datetime.combine(day, time(), tzinfo=HOME) if day else None
    words = lent_words(about_names(here.network, people)[about], chosen, since)
    name = people[found.handler].name
    question = Question(
        title=_("Mag %(name)s dit lezen?") % {"name": name}, yes=_("Ja, dit mag"), no=_("Niet doen"),
        done=_("%(name)s kan dit nu lezen, tot dit klaar is.") % {"name": name},
        back=address("complaint", network_id=here.network, complaint_id=found.id),
        first=[words, _("Dit stopt vanzelf als deze vraag of klacht klaar is. "
                        "U kunt het ook eerder stoppen.")],
        kept=[("go", "1"), ("about", str(about)), ("since", sent.get("since", "")),
              *(("subject", str(one.value)) for one in chosen)],
    )  # fmt: skip

    def act() -> list[UUID]:
        actions.give_insight(
            seat=here.seat, person=here.person, complaint=found.id, about=about, subjects=chosen,
            reads_from=since, wording=words,
        )  # fmt: skip
        return []

    return confirmed(here, act, question, template="complaints/confirm.html", **outward(here))


@require_POST
@network_door
def stop_insight(here: Here, complaint_id: UUID, insight_id: UUID) -> HttpResponse:
    """Let them read it no longer."""
    known: dict[str, Any] = {"seat": here.seat, "person": here.person}
    actions.stop_insight(**known, complaint=complaint_id, insight=insight_id)
    here.touch(UPDATE, complaint_id)
    say(here.request, _("Gestopt. Dit is niet meer te lezen voor wie u helpt."))
    return HttpResponseRedirect(
        address("complaint", network_id=here.network, complaint_id=complaint_id)
    )
