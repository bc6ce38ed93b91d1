"""Agreements as a page shows them: who does what, when, how it stands, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.ui.dates import day_within, full_date, long_date
from zorgverband.ui.repeats import repeats_in_words

from .agreed import Agreed
from .models import State


@dataclass(frozen=True)
class ShownAgreement:
    """One agreement on a page. `asked` and `running` say which answers this person can give."""

    id: UUID
    href: str
    what: str
    more: str
    who: str
    when: str
    state: str
    state_text: str
    asked_by: str
    mine: bool
    asked: bool
    running: bool
    repeats: bool = False
    tick_on: date | None = None
    tick_words: str = ""
    goal: UUID | None = None
    network: str = ""


def show_agreements(
    found: Sequence[Agreed],
    *,
    seat: Seat,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    network: str = "",
) -> list[ShownAgreement]:
    """Turn agreements of one network into what pages print; without statements. `network` is its
    name, for a list over several of them."""
    return [_shown(one, seat, people, names, network) for one in found]


def _shown(
    one: Agreed, seat: Seat, people: dict[UUID, Face], names: dict[UUID, str], network: str
) -> ShownAgreement:
    face = people.get(one.executor)
    mine = one.executor == seat.member
    state, words = _state(one, seat)
    day = one.to_tick(clock.today()) if mine else None
    return ShownAgreement(
        id=one.id,
        href=reverse("agreement", kwargs={"network_id": one.network, "agreement_id": one.id}),
        what=one.what,
        more=one.more,
        who=_("U") if mine and not (face and face.team) else face.name if face else _("iemand"),
        when=_when(one),
        state=state,
        state_text=words,
        asked_by=names.get(one.author, _("iemand")),
        mine=mine,
        asked=one.answerer == seat.member and one.proposed,
        running=mine and one.open and not one.proposed,
        repeats=one.repeats,
        tick_on=day,
        tick_words=_tick_words(day),
        goal=one.goal,
        network=network,
    )


def _state(one: Agreed, seat: Seat) -> tuple[str, str]:
    """The look of the label and its word, for who looks."""
    if one.late_for(seat.member):
        return "overdue", _("Te laat")
    return {
        State.ASKED: ("waiting", _("Wacht op antwoord")),
        State.RECEIVED: ("waiting", _("Gezien, antwoord volgt")),
        State.ACCEPTED: ("on_track", _("Afgesproken")),
        State.DECLINED: ("cancelled", _("Kan niet")),
        State.RUNNING: ("on_track", _("Loopt")),
        State.ON_HOLD: ("waiting", _("Staat stil")),
        State.DONE: ("done", _("Klaar")),
        State.FAILED: ("cancelled", _("Niet gelukt")),
        State.CANCELLED: ("cancelled", _("Gaat niet door")),
    }[one.state]


def state_word(state: str) -> str:
    """One state in a list of what changed."""
    return {
        State.ASKED: _("gevraagd"),
        State.RECEIVED: _("gezien"),
        State.ACCEPTED: _("ja gezegd"),
        State.DECLINED: _("nee gezegd"),
        State.RUNNING: _("begonnen of weer verder"),
        State.ON_HOLD: _("stilgezet"),
        State.DONE: _("gedaan"),
        State.FAILED: _("niet gelukt"),
        State.CANCELLED: _("laten vervallen"),
    }[State(state)]


def _tick_words(day: date | None) -> str:
    if day is None:
        return ""
    today = clock.today()
    if day == today:
        return _("Vandaag gedaan")
    words = day_within(day, today) if (today - day).days <= 1 else long_date(day)
    return _("%(day)s gedaan") % {"day": words[0].upper() + words[1:]}


def _when(one: Agreed) -> str:
    if one.repeats:
        words = repeats_in_words(one.rule)
        return words[0].lower() + words[1:]
    if one.due_on is None:
        return ""
    today = clock.today()
    if not one.open:
        return full_date(one.due_on)
    near = abs((one.due_on - today).days) <= 1
    day = day_within(one.due_on, today) if near else long_date(one.due_on)
    return _("uiterlijk %(day)s") % {"day": day}
