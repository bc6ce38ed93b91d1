"""Passing something on by a personal link, without an account. The page shows what became of what was
sent by this link and never the words: a link can be passed on.

A link that ended, expired or never was gives the same 404.
"""

import hashlib
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base import once, reporting
from zorgverband.base.look import look_all
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.reporting import OpenLink
from zorgverband.base.secret_links import token_hash
from zorgverband.base.viewer import Seat, enter, leave
from zorgverband.membership.views.ended import unlogged
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import CREATE, own_door
from zorgverband.sharing.frame import basics, rendered, say

from ..actions.report import report as pass_on
from ..actions.report_links import AT_MOST_A_DAY
from ..report_places import report_abouts
from ..report_shown import moment_words, receipt_words
from .report import form, told


class EnoughToday(Refusal):
    """U gaf vandaag al veel door. Bel de coördinator, of probeer het morgen weer."""

    status = 429


@require_http_methods(["GET", "POST"])
@own_door
def report_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The form, what became of earlier reports, and passing one on."""
    hashed = token_hash(token)
    link = reporting.open_link(hashed)
    if link is None:
        raise NotHere()
    refusal = None
    seat, abouts = _whose(link)
    if request.method == "POST":
        try:
            _passed_on(request, link, seat)
        except Refusal as raised:
            if raised.status in (403, 404):
                raise NotHere() from raised
            refusal = raised
        else:
            say(request, _("Ontvangen. Dank u wel."))
            leave()
            return unlogged(HttpResponseRedirect(request.path))
    # What follows is for whoever holds the link: from here nothing of a network can be read.
    leave()
    return _page(request, link, hashed, abouts, refusal)


def _whose(link: OpenLink) -> tuple[Seat, list[Face]]:
    """The seat of who has this link, and about whom they may write."""
    seat = enter(person=link.person, networks=[link.network]).seat(link.network)
    return seat, report_abouts(seat, faces(link.network))


def _passed_on(request: HttpRequest, link: OpenLink, seat: Seat) -> None:
    """Once per key, and at most so often a day. Raises EnoughToday and what `report` raises."""
    # Refused halfway, the key is not used up.
    with transaction.atomic():
        if once.claim(person=link.person, key=once.request_key(request)):
            return
        if link.used_lately >= AT_MOST_A_DAY:
            raise EnoughToday()
        row = pass_on(seat=seat, person=link.person, link=link.id, **told(request.POST))
    look_all(touched={CREATE: {row.item_id}}, door="report_by_link",
             address=request.META.get("REMOTE_ADDR", ""))  # fmt: skip


def _page(
    request: HttpRequest, link: OpenLink, hashed: str, abouts: list[Face], refusal: Refusal | None
) -> HttpResponse:
    context: dict[str, Any] = basics(
        request, refusal=refusal, at=request.path, **form(abouts, request.POST),
        receipts=[(moment_words(one.sent_at), receipt_words(one.read_at, one.read_as))
                  for one in reporting.receipts(hashed)],
    )  # fmt: skip
    # Who is not signed in has no session to make a key from; how often the link was used will do.
    context["key"] = hashlib.sha256(f"{link.id}:{link.used}".encode()).hexdigest()[:32]
    status = refusal.status if refusal else 200
    return unlogged(rendered("talks/report_by_link.html", context, status=status))
