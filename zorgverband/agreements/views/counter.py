"""'Een ander voorstel doen': what one can do in its place, back to who asked."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.repeats import weekday_name

from .. import actions, queries
from ..actions.answering import NotAskedOfYou, roles
from ..forms import read_day, read_weekdays
from ..moves import Role


@require_http_methods(["GET", "POST"])
@network_door
def counter_agreement(here: Here, agreement_id: UUID) -> HttpResponse:
    """The form, and proposing what was filled in."""
    if here.request.method == "GET":
        return _form(here, agreement_id)
    try:
        return _propose(here, agreement_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, agreement_id, refusal)


def _propose(here: Here, agreement_id: UUID) -> HttpResponse:
    typed = here.request.POST
    made = actions.counter_agreement(
        seat=here.seat, person=here.person, agreement=agreement_id, what=typed.get("what", ""),
        due_on=read_day(typed.get("due_on", ""), "due_on"), reason=typed.get("reason", ""),
        weekdays=read_weekdays(typed),
    )  # fmt: skip
    here.touch(UPDATE, agreement_id)
    here.touch(CREATE, made.item_id)
    say(here.request, _("Uw voorstel is gedaan. U hoort het antwoord."))
    parts = {"network_id": here.network, "agreement_id": made.item_id}
    return HttpResponseRedirect(reverse("agreement", kwargs=parts))


def _form(here: Here, agreement_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.agreement(network=here.network, id=agreement_id)
    if refusal is None and (
        Role.ANSWERER not in roles(found, seat=here.seat, person=here.person)
        or not here.seat.may_write(about=found.about, subject=found.subject)
    ):
        raise NotAskedOfYou()
    typed, names = here.request.POST, names_of_people(here.network)
    day = found.due_on.isoformat() if found.due_on else ""
    return page(
        here, "agreements/counter.html", current="more", people=faces(here.network),
        status=refusal.status if refusal else 200, refusal=refusal, found=found,
        asked_by=names.get(found.author, _("iemand")), what=typed.get("what", found.what),
        due_on=typed.get("due_on", day), reason=typed.get("reason", ""), first=clock.today(),
        repeats=found.repeats,
        chosen=typed.getlist("weekday") or [str(day) for day in found.rule.weekdays],
        weekdays=[(str(day), weekday_name(day)) for day in range(7)] if found.rule.weekdays else [],
    )  # fmt: skip
