"""The list of conversations of a network, and beginning one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.typed import whole_number
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.circles import CIRCLES, EVERYONE
from zorgverband.sharing.doors import CREATE, Here, network_door
from zorgverband.sharing.forms import (
    Draft,
    checked,
    read_draft,
    subject_options,
    writable_abouts,
    writable_subjects,
)
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.queries import reasons_if
from zorgverband.sharing.shown import reader_lines
from zorgverband.sharing.source import Source, as_source
from zorgverband.sharing.subjects import Subject

from ..actions.begin_conversation import begin_conversation
from ..conversation_queries import PAGE, conversations
from ..conversation_shown import show_list


@require_safe
@network_door
def conversation_list(here: Here) -> HttpResponse:
    """What one takes part in, first what is new."""
    asked = here.request.GET
    subject, skip = whole_number(asked.get("subject")), whole_number(asked.get("from")) or 0
    closed = "closed" in asked
    rows = conversations(
        network=here.network, person=here.person, closed=closed, skip=skip,
        subject=subject if subject in Subject.values else None,
    )  # fmt: skip
    people = faces(here.network)
    return page(
        here, "talks/conversations.html", current="more", people=people, closed=closed,
        entries=show_list(rows[:PAGE], network=here.network, people=people),
        subject=Subject(subject) if subject in Subject.values else None,
        older=_older(asked, skip) if len(rows) > PAGE else "",
        writes=bool(writable_abouts(here.seat, people)),
        professional=here.seat.side in (Side.CARE, Side.SOCIAL),
    )  # fmt: skip


def _older(asked: QueryDict, skip: int) -> str:
    query = asked.copy()
    query["from"] = str(skip + PAGE)
    return "?" + query.urlencode()


@require_http_methods(["GET", "POST"])
@network_door
def begin(here: Here) -> HttpResponse:
    """The form of a new conversation, from nothing, a subject or an item; and beginning it."""
    people, data = faces(here.network), here.request.POST or here.request.GET
    source = _source(here, data)
    draft = _draft(here, data, people, source)
    if here.request.method == "GET" or "look" in here.request.POST:
        return _form(here, draft, people, source)
    try:
        item = begin_conversation(
            seat=here.seat, person=here.person, about=draft.about, subject=draft.subject,
            topic=draft.title, body=draft.body, circle=draft.circle,
            audience=checked(draft, people=people).audience(people.values()),
            source=source.id if source else None,
        )  # fmt: skip
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, draft, people, source, refusal)
    here.touch(CREATE, item.id)
    say(here.request, _("Het gesprek is begonnen."))
    at = {"network_id": here.network, "item_id": item.id}
    return HttpResponseRedirect(reverse("conversation", kwargs=at))


def _source(here: Here, data: QueryDict) -> Source | None:
    try:
        item = UUID(str(data["item"])) if data.get("item") else None
    except ValueError:
        raise NotHere() from None
    return as_source(network=here.network, item=item) if item else None


def _draft(here: Here, data: QueryDict, people: dict[UUID, Face], source: Source | None) -> Draft:
    if source is None:
        return read_draft(data, seat=here.seat, people=people)
    title = data.get("title", source.title)
    return Draft(title, data.get("body", ""), source.about, source.subject, source.circle,
                 frozenset(source.audience or ()))  # fmt: skip


def _form(
    here: Here,
    draft: Draft,
    people: dict[UUID, Face],
    source: Source | None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    audience = source.audience if source else draft.audience(people.values())
    return page(
        here, "talks/begin.html", current="more", people=people, draft=draft, source=source,
        refusal=refusal, status=refusal.status if refusal else 200,
        abouts=writable_abouts(here.seat, people),
        subject_options=subject_options(writable_subjects(here.seat, draft.about)),
        circles=[one for one in CIRCLES.values()
                 if not (draft.subject.medical and one.code == EVERYONE)],
        choosable=[face for face in people.values() if face.active
                   and face.side != Side.CLIENT and face.member != here.seat.member],
        why="", **readers(here, draft.about, draft.subject, audience, people),
    )  # fmt: skip


def readers(
    here: Here,
    about: UUID,
    subject: Subject,
    audience: list[UUID] | None,
    people: dict[UUID, Face],
) -> dict[str, Any]:
    """Who will read what is begun with these choices, asked of the rule itself."""
    reasons = reasons_if(
        network=here.network, about=about, subject=subject, author=here.person, audience=audience
    )
    names = names_of_people(here.network)
    reading, others = reader_lines(reasons, people=people, names=names, subject=subject)
    return {"reading": reading, "others": others}
