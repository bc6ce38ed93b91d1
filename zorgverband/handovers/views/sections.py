"""The sections of one part: to state one by one, with what the record says filled in to check."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.sharing.doors import UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject

from .. import actions
from ..actions.parties import leaver
from ..actions.state_section import Said
from ..comparing import Change, Piece, change_of, pieces
from ..models import Stated as State
from ..prefilled import Prefilled, open_to_all, prefilled
from ..sections import PARTS, Section, parts_of
from ..shown import change_words, spoken
from ..writable import sections_for
from .one import Held, hold_sections


@dataclass(frozen=True)
class Field:
    """One section in the form. `found`: filled in from the record, not kept yet."""

    code: str
    label: str
    hint: str
    subject: str
    state: str
    words: str
    found: bool
    before: str
    before_id: UUID | None
    item: UUID | None
    change: str
    pieces: list[Piece]


@require_http_methods(["GET", "POST"])
@network_door
def state_sections(here: Here, handover_id: UUID, part: str) -> HttpResponse:
    """The form of one part, and keeping it."""
    held = hold_sections(here, leaver(here.seat, handover_id))
    asked = sections_for(here.seat, held.found.about_id, held.found.kind)
    mine = [(one, subject) for one, subject in asked if one.part == part]
    if not mine:
        raise NotHere()
    order = parts_of([one for one, _subject in asked])
    if here.request.method == "GET":
        return _form(here, held, part, mine, order)
    try:
        _keep(here, handover_id, mine)
    except Refusal as refusal:
        if refusal.status == NotHere.status:
            raise
        return _form(here, held, part, mine, order, refusal)
    return _onward(here, handover_id, part, order)


def _keep(here: Here, handover_id: UUID, mine: list[tuple[Section, Subject]]) -> None:
    typed = here.request.POST
    said = [
        Said(one.code, typed.get(f"state-{one.code}", ""), typed.get(f"words-{one.code}", ""))
        for one, _subject in mine
        # What was left open is said later; what was begun must be right.
        if typed.get(f"state-{one.code}") or "later" not in typed
    ]
    kept = actions.state_sections(
        seat=here.seat, person=here.person, handover=handover_id, said=said
    )
    for item in kept:
        here.touch(UPDATE, item)


def _onward(here: Here, handover_id: UUID, part: str, order: list[str]) -> HttpResponse:
    parts: dict[str, Any] = {"network_id": here.network, "handover_id": handover_id}
    say(here.request, _("Bewaard: %(part)s.") % {"part": PARTS[part]})
    place = order.index(part) + 1
    if place == len(order) or "later" in here.request.POST:
        return HttpResponseRedirect(reverse("handover", kwargs=parts))
    return HttpResponseRedirect(reverse("state_sections", kwargs=parts | {"part": order[place]}))


def _form(
    here: Here,
    held: Held,
    part: str,
    mine: list[tuple[Section, Subject]],
    order: list[str],
    refusal: Refusal | None = None,
) -> HttpResponse:
    record = prefilled(
        held.found, [one for one in mine if one[0].code not in held.said], held.people
    )
    for made in record.values():
        for item in made.items:
            here.touch("R", item)
    old = open_to_all(one.item_id for one in (held.before or {}).values())
    return page(
        here, "handovers/sections.html", current="more", people=held.people,
        status=refusal.status if refusal else 200, refusal=refusal, found=held.found,
        title=str(PARTS[part]), place=order.index(part) + 1, count=len(order),
        last=order[-1] == part, states=list(State),
        fields=[
            _field(here, held, one, subject, record.get(one.code), old) for one, subject in mine
        ],
    )  # fmt: skip


def _field(
    here: Here,
    held: Held,
    kind: Section,
    subject: Subject,
    record: Prefilled | None,
    open_before: dict[UUID, int],
) -> Field:
    said, old = held.said.get(kind.code), (held.before or {}).get(kind.code)
    before = old.item__body if old and old.item__subject == subject else ""
    # What was closed for somebody since stays as it was, and comes into nothing new.
    again = before if old and old.item_id in open_before else ""
    words = said.item__body if said else (record.words if record else "") or again
    state = said.state if said else ""
    typed = here.request.POST
    if f"words-{kind.code}" in typed:
        words, state = typed[f"words-{kind.code}"], typed.get(f"state-{kind.code}", "")
    change = change_of(spoken(old) if old else None, words, first=held.before is None)
    differs = old is not None and change == Change.CHANGED
    return Field(
        code=kind.code, label=str(kind.label), hint=str(kind.hint), subject=str(subject.label),
        state=state, words=words, found=said is None and bool(words), before=before,
        before_id=old.item_id if old else None, item=said.item_id if said else None,
        change=change_words(change) if old else "",
        pieces=pieces(spoken(old), words) if differs and old else [],
    )  # fmt: skip
