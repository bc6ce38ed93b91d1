"""The page of one item with its replies and its versions."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces, initials_of, names_of_people

from .. import queries
from ..actions import edit_item, must_not_stand, reply_to
from ..actions import take_back as take_back_action
from ..again import keep_words
from ..doors import CREATE, DELETE, UPDATE, Here, network_door
from ..frame import page, say
from ..shown import show
from ..subjects import Subject
from .write import composer_address


@require_safe
@network_door
def item(here: Here, item_id: UUID) -> HttpResponse:
    """One message, its replies and a place to answer; a conversation leads to its own page."""
    return _page(here, item_id)


def _page(
    here: Here, item_id: UUID, refusal: Refusal | None = None, words: str = ""
) -> HttpResponse:
    row = queries.item(network=here.network, id=item_id)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show([row], network=here.network, person=here.person, people=people, names=names)[0]
    replies = [
        {
            **reply,
            "author": names.get(reply["author_id"], ""),
            "initials": initials_of(names.get(reply["author_id"], "")),
            "face": people.get(reply["author_member_id"]),
        }
        for reply in queries.replies_of(item_id)
    ]
    return page(
        here,
        "sharing/item.html",
        current="news",
        people=people,
        status=refusal.status if refusal else 200,
        item=shown,
        row=row,
        replies=replies,
        may_ask=_may_ask(here, row["about_id"]),
        may_advise=_may_advise(here, row),
        may_question=not row["compartment_id"]
        and here.seat.may_write(about=row["about_id"], subject=row["subject"]),
        origin=queries.origin_of(item_id),
        may_choose=row["compartment_id"] is None
        and (shown.mine or here.seat.decides(about=row["about_id"], subject=row["subject"])),
        may_reply=row["kind"] != "report"
        and (
            shown.mine
            or bool(row["compartment_id"])
            or here.seat.may_write(about=row["about_id"], subject=row["subject"])
        ),
        refusal=refusal,
        words=words,
    )


def _may_ask(here: Here, about: UUID) -> bool:
    """Whether to offer a request about this item; who may really ask, the database says."""
    mine = about == here.seat.member or here.seat.controls(about)
    return mine or (about == here.network and here.seat.side == Side.CLIENT)


def _may_advise(here: Here, row: dict[str, Any]) -> bool:
    """Whether to offer to make an advice of it: of a message, by who may write about the same."""
    fits = row["kind"] == "note" and row["subject"] != Subject.CARER and not row["compartment_id"]
    return fits and here.seat.may_write(about=row["about_id"], subject=row["subject"])


@require_POST
@network_door
def reply(here: Here, item_id: UUID) -> HttpResponse:
    """Post a reply under a message."""
    body = here.request.POST.get("body", "")
    try:
        reply_to(seat=here.seat, person=here.person, item=item_id, body=body)
    except Refusal as refusal:
        if refusal.status == 404:
            raise
        return _page(here, item_id, refusal, body)
    here.touch(CREATE, item_id)
    return HttpResponseRedirect(_address(here, item_id) + "#antwoorden")


@require_http_methods(["GET", "POST"])
@network_door
def edit(here: Here, item_id: UUID) -> HttpResponse:
    """Change one's own message; the versions stay readable. What was settled stands as it is."""
    refusal, data = None, here.request.POST
    if here.request.method == "GET":
        must_not_stand(item_id)
    else:
        try:
            must_not_stand(item_id)
            edit_item(
                seat=here.seat,
                person=here.person,
                item=item_id,
                title=data.get("title", ""),
                body=data.get("body", ""),
                version=whole_number(data.get("version")) or 0,
            )
        except Refusal as raised:
            if raised.status == 404:
                raise
            refusal = raised
        else:
            here.touch(UPDATE, item_id)
            say(here.request, _("Bewaard. Wat er eerst stond, blijft te lezen."))
            return HttpResponseRedirect(_address(here, item_id))
    row = queries.item(network=here.network, id=item_id)
    if row["author_id"] != here.person:
        raise NotYours()
    return page(
        here,
        "sharing/edit.html",
        current="news",
        status=refusal.status if refusal else 200,
        row=row,
        title=data.get("title", row["title"]),
        body=data.get("body", row["body"]),
        refusal=refusal,
        at=_address(here, item_id),
    )


@require_POST
@network_door
def take_back(here: Here, item_id: UUID) -> HttpResponse:
    """Take one's own message back within five minutes; its words return to the composer."""
    must_not_stand(item_id)
    here.log_now(DELETE, item_id)
    keep_words(here, take_back_action(seat=here.seat, person=here.person, item=item_id))
    say(here.request, _("Teruggehaald. Niemand kan dit bericht nog lezen."))
    return HttpResponseRedirect(composer_address(here.network))


@require_safe
@network_door
def versions(here: Here, item_id: UUID) -> HttpResponse:
    """How a message read before."""
    row = queries.item(network=here.network, id=item_id)
    return page(
        here,
        "sharing/versions.html",
        current="news",
        row=row,
        versions=queries.versions_of(item_id),
        names=names_of_people(here.network),
        at=_address(here, item_id),
    )


def _address(here: Here, item_id: UUID) -> str:
    return reverse("item", kwargs={"network_id": here.network, "item_id": item_id})
