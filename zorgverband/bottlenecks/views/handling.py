"""One bottleneck: what it rests on, what was done, and what one does about it oneself."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.ui.dates import short_date

from .. import actions, queries, ways
from ..shown import Shown, measures_shown, show


@require_safe
@network_door
def bottleneck(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """What asks attention, why, what was done about it."""
    return _page(here, bottleneck_id)


@require_POST
@network_door
def ask_about(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """Remind, or ask both; back to where the button stood."""
    try:
        until = actions.ask(seat=here.seat, person=here.person, bottleneck=bottleneck_id)
    except Refusal as refusal:
        return _refused(here, bottleneck_id, refusal, _page)
    say(here.request, _("Gevraagd. Is het op %(day)s nog zo, dan komt dit terug.")
        % {"day": short_date(until)})  # fmt: skip
    return _back(here)


@require_POST
@network_door
def note(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """Keep what was done about it."""
    words = here.request.POST.get("words", "")
    return _done(here, bottleneck_id, lambda: actions.note_measure(
        seat=here.seat, person=here.person, bottleneck=bottleneck_id, words=words,
    ), said=_("Genoteerd wat er is gedaan."), to="bottleneck")  # fmt: skip


@require_POST
@network_door
def snooze(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """Put it aside until a day."""
    until = day_of(here.request.POST.get("until", ""))
    return _done(here, bottleneck_id, lambda: actions.snooze(
        seat=here.seat, person=here.person, bottleneck=bottleneck_id, until=until,
    ), said=_("Opzij gezet. Het komt vanzelf terug."))  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@network_door
def dismiss_bottleneck(here: Here, bottleneck_id: UUID) -> HttpResponse:
    """Not needed, because."""
    if here.request.method != "POST":
        return _form(here, bottleneck_id)
    reason = here.request.POST.get("reason", "")
    return _done(here, bottleneck_id, lambda: actions.dismiss(
        seat=here.seat, person=here.person, bottleneck=bottleneck_id, reason=reason,
    ), said=_("Genoteerd. Verandert er iets, dan komt het terug."), again=_form)  # fmt: skip


def _done(
    here: Here, bottleneck_id: UUID, act: Callable[[], object], *, said: str, to: str = "",
    again: Callable[..., HttpResponse] | None = None,
) -> HttpResponse:  # fmt: skip
    """Do it and go on; a refusal shows the page (or the form `again`) with what was typed."""
    try:
        act()
    except Refusal as refusal:
        return _refused(here, bottleneck_id, refusal, again or _page)
    say(here.request, said)
    if to:
        kwargs = {"network_id": here.network, "bottleneck_id": bottleneck_id}
        return HttpResponseRedirect(reverse(to, kwargs=kwargs))
    return _back(here)


def _back(here: Here) -> HttpResponse:
    """To the desk for who came from there, else to what asks attention here."""
    if here.request.POST.get("back") == "desk":
        return HttpResponseRedirect(reverse("desk"))
    return HttpResponseRedirect(reverse("bottlenecks", kwargs={"network_id": here.network}))


def _refused(
    here: Here, bottleneck_id: UUID, refusal: Refusal, again: Callable[..., HttpResponse]
) -> HttpResponse:
    if refusal.status in (NotHere.status, NotYours.status):
        raise refusal
    return again(here, bottleneck_id, refusal)


def _opened(here: Here, bottleneck_id: UUID) -> tuple[Shown, dict[UUID, Face]]:
    people = faces(here.network)
    row = queries.bottleneck(network=here.network, id=bottleneck_id)
    return show([row], seat=here.seat, people=people)[0], people


def _page(here: Here, bottleneck_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    one, people = _opened(here, bottleneck_id)
    done = measures_shown(queries.measures([bottleneck_id]), names_of_people(here.network))
    return page(
        here, "bottlenecks/bottleneck.html", current="more", people=people, one=one, done=done,
        at_once=ways.asks_at_once(one, people), where=ways.where(one, people), refusal=refusal,
        label=ways.label(one, people),
        words=here.request.POST.get("words", ""), until=here.request.POST.get("until", ""),
        status=refusal.status if refusal else 200,
    )  # fmt: skip


def _form(here: Here, bottleneck_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    one, people = _opened(here, bottleneck_id)
    if not one.may_handle:
        raise NotYours()
    return page(
        here, "bottlenecks/dismiss.html", current="more", people=people, one=one,
        refusal=refusal, reason=here.request.POST.get("reason", ""),
        status=refusal.status if refusal else 200,
    )  # fmt: skip
