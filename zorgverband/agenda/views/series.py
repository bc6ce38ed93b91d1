"""A visit as a whole: its next occurrence, or that it was stopped, and taking it up again."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import long_date
from zorgverband.ui.repeats import repeats_in_words

from .. import actions, queries
from ..actions.changing import may_plan
from ..occurrences import Series
from .visit import show


@require_safe
@network_door
def visit_next(here: Here, visit_id: UUID) -> HttpResponse:
    """The next occurrence of a visit, else its first, for links that name no day; of what was stopped
    that it was, and of what goes on at another time that."""
    return _next(here, visit_id)


def _next(here: Here, visit_id: UUID) -> HttpResponse:
    series = queries.visit(network=here.network, id=visit_id)
    day, stopped = queries.next_day(series, after=clock.today()), series.stopped_from
    # What came once and was over by then, was not stopped.
    came = not series.repeats and stopped is not None and series.rule.first_on < stopped
    if day is None and stopped is not None and not came:
        later = queries.later_half(series)
        return _next(here, later) if later else _stopped(here, series)
    return show(here, visit_id, day or series.rule.first_on)


@require_POST
@network_door
def resume_visits(here: Here, visit_id: UUID) -> HttpResponse:
    """A stopped series goes on as it was."""
    try:
        actions.resume_visits(seat=here.seat, person=here.person, visit=visit_id)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _stopped(here, queries.visit(network=here.network, id=visit_id), refusal)
    here.touch(UPDATE, visit_id)
    say(here.request, _("De bezoeken gaan weer door."))
    return HttpResponseRedirect(
        reverse("visit_next", kwargs={"network_id": here.network, "visit_id": visit_id})
    )


def _stopped(here: Here, series: Series, refusal: Refusal | None = None) -> HttpResponse:
    names = names_of_people(here.network)
    return page(
        here, "agenda/stopped.html", current="more", series=series,
        status=refusal.status if refusal else 200, told=refusal and refusal.sentence,
        repeats=repeats_in_words(series.rule),
        since=long_date(series.stopped_from) if series.stopped_from else "",
        by=names.get(series.stopped_by, "") if series.stopped_by else "",
        may_resume=may_plan(series, seat=here.seat, person=here.person),
    )  # fmt: skip
