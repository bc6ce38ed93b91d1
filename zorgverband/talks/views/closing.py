"""Closing a conversation with what was concluded, and opening it again."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.networks.queries import faces
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.source import as_source
from zorgverband.sharing.subjects import Subject

from .. import conversation_queries as queries
from ..actions.close_conversation import close_conversation, reopen_conversation
from .conversation import at
from .conversations import readers


@require_http_methods(["GET", "POST"])
@network_door
def close(here: Here, item_id: UUID) -> HttpResponse:
    """What was concluded, who will read that, and closing."""
    header, row = queries.conversation(network=here.network, item=item_id, person=here.person)
    posted, refusal = here.request.POST, None
    if here.request.method == "POST":
        try:
            note = close_conversation(
                seat=here.seat, person=here.person, item=item_id, title=header["title"],
                conclusion=posted.get("conclusion", ""),
            )  # fmt: skip
        except Refusal as raised:
            if raised.status in (403, NotHere.status):
                raise
            refusal = raised
        else:
            here.touch(UPDATE, item_id)
            if note:
                here.touch(CREATE, note.id)
            say(
                here.request, _("Het gesprek is afgerond. Iedereen die het las, kan het nog lezen.")
            )
            return HttpResponseRedirect(at(here, item_id))
    found, people = as_source(network=here.network, item=item_id), faces(here.network)
    return page(
        here, "talks/close.html", current="more", people=people, header=header, row=row,
        refusal=refusal, status=refusal.status if refusal else 200,
        back=at(here, item_id), words=posted.get("conclusion", ""), subject=Subject(header["subject"]),
        **readers(here, found.about, found.subject, found.audience, people),
    )  # fmt: skip


@require_POST
@network_door
def reopen(here: Here, item_id: UUID) -> HttpResponse:
    """Go on with a conversation that was closed."""
    queries.conversation(network=here.network, item=item_id, person=here.person)
    reopen_conversation(seat=here.seat, person=here.person, item=item_id)
    here.touch(UPDATE, item_id)
    say(here.request, _("Het gesprek is weer open."))
    return HttpResponseRedirect(at(here, item_id))
