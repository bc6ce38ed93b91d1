"""Letting a colleague keep the programmes of a neighbourhood, from a day, maybe until a day."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base import clock
from zorgverband.base.programming import Keeping, programme_keepers
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, say
from zorgverband.ui.dates import full_date

from .. import actions, queries
from ..forms import Turn, read_turn
from .colleague import one_of


@require_http_methods(["GET", "HEAD", "POST"])
@person_door
def programme_keeper(here: Outside, organisation_id: UUID, person_id: UUID) -> HttpResponse:
    """Since when, until when; and appointing them."""
    if here.request.method != "POST":
        return _page(here, organisation_id, person_id)
    one_of(here, organisation_id, person_id)
    typed = read_turn(here.request.POST)
    try:
        actions.appoint_programme_keeper(
            organisation=organisation_id, person=person_id, neighbourhood=_chosen(here),
            starts_at=typed.starts_at, ends_at=typed.ends_at,
        )  # fmt: skip
    except Refusal as refusal:
        return _page(here, organisation_id, person_id, refusal, typed)
    say(here.request, _("Bewaard. Dit opent geen cliënten."))
    return HttpResponseRedirect(reverse("programme_keeper", args=[organisation_id, person_id]))


@require_POST
@person_door
def end_programme_keeper(
    here: Outside, organisation_id: UUID, person_id: UUID, keeping_id: UUID
) -> HttpResponse:
    """They keep them no longer, from now."""
    one_of(here, organisation_id, person_id)
    actions.dismiss_programme_keeper(organisation=organisation_id, keeping=keeping_id)
    say(here.request, _("Gestopt. Deze persoon verandert geen programma's meer."))
    return HttpResponseRedirect(reverse("programme_keeper", args=[organisation_id, person_id]))


def _chosen(here: Outside) -> UUID:
    try:
        return UUID(here.request.POST.get("neighbourhood", ""))
    except ValueError:
        raise NotHere() from None


def _page(
    here: Outside, organisation: UUID, person: UUID, refusal: Refusal | None = None,
    typed: Turn | None = None,
) -> HttpResponse:  # fmt: skip
    if refusal is not None and refusal.status == 404:
        raise refusal
    nearby = queries.neighbourhoods_of(organisation)
    if not nearby:
        raise NotHere()
    return page_across(
        here, "organisations/programmes.html", current="more_across", refusal=refusal,
        status=refusal.status if refusal else 200, organisation=organisation, nearby=nearby,
        one=one_of(here, organisation, person), turn=typed or Turn(),
        chosen=here.request.POST.get("neighbourhood", str(nearby[0][0])),
        periods=[
            (each.id, name, _when(each), each.ends_at is None or each.ends_at > clock.now())
            for id, name in nearby for each in programme_keepers(id) if each.person == person
        ],
    )  # fmt: skip


def _when(one: Keeping) -> str:
    if one.ends_at is None:
        return _("vanaf %(day)s") % {"day": full_date(one.starts_at)}
    days = {"first": full_date(one.starts_at), "last": full_date(one.ends_at)}
    return _("van %(first)s tot %(last)s") % days
