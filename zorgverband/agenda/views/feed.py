"""What a calendar program gets at somebody's secret address: who comes, as they may read it now."""

import hashlib

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.base.secret_links import token_hash
from zorgverband.base.subscribing import Bearer, bearer_of_feed
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import READ, Here, bearer_door

from ..feeding import as_calendar, leaving, span
from ..queries import visits_between


@require_safe
@bearer_door(lambda token: bearer_of_feed(token_hash(token)))
def agenda_feed(here: Here, bearer: Bearer) -> HttpResponse:
    """The calendar; 304 without a look in the log for who has these very words already."""
    visits = leaving(visits_between(here.network, *span(clock.today())))
    words = as_calendar(
        visits, faces(here.network), name=_("Agenda van Zorgverband"), titles=bearer.titles
    )
    tag = f'"{hashlib.sha256(words).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if here.request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers=headers)
    for one in visits:
        here.touch(READ, one.series.id)
    return HttpResponse(words, content_type="text/calendar; charset=utf-8", headers=headers)
