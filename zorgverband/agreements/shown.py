"""Agreements as a page shows them: who does what, when, how it stands, in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

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
    """One agreement on a page. `asked` and `running` say which answers this person can give;
    `own`: they asked it."""

    id: UUID
    href: str
    what: str
    more: str
    who: str
    when: str
    state: str
    state_text: str
    asked_by: str
    own: bool
    mine: bool
    asked: bool
    running: bool
    stated: str
    repeats: bool = False
    tick_on: date | None = None
    tick_words: str = ""
    goal: UUID | None = None
    network: str = ""
    phone: str = ""


def show_agreements(
    found: Sequence[Agreed],
    *,
    seat: Seat,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    person: UUID | None = None,
    network: str = "",
    ahead: bool = False,
) -> list[ShownAgreement]:
    """Turn agreements of one network into what pages print; without statements. `network` is its
    name, for a list over several of them; `person`: who looks, where it says who asked; `ahead`: as
    they stand on a day to come, on which nothing is late yet."""
    words = _Words(person=person, ahead=ahead)
    return [_shown(one, seat, people, names, network, words) for one in found]


def show_across(
    found: Sequence[Agreed],
    *,
    seats: Mapping[UUID, Seat],
    person: UUID,
    names: dict[UUID, str],
    networks: Mapping[UUID, str],
) -> list[ShownAgreement]:
    """The same for one person's agreements over several networks, each through their seat there, with
    the name of the network; not those in networks where they have none. Without statements."""
    words = _Words(person=person)
    return [
        _shown(one, seats[one.network], {}, names, networks.get(one.network, ""), words)
        for one in found
        if one.network in seats
    ]


class _Words:
    """The words that come back with every agreement, looked up once for a whole list."""

    def __init__(self, *, person: UUID | None, ahead: bool = False) -> None:
        self.person, self.today, self.ahead = person, clock.today(), ahead
        self.you, self.somebody, self.late = _("U"), _("iemand"), _("Te laat")
        self.states = _states()
        self._when: dict[tuple[date | None, bool], str] = {}

    def state(self, one: Agreed, member: UUID) -> tuple[str, str]:
        """The look of the label and its word, for who looks."""
        late = not self.ahead and one.late_for(member)
        return ("overdue", self.late) if late else self.states[one.state]

    def when(self, one: Agreed) -> str:
        """Until when, or how often."""
        if one.repeats:
            words = repeats_in_words(one.rule)
            return words[0].lower() + words[1:]
        key = (one.due_on, one.open)
        if key not in self._when:
            self._when[key] = _until(one.due_on, self.today, open=one.open)
        return self._when[key]


def _shown(
    one: Agreed,
    seat: Seat,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    network: str,
    words: _Words,
) -> ShownAgreement:
    face = people.get(one.executor)
    mine = one.executor == seat.member
    state, text = words.state(one, seat.member)
    day = one.to_tick(words.today) if mine else None
    return ShownAgreement(
        id=one.id,
        href=f"/n/{one.network}/afspraken/{one.id}/",
        what=one.what,
        more=one.more,
        who=words.you
        if mine and not (face and face.team)
        else face.name
        if face
        else words.somebody,
        when=words.when(one),
        state=state,
        state_text=text,
        asked_by=names.get(one.author, words.somebody),
        own=one.author == words.person,
        mine=mine,
        asked=one.answerer == seat.member and one.proposed,
        running=mine and one.open and not one.proposed,
        stated=one.stated,
        repeats=one.repeats,
        tick_on=day,
        tick_words=_tick_words(day),
        goal=one.goal,
        network=network,
        phone=face.phone if face and face.active and not mine else "",
    )


def _states() -> dict[State, tuple[str, str]]:
    """The look of the label and its word for each state."""
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
    }


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


def _until(due_on: date | None, today: date, *, open: bool) -> str:
    if due_on is None:
        return ""
    if not open:
        return full_date(due_on)
    near = abs((due_on - today).days) <= 1
    day = day_within(due_on, today) if near else long_date(due_on)
    return _("uiterlijk %(day)s") % {"day": day}
