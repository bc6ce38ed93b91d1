"""Questions as a page shows them: who asked whom, how soon, what the answer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock as now
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import clock, day_within, local_day, long_date

from .asked import Asked
from .models import AnswerKind, State


@dataclass(frozen=True)
class ShownQuestion:
    """One question on a page. `mine`: who looks can answer it; `own`: who looks asked it."""

    id: UUID
    href: str
    what: str
    more: str
    to: str
    to_phone: str
    asker: str
    asker_function: str
    asked_at: str
    due: str
    late: bool
    open: bool
    state: str
    state_text: str
    answer: str
    answered_by: str
    mine: bool
    own: bool
    network: str = ""
    patient: str = ""


def show_questions(
    found: Sequence[Asked],
    *,
    person: UUID,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    networks: dict[UUID, str] | None = None,
) -> list[ShownQuestion]:
    """Turn questions into what pages print; without statements. `networks`: how each is called, for a
    list over several of them."""
    return [
        _shown(one, person, people, names, (networks or {}).get(one.network, "")) for one in found
    ]


def _shown(
    one: Asked, person: UUID, people: dict[UUID, Face], names: dict[UUID, str], network: str
) -> ShownQuestion:
    face, asker = one.waits_for(people), people.get(one.author_member)
    state, text = _state(one)
    return ShownQuestion(
        id=one.id,
        href=f"/n/{one.network}/vragen/{one.id}/",
        what=one.what,
        more=one.more,
        to=_("u") if one.mine and not (face and face.team) else face.name if face else _("iemand"),
        to_phone=face.phone if face else "",
        asker=names.get(one.author, _("Iemand")),
        # Of a team it is the team that is known, not what this person does in it.
        asker_function=(asker.name if asker.team else asker.function) if asker else "",
        asked_at=moment_words(one.asked_at),
        due=_("Antwoord graag uiterlijk %(when)s") % {"when": moment_words(one.due_at)}
        if one.open else "",
        late=one.late,
        open=one.open,
        state=state,
        state_text=text,
        answer=answer_words(one),
        answered_by=_answered_by(one, names),
        mine=one.mine,
        own=one.author == person,
        network=network,
        patient=f"/n/{one.network}/kort/",
    )  # fmt: skip


def moment_words(moment: datetime) -> str:
    """'vandaag 9.45 uur', 'gisteren 18.10 uur', 'vrijdag 27 november 17.00 uur'."""
    near = abs((local_day(moment) - now.today()).days) <= 1
    day = day_within(moment, now.today()) if near else long_date(moment)
    return f"{day} {clock(moment)}"


def _state(one: Asked) -> tuple[str, str]:
    if one.late:
        return "overdue", _("Te laat")
    return {
        State.OPEN: ("waiting", _("Wacht op antwoord")),
        State.PASSED: ("waiting", _("Doorgestuurd")),
        State.ANSWERED: ("done", _("Beantwoord")),
        State.WITHDRAWN: ("cancelled", _("Ingetrokken")),
    }[State(one.state)]


def answer_words(one: Asked) -> str:
    """'Akkoord', 'Nee, want ...', 'Bel mij', or what was written; empty without an answer."""
    if one.state != State.ANSWERED:
        return ""
    match one.answer_kind:
        case AnswerKind.YES:
            words = _("Akkoord")
        case AnswerKind.NO:
            return _("Nee, want %(why)s") % {"why": one.answer}
        case AnswerKind.CALL:
            words = _("Bel mij")
        case _:
            return one.answer
    return f"{words}. {one.answer}" if one.answer else words


def _answered_by(one: Asked, names: dict[UUID, str]) -> str:
    if one.state != State.ANSWERED:
        return ""
    return f"{names.get(one.state_by, _('Iemand'))}, {moment_words(one.state_at)}"


def state_word(state: str) -> str:
    """One step in the list of how it went."""
    return {
        State.OPEN: _("gevraagd aan %(name)s"),
        State.PASSED: _("doorgestuurd aan %(name)s"),
        State.ANSWERED: _("beantwoord"),
        State.WITHDRAWN: _("ingetrokken"),
    }[State(state)]
