"""The questions of a network, and one of them with everything one can do with it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.reading import hanging
from zorgverband.base.refusals import Refusal
from zorgverband.networks.queries import Face, clients, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_abouts
from zorgverband.sharing.frame import page
from zorgverband.sharing.queries import made_from, origin_of
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject

from .. import queries
from ..asked import Asked
from ..shown import ShownQuestion, moment_words, show_questions, state_word

PLACES = {"agreement": ("agreement", "agreement_id"), "question": ("question", "item_id")}


@require_safe
@network_door
def questions(here: Here) -> HttpResponse:
    """What waits first: for who looks, then what they asked, then the rest; below it what ended."""
    people, names = faces(here.network), names_of_people(here.network)
    member = here.seat.member
    waiting, ended = (
        show_questions(found, person=here.person, people=people, names=names)
        for found in (
            queries.open_questions(here.network, member),
            queries.ended_questions(here.network, member),
        )
    )
    return page(
        here, "talks/questions.html", current="more", people=people,
        mine=[one for one in waiting if one.mine],
        own=[one for one in waiting if one.own and not one.mine],
        rest=[one for one in waiting if not one.own and not one.mine],
        ended=ended, may_ask=bool(writable_abouts(here.seat, people)),
    )  # fmt: skip


@require_safe
@network_door
def question(here: Here, item_id: UUID) -> HttpResponse:
    """One question: its answer, or the buttons to give it."""
    return one_page(here, item_id)


def one_page(here: Here, item_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The page of one question, with what went wrong and what was typed."""
    found = queries.question(network=here.network, id=item_id, member=here.seat.member)
    people, names = faces(here.network), names_of_people(here.network)
    shown = show_questions([found], person=here.person, people=people, names=names)[0]
    several = len(clients(people)) > 1
    readers = hanging(network=here.network, items=[item_id])[item_id].readers if found.mine else 0
    seen = queries.seen_at(item_id) if shown.own and found.open else None
    may_write = here.seat.may_write(about=found.about, subject=found.subject)
    return page(
        here, "talks/question.html", current="more", people=people,
        status=refusal.status if refusal else 200, refusal=refusal, found=found, question=shown,
        typed=here.request.POST.get("words", ""), readers=readers,
        subject=str(Subject(found.subject).label),
        about=about_names(here.network, people).get(found.about, "") if several else "",
        seen=moment_words(seen) if seen else "", caller=_caller(found, people),
        origin=_place(here, origin_of(item_id)), moves=_moves(found, people, names),
        made=[] if found.open else [_place(here, row) for row in made_from(item_id)],
        makes=_makes(found, shown, names) if may_write and shown.answer else None,
    )  # fmt: skip


def _caller(found: Asked, people: dict[UUID, Face]) -> Face | None:
    """Whom to call after 'Bel mij': who answered, shown to who asked."""
    return found.waits_for(people) if found.answer_kind == "call" else None


def _place(here: Here, row: dict[str, Any] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    name, part = PLACES.get(row["kind"], ("item", "item_id"))
    href = reverse(name, kwargs={"network_id": here.network, part: row["id"]})
    return {"id": row["id"], "what": row["title"] or _("Bericht"), "href": href}


def _moves(found: Asked, people: dict[UUID, Face], names: dict[UUID, str]) -> list[dict[str, str]]:
    rows = queries.moves_of(found.id)
    return [
        {
            "what": state_word(row["became"]) % {"name": _name(row["to_member_id"], people)},
            "who": names.get(row["person_id"], _("iemand")),
            "when": moment_words(row["at"]),
            "words": row["words"],
        }
        for row in rows
    ]


def _name(member: UUID, people: dict[UUID, Face]) -> str:
    return people[member].name if member in people else _("iemand")


def _makes(found: Asked, shown: ShownQuestion, names: dict[UUID, str]) -> dict[str, str]:
    """What a note, agreement or advice out of it begins with, so that nobody types it again."""
    words = _("Vraag van %(asker)s: %(what)s\nAntwoord van %(who)s: %(answer)s") % {
        "asker": shown.asker, "what": shown.what,
        "who": names.get(found.state_by, _("iemand")), "answer": shown.answer,
    }  # fmt: skip
    return {
        "about": str(found.about), "subject": str(found.subject), "circle": found.circle,
        "title": shown.what, "words": words,
    }  # fmt: skip
