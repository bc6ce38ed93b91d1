"""Requests as a page shows them: names, days and words, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from .grounds import GROUNDS
from .models import Act, State
from .queries import Asked

LOOKS = {State.OPEN: "waiting", State.GRANTED: "done", State.REFUSED: "cancelled",
         State.WITHDRAWN: "cancelled"}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One request in a list or at the top of its own page."""

    id: UUID
    title: str
    act: Act
    words: str
    look: str
    state: str
    term: str
    asked_by: str
    own: bool
    asked_on: str
    answerer: str
    answered_by: str
    answered_on: str
    answer: str
    ground: str
    extended: str
    overdue: bool
    open: bool
    restricted: bool


def show(
    found: Sequence[Asked], *, person: UUID, people: dict[UUID, Face], names: dict[UUID, str]
) -> list[Line]:
    """Turn requests into what `person` sees on pages; needs no statement."""
    return [_line(one, person, people, names) for one in found]


def _line(one: Asked, person: UUID, people: dict[UUID, Face], names: dict[UUID, str]) -> Line:
    subject = str(Subject(one.subject).label)
    ground = GROUNDS.get(one.ground)
    return Line(
        id=one.id,
        title=f"{one.act.label}: {subject.lower()}",
        act=one.act,
        words=one.words,
        look="overdue" if one.overdue else LOOKS[one.state],
        state=_state(one),
        term=_("Antwoord uiterlijk %(day)s") % {"day": full_date(one.due_on)} if one.open else "",
        asked_by=names.get(one.asked_by, ""),
        own=one.asked_by == person,
        asked_on=full_date(one.asked_at),
        answerer=people[one.answerer].name if one.answerer in people else _("zorgverlener"),
        answered_by=names.get(one.state_by, "") if one.state_by else "",
        answered_on=full_date(one.state_at) if one.state_at else "",
        answer=one.answer,
        ground=str(ground.text) if ground else "",
        extended=one.extended_because,
        overdue=one.overdue,
        open=one.open,
        restricted=one.restricted,
    )


def _state(one: Asked) -> str:
    if one.overdue:
        return _("Te laat: er is nog geen antwoord")
    if one.act == Act.RESTRICT and one.state == State.GRANTED and one.restricted:
        return _("Blijft afgeschermd")
    return str(one.state.label)
