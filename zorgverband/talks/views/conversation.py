"""One conversation: its messages, saying something, how far one read, and taking back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base.once import form_key
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.circles import OWN
from zorgverband.sharing.doors import CREATE, DELETE, Here, network_door
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.frame import page, plain_token, rendered
from zorgverband.sharing.frame import say as say_next
from zorgverband.sharing.queries import item as item_of
from zorgverband.sharing.queries import reasons
from zorgverband.sharing.shown import show
from zorgverband.sharing.subjects import Subject

from .. import conversation_queries as queries
from ..actions.mark_read import mark_read
from ..actions.say import say as say_now
from ..actions.take_back_message import SaidTooLongAgo, take_back_message
from ..conversation_shown import show_messages
from ..mentions import called_in, picked


@require_safe
@network_door
def conversation(here: Here, item_id: UUID) -> HttpResponse:
    """The newest messages, or those before or after a place; asked by htmx, only those."""
    return _page(here, item_id)


def _page(here: Here, item_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    header, row = queries.conversation(network=here.network, item=item_id, person=here.person)
    people, names = faces(here.network), names_of_people(here.network)
    part = _part(here, row, people, names)
    if here.request.headers.get("HX-Target") == "messages":
        own = {"csrf_token": plain_token(here.request), "key": form_key(here.request)}
        return rendered("talks/messages.html", part | own)
    shown = show([header], network=here.network, person=here.person, people=people, names=names)[0]
    writes = shown.mine or here.seat.may_write(about=header["about_id"], subject=header["subject"])
    posted = here.request.POST
    return page(
        here, "talks/conversation.html", current="more", people=people, item=shown, row=row,
        status=refusal.status if refusal else 200, refusal=refusal, kind=header["kind"],
        subject=Subject(header["subject"]), about_name=_about(header, people),
        writes=writes and row["closed_at"] is None, may_close=writes,
        decides=here.seat.decides(about=header["about_id"], subject=header["subject"]),
        pickable=_pickable(here, item_id, names) if writes and not row["closed_at"] else [],
        makes=_makes(here, row) if writes else None,
        words=posted.get("body", ""), ticked=set(posted.getlist("mention")), **part,
    )  # fmt: skip


def _makes(here: Here, row: dict[str, Any]) -> dict[str, Any] | None:
    """What a conclusion is made into without being typed again; None without one."""
    if row["conclusion_id"] is None:
        return None
    try:
        note = item_of(network=here.network, id=row["conclusion_id"])
    except NotHere:
        return None
    return {
        "about": note["about_id"], "subject": note["subject"], "circle": note["circle"],
        "members": note["audience"] if note["circle"] == OWN else (),
        "title": note["title"], "words": note["body"],
    }  # fmt: skip


def _about(header: dict[str, Any], people: dict[UUID, Any]) -> str:
    face = people.get(header["about_id"])
    return face.given_name if face else _("het huishouden")


def _part(here: Here, row: dict[str, Any], people: Any, names: dict[UUID, str]) -> dict[str, Any]:
    """The messages and what belongs to them. What is shown counts as read when it joins up with what
    was read before: a mark never passes what was not shown."""
    asked = here.request.GET
    before, after = whole_number(asked.get("before")), whole_number(asked.get("after"))
    item, seen, last = row["item_id"], row["seen"], row["last_number"]
    found = queries.stretch(item=item, last=last, before=before, after=after)
    lines = show_messages(
        found.rows, files=queries.files_of(found.rows), person=here.person, network=here.network,
        item=item, people=people, names=names, seen=seen,
    )  # fmt: skip
    joins = not lines or lines[0].number <= seen + 1
    until = lines[-1].number if lines else 0
    return {
        "here_id": here.network, "item_id": item, "lines": lines, "older": found.older,
        "newer": found.newer, "live": before is None and after is None, "seen": seen,
        "read_until": until if joins and (until > seen or seen == 0) else None,
        "left": max(0, last - seen), "last": last,
        "skipped": not joins and before is None and after is None,
    }  # fmt: skip


def _pickable(here: Here, item: UUID, names: dict[UUID, str]) -> list[tuple[UUID, str]]:
    """Who reads it, besides who looks: whom a message can be meant for."""
    reading = _reading(here, item)
    return sorted(((one, names[one]) for one in reading if one in names), key=lambda pair: pair[1])


def _reading(here: Here, item: UUID) -> set[UUID]:
    """The persons who read it, besides who looks."""
    return {one.person for one in reasons(item) if one.reads} - {here.person}


@require_POST
@network_door
def say(here: Here, item_id: UUID) -> HttpResponse:
    """Add a message, with photos or files and with whom it is meant for."""
    posted, names = here.request.POST, names_of_people(here.network)
    body = posted.get("body", "")
    try:
        reading = _reading(here, item_id) if "@" in body else ()
        called = called_in(body, names, reading=reading)
        meant = [*_picked(posted.getlist("mention")), *called]
        say_now(
            seat=here.seat, person=here.person, item=item_id, body=body, mentioned=meant, names=names,
            uploads=[(one.name or "", one) for one in here.request.FILES.getlist("upload")],
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _page(here, item_id, refusal)
    here.touch(CREATE, item_id)
    return HttpResponseRedirect(at(here, item_id) + "#laatste")


def _picked(values: list[str]) -> list[UUID]:
    try:
        return picked(values)
    except ValueError:
        raise UnknownChoice(field="mention") from None


@require_POST
@network_door
def seen(here: Here, item_id: UUID) -> HttpResponse:
    """Note how far this was read; a page with JavaScript does this by itself."""
    _header, row = queries.conversation(network=here.network, item=item_id, person=here.person)
    until = whole_number(here.request.POST.get("until")) or 0
    mark_read(person=here.person, item=item_id, until=min(until, row["last_number"]))
    if here.request.headers.get("HX-Request"):
        return HttpResponse(status=204)
    return HttpResponseRedirect(at(here, item_id))


@require_POST
@network_door
def take_back(here: Here, item_id: UUID, message_id: UUID) -> HttpResponse:
    """Take one's own message back within five minutes."""
    queries.conversation(network=here.network, item=item_id, person=here.person)
    try:
        take_back_message(seat=here.seat, person=here.person, item=item_id, message=message_id)
    except SaidTooLongAgo as refusal:
        return _page(here, item_id, refusal)
    here.touch(DELETE, item_id)
    say_next(here.request, _("Teruggehaald. Niemand kan dit bericht nog lezen."))
    return HttpResponseRedirect(at(here, item_id))


def at(here: Here, item: UUID, name: str = "conversation") -> str:
    """The address of a page of this conversation."""
    return reverse(name, kwargs={"network_id": here.network, "item_id": item})
