"""Reading the whole plan about somebody, and answering it: yes, or seen and not agreed, because."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.deciding import standings
from zorgverband.base.refusals import AlreadyDone, NotHere, Refusal
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import full_date

from .. import actions, queries
from ..actions.agree_plan import DoesNotDecide
from ..history import Then, history
from ..kinds import KINDS
from ..shown import abouts_of, show_plan
from ..signing import Signing, asked_of, changed_at, fingerprint, signing


class PlanChanged(AlreadyDone):
    """Lees eerst het plan hieronder. Het is net veranderd, of u zag het nog niet."""


@dataclass(frozen=True)
class Held:
    """The plan as this person reads it now, how it stands with it, and the mark of its words."""

    people: dict[UUID, Face]
    then: Then
    signing: Signing
    changed: datetime | None
    seen: str


@require_safe
@network_door
def sign_plan(here: Here, about_id: UUID) -> HttpResponse:
    """The whole plan about one client or the household in full words, and the question."""
    return _page(here, about_id)


@require_POST
@network_door
def agree_plan(here: Here) -> HttpResponse:
    """Yes, this is the plan; or not agreed, because."""
    try:
        about = UUID(here.request.POST.get("about", ""))
    except ValueError:
        raise UnknownChoice(field="about") from None
    try:
        return _answer(here, about)
    except (DoesNotDecide, NotHere, UnknownChoice):
        raise
    except Refusal as refusal:
        return _page(here, about, refusal)


def _answer(here: Here, about: UUID) -> HttpResponse:
    typed = here.request.POST
    agrees = typed.get("answer", "yes") != "no"
    held = _held(here, about)
    if not held.signing.may_answer:
        raise DoesNotDecide()
    if typed.get("seen") != held.seen:
        raise PlanChanged()
    _keep(here, about, held.signing, agrees=agrees, because=typed.get("because", ""))
    yes, no = _("Genoteerd: ja tegen dit plan."), _("Genoteerd dat u het er niet mee eens bent.")
    say(here.request, yes if agrees else no)
    return HttpResponseRedirect(reverse("plan", kwargs={"network_id": here.network}))


def _keep(here: Here, about: UUID, stands: Signing, *, agrees: bool, because: str) -> None:
    if stands.part is not None and not stands.decides:
        signed = actions.sign_plan(
            seat=here.seat, person=here.person, part=stands.part, agrees=agrees, because=because
        )
        here.touch(UPDATE, signed.item_id)
        return
    made = actions.agree_plan(
        seat=here.seat, person=here.person, about=about, agrees=agrees, because=because
    )
    here.touch(CREATE, made.item_id)


def _held(here: Here, about: UUID) -> Held:
    """Raises NotHere for what there is no plan about."""
    people = faces(here.network)
    if about not in dict(abouts_of(here.seat, people)):
        raise NotHere()
    kept = history(here.network)
    then = kept.at(clock.now(), about=about)
    ended = [
        moment
        for one in kept.parts
        for moment in (one.ended_at, one.closed_at)
        if one.about == about and one.kind in KINDS and moment is not None
    ]
    found = list(then.parts.values())
    changed = changed_at(found, max(ended, default=None))
    asked = asked_of(here.network, standings(here.network), queries.signatures(here.network))
    answers = signing(
        found, about=about, asked=asked, changed_at=changed, seat=here.seat, people=people
    )
    return Held(people, then, answers, changed, fingerprint(then))


def _page(here: Here, about: UUID, refusal: Refusal | None = None) -> HttpResponse:
    held = _held(here, about)
    open_now = [one for one in held.then.parts.values() if one.closed_at is None]
    whose, _rest = show_plan(
        open_now, steps={}, agreements=list(held.then.agreements.values()), seat=here.seat,
        people=held.people,
    )  # fmt: skip
    return page(
        here, "plan/sign.html", current="plan", people=held.people, refusal=refusal,
        status=refusal.status if refusal else 200, signing=held.signing, seen=held.seen,
        whose=[one for one in whose if one.about == about], about=about,
        name=dict(abouts_of(here.seat, held.people))[about],
        own=about == here.seat.member, because=here.request.POST.get("because", ""),
        version=_version(held.changed),
    )  # fmt: skip


def _version(changed: datetime | None) -> str:
    if changed is None:
        return ""
    words = {"day": full_date(changed), "time": clock_words(changed)}
    return _("Dit is het plan van %(day)s, %(time)s.") % words
