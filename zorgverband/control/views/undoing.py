"""'Terugdraaien': what shut somebody out and may be a mistake: a network that was closed, a death that
was recorded. For who has no seat there any more, so these pages stand outside every network."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import undoing as known
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.sharing.step_up import step_up

from .. import actions


@require_safe
@person_door
def undoing(here: Outside) -> HttpResponse:
    """Both lists; empty for nearly everybody."""
    return page_across(
        here, "control/undoing.html", current="more_across", networks=known.closed_networks(),
        deaths=known.recorded_deaths(),
    )  # fmt: skip


@require_POST
@person_door
@step_up
def open_again(here: Outside, closed_id: UUID) -> HttpResponse:
    """The network is open again, for everybody."""
    actions.open_again(person=here.person, network=closed_id)
    say(here.request, _("Het netwerk is weer open. Iedereen leest weer wat hij las."))
    return HttpResponseRedirect(reverse("today", kwargs={"network_id": closed_id}))


@require_POST
@person_door
@step_up
def undo_recorded_death(here: Outside, dead_id: UUID) -> HttpResponse:
    """The client lives."""
    network = actions.undo_death_outside(person=here.person, client=dead_id)
    say(here.request, _("Teruggedraaid. Alles is weer zoals het was."))
    return HttpResponseRedirect(reverse("today", kwargs={"network_id": network}))
