"""One handover: for the leaver what is still to do, for the receiver what to answer, for everybody
else who reads it what was said."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.handing import members_reading
from zorgverband.base.refusals import Refusal
from zorgverband.membership.checks import leads
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from ..actions.finish_handover import come_up_since
from ..handed import (
    Asked,
    Handed,
    Line,
    Stated,
    lines_of,
    questions_of,
    sections_and_before,
)
from ..handed import (
    handover as handed,
)
from ..models import Ending
from ..sections import PARTS, parts_of
from ..shown import ShownLine, show_head, show_lines, show_sections
from ..writable import sections_for, task_subjects
from .listing import receivers


@dataclass(frozen=True)
class Held:
    """All of one handover, as far as who looks may read it."""

    found: Handed
    people: dict[UUID, Face]
    said: dict[str, Stated]
    before: dict[str, Stated] | None
    lines: list[Line]
    questions: dict[UUID, list[Asked]]
    names: dict[UUID, str]

    def leaver(self, here: Here) -> bool:
        """Whether who looks hands over."""
        return self.found.from_member_id == here.seat.member

    def receiver(self, here: Here) -> bool:
        """Whether who looks takes over the whole."""
        return self.found.to_member_id == here.seat.member


@dataclass(frozen=True)
class Step:
    """One part of the sections, for the leaver: how many were stated."""

    code: str
    label: str
    done: int
    all: int


def hold_sections(here: Here, found: Handed) -> Held:
    """The sections of a handover that was read already, without lines and questions."""
    said, before = sections_and_before(found)
    return Held(
        found=found, people=faces(here.network), said=said, before=before, lines=[], questions={},
        names={},
    )  # fmt: skip


def hold(here: Here, handover_id: UUID) -> Held:
    """Read it; raises NotHere."""
    found = handed(network=here.network, id=handover_id)
    said, before = sections_and_before(found)
    questions = questions_of(found.item_id)
    return Held(
        found=found, people=faces(here.network), said=said, before=before, lines=lines_of(found.item_id),
        questions=questions, names=names_of_people(here.network) if questions else {},
    )  # fmt: skip


@require_safe
@network_door
def handover(here: Here, handover_id: UUID) -> HttpResponse:
    """The page."""
    return one_handover(here, handover_id)


def one_handover(
    here: Here, handover_id: UUID, refusal: Refusal | None = None, at: UUID | None = None
) -> HttpResponse:
    """The page, with what was refused; `at`: at which line or question."""
    held = hold(here, handover_id)
    found, leaver, receiver = held.found, held.leaver(here), held.receiver(here)
    lines = _lines(here, held)
    return page(
        here, "handovers/handover.html", current="more", people=held.people,
        status=refusal.status if refusal else 200, refusal=refusal, at=at,
        typed=here.request.POST, found=found,
        head=show_head(found, seat=here.seat, people=held.people),
        parts=show_sections(found, held.said, held.before, held.questions, held.names),
        lines=lines, leaver=leaver and found.running, receiver=receiver and found.running,
        may_ask=found.running and (receiver or any(one.mine for one in lines)),
        planned=full_date(found.planned_on) if found.planned_on else "",
        ends=ending_words(found, held.people), **_for_leaver(here, held, lines),
        since=come_up_since(found) if receiver and found.sent else [],
    )  # fmt: skip


def _lines(here: Here, held: Held) -> list[ShownLine]:
    readers: dict[UUID, set[UUID]] = {}
    if held.leaver(here) and held.found.running:
        items = [one.item_id for one in held.lines]
        readers = members_reading(network=here.network, items=items)
    return show_lines(
        held.lines, seat=here.seat, people=held.people, readers=readers, questions=held.questions,
        names=held.names,
    )  # fmt: skip


def _for_leaver(here: Here, held: Held, lines: list[ShownLine]) -> dict[str, Any]:
    """What the leaver still has to do."""
    if not (held.leaver(here) and held.found.running):
        return {"steps": [], "receivers": [], "ready": False, "leads": False, "subjects": []}
    steps = steps_of(here, held)
    return {
        "steps": steps,
        "receivers": receivers(here, held.people),
        "ready": all(one.done == one.all for one in steps),
        "leads": leads(here.seat),
        "subjects": [
            (one.value, str(Subject(one).label))
            for one in task_subjects(here.seat, held.found.about_id)
        ],
    }


def steps_of(here: Here, held: Held) -> list[Step]:
    """The parts with how many of their sections were stated."""
    asked = [one for one, _subject in sections_for(here.seat, held.found.about_id, held.found.kind)]
    found = []
    for code in parts_of(asked):
        those = [one for one in asked if one.part == code]
        done = sum(one.code in held.said for one in those)
        found.append(Step(code, str(PARTS[code]), done, len(those)))
    return found


def ending_words(found: Handed, people: dict[UUID, Face]) -> str:
    """What ends for the leaver, and when."""
    face = people.get(found.from_member_id)
    name = {"name": face.name if face else _("wie overdraagt")}
    if not found.running:
        return ""
    return {
        Ending.LEAVE: _("%(name)s leest en doet mee tot dit is overgenomen. Daarna niet meer."),
        Ending.READING: _(
            "%(name)s blijft meedoen, maar leest en schrijft na de overdracht niets."
        ),
        Ending.NOTHING: _("%(name)s blijft meedoen zoals nu."),
    }[Ending(found.ends)] % name
