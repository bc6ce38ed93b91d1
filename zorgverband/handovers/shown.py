"""A handover ready to print: sections with what changed, lines with who takes them over, questions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.shown import about_names
from zorgverband.ui.dates import full_date

from .comparing import Change, Piece, change_of, pieces
from .handed import Asked, Handed, Line, Stated
from .models import HandoverKind, HandoverState, LineState
from .models import Stated as State
from .sections import PARTS, SECTIONS, Section


@dataclass(frozen=True)
class ShownQuestion:
    """A question and its answer."""

    id: UUID
    words: str
    asked_by: str
    answer: str
    answered_by: str


@dataclass(frozen=True)
class ShownSection:
    """One section: what was said, and what is different from last time."""

    id: UUID
    code: str
    label: str
    state: str
    state_text: str
    words: str
    change: str
    change_text: str
    pieces: list[Piece]
    before: UUID | None
    questions: list[ShownQuestion]


@dataclass(frozen=True)
class ShownPart:
    """The sections of one part."""

    code: str
    label: str
    sections: list[ShownSection]


@dataclass(frozen=True)
class ShownLine:
    """One line. `mine`: given to who looks; `unread`: whom it was given to cannot read it."""

    id: UUID
    item: UUID
    what: str
    kind: str
    to: str
    state: str
    state_text: str
    look: str
    reason: str
    mine: bool
    unread: bool
    questions: list[ShownQuestion] = field(default_factory=list)


@dataclass(frozen=True)
class ShownHandover:
    """The head of a handover."""

    id: UUID
    kind: str
    about: str
    giver: str
    taker: str
    state: str
    look: str
    when: str
    running: bool


_LOOKS = {
    HandoverState.ANNOUNCED: "waiting", HandoverState.SENT: "soon", HandoverState.RECEIVED: "done",
    HandoverState.REFUSED: "cancelled", HandoverState.WITHDRAWN: "cancelled",
}  # fmt: skip
_LINE_LOOKS = {
    LineState.ANNOUNCED: "waiting", LineState.ACCEPTED: "done", LineState.REFUSED: "cancelled"
}  # fmt: skip


def show_head(found: Handed, *, seat: Seat, people: Mapping[UUID, Face]) -> ShownHandover:
    """Who hands over to whom, how it stands and since when; without statements."""
    giver, taker = people.get(found.from_member_id), None
    if found.to_member_id:
        taker = people.get(found.to_member_id)
    return ShownHandover(
        id=found.item_id,
        kind=str(HandoverKind(found.kind).label),
        about=about_names(seat.network, dict(people)).get(found.about_id, ""),
        giver=giver.name if giver else _("iemand"),
        taker=taker.name if taker else found.to_name or _("iemand"),
        state=str(HandoverState(found.state).label),
        look=_LOOKS[HandoverState(found.state)],
        when=full_date(found.closed_at or found.sent_at or found.item__created_at),
        running=found.running,
    )


def show_sections(
    found: Handed,
    said: Mapping[str, Stated],
    before: Mapping[str, Stated] | None,
    questions: Mapping[UUID, Sequence[Asked]],
    names: Mapping[UUID, str],
) -> list[ShownPart]:
    """The sections that were stated, by part, in the order of the list. `before`: those of the previous
    handover, None when there was none."""
    made: dict[str, list[ShownSection]] = {}
    for one in SECTIONS[found.kind]:
        now = said.get(one.code)
        if now is not None:
            old = (before or {}).get(one.code)
            shown = _section(one, now, old, first=before is None)
            asked = show_questions(questions.get(now.item_id, ()), names)
            made.setdefault(one.part, []).append(shown(asked))
    return [ShownPart(code, str(PARTS[code]), those) for code, those in made.items()]


def _section(
    kind: Section, now: Stated, old: Stated | None, *, first: bool
) -> Callable[[list[ShownQuestion]], ShownSection]:
    text, before = spoken(now), spoken(old) if old else None
    change = change_of(before, text, first=first)

    def made(asked: list[ShownQuestion]) -> ShownSection:
        return ShownSection(
            id=now.item_id, code=kind.code, label=str(kind.label), state=now.state,
            state_text=str(State(now.state).label), words=now.item__body, change=change,
            change_text=change_words(change),
            pieces=pieces(before or "", text) if change == Change.CHANGED else [],
            before=old.item_id if old else None, questions=asked,
        )  # fmt: skip

    return made


def spoken(one: Stated) -> str:
    """What was said: the words, or that it is not applicable or unknown."""
    return one.item__body if one.state == State.FILLED else str(State(one.state).label)


def change_words(change: Change) -> str:
    """How it differs from the previous handover, in a few words."""
    return {
        Change.FIRST: "",
        Change.NEW: _("Nieuw sinds de vorige overdracht"),
        Change.SAME: _("Hetzelfde als de vorige keer"),
        Change.CHANGED: _("Anders dan de vorige keer"),
    }[change]


def show_lines(
    lines: Sequence[Line],
    *,
    seat: Seat,
    people: Mapping[UUID, Face],
    readers: Mapping[UUID, set[UUID]],
    questions: Mapping[UUID, Sequence[Asked]],
    names: Mapping[UUID, str],
) -> list[ShownLine]:
    """The lines; `readers`: by item the members that read it."""
    return [
        ShownLine(
            id=one.id, item=one.item_id, what=one.what, kind=one.kind, to=_to(one, people),
            state=one.state, state_text=str(LineState(one.state).label),
            look=_LINE_LOOKS[LineState(one.state)], reason=one.reason,
            mine=one.to_member_id == seat.member,
            unread=one.to_member_id is not None
            and one.to_member_id not in readers.get(one.item_id, {one.to_member_id}),
            questions=show_questions(questions.get(one.item_id, ()), names),
        )
        for one in lines
    ]  # fmt: skip


def _to(one: Line, people: Mapping[UUID, Face]) -> str:
    face = people.get(one.to_member_id) if one.to_member_id else None
    return face.name if face else _("nog niemand")


def show_questions(asked: Sequence[Asked], names: Mapping[UUID, str]) -> list[ShownQuestion]:
    """Questions with who asked and who answered."""
    return [
        ShownQuestion(
            id=one.id, words=one.words, asked_by=names.get(one.asked_by_id, _("iemand")),
            answer=one.answer,
            answered_by=names.get(one.answered_by_id, "") if one.answered_by_id else "",
        )
        for one in asked
    ]  # fmt: skip
