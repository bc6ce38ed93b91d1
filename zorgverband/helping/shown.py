"""Help that is asked, in sentences a page prints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zorgverband.base import clock
from zorgverband.base.repeating import moment_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import clock_span, day_name, day_within, full_date, long_date, short_date

from .actions.end_help import may_manage
from .kinds import ICONS, KINDS
from .queries import AwayDays
from .wanted import Step, Wanted

People = Mapping[UUID, Face]
SOON = timedelta(days=7)


@dataclass(frozen=True)
class ShownStep:
    """Of whom it is asked in one step, and until or from when."""

    words: str
    when: str
    now: bool


@dataclass(frozen=True)
class ShownHelp:
    """One thing help is asked with, as who looks sees it. `asks`: it waits for their answer;
    `may_take`: they may do it all the same; `doing`: they do it; `own`: theirs to manage; `mine`: they
    asked it."""

    id: UUID
    href: str
    made_href: str
    made: UUID | None
    what: str
    more: str
    kind: str
    icon: str
    when: str
    asked_by: str
    mine: bool
    state: str
    look: str
    asks: bool
    may_take: bool
    doing: bool
    own: bool
    free: bool
    may_open: bool
    may_thank: bool
    helper: str
    thanked: str
    ended: bool


def show_help(found: Wanted, *, seat: Seat, person: UUID, people: People) -> ShownHelp:
    """One thing help is asked with, in words."""
    now, taken = clock.now(), found.taken
    helper = name_of(people, taken.member) if taken else ""
    own = may_manage(found, seat=seat, person=person)
    doing = taken is not None and taken.member == seat.member
    free = found.free(now)
    state, look = _state(found, people, now=now)
    return ShownHelp(
        id=found.id, href=address("help_one", network_id=found.network, help_id=found.id),
        made_href=_made_href(found), made=taken.made if taken and taken.kind else None,
        what=found.what, more=found.more,
        kind=str(KINDS[found.task]), icon=ICONS[found.task], when=when_words(found),
        asked_by=name_of(people, found.author_member), mine=found.author == person,
        state=state, look=look,
        asks=found.asks(seat.member, now), may_take=found.may_take(seat.member, now),
        doing=doing, own=own, free=free,
        may_open=own and free and found.step(now) != Step.OPEN,
        may_thank=own and taken is not None and not doing and taken.thanked_at is None,
        helper=helper, thanked=_thanked(found), ended=found.ended_at is not None,
    )  # fmt: skip


def show_all(
    found: Iterable[Wanted], *, seat: Seat, person: UUID, people: People
) -> list[ShownHelp]:
    """The same for a list."""
    return [show_help(one, seat=seat, person=person, people=people) for one in found]


def name_of(people: People, member: UUID | None) -> str:
    """The name of a member, as far as who looks knows it."""
    face = people.get(member) if member else None
    return face.name if face else _("iemand")


def _made_href(found: Wanted) -> str:
    taken = found.taken
    if taken is None or not taken.kind:
        return ""
    if taken.kind == "visit":
        return address("visit_next", network_id=found.network, visit_id=taken.made)
    return address("agreement", network_id=found.network, agreement_id=taken.made)


def _thanked(found: Wanted) -> str:
    taken = found.taken
    if taken is None or taken.thanked_at is None:
        return ""
    return taken.thanks or _("Dank u wel!")


def _state(found: Wanted, people: People, *, now: datetime) -> tuple[str, str]:
    """How it stands, and the look of that."""
    if found.taken is not None:
        words = _("%(name)s doet het") % {"name": name_of(people, found.taken.member)}
        return words, "done"
    if found.ended_at is not None:
        return _("Niet meer nodig"), "cancelled"
    if found.past(now):
        return _("Niemand deed het"), "cancelled"
    if found.step(now) == Step.NAMED:
        words = _("Gevraagd aan %(name)s") % {"name": name_of(people, found.first_to)}
        return words, "waiting"
    return _("Nog niemand"), "waiting"


def when_words(found: Wanted) -> str:
    """'vrijdag 27 november, 14.00 tot 16.00 uur', 'elke vrijdag, 4 keer, vanaf ...'."""
    if found.day is None:
        return _("Maakt niet uit wanneer")
    words = long_date(found.day)
    if found.whole:
        words = _("vanaf %(day)s") % {"day": words}
    elif found.weeks > 1:
        times = ngettext("%(num)s keer", "%(num)s keer", found.weeks) % {"num": found.weeks}
        parts = {"weekday": day_name(found.day), "times": times, "day": words}
        words = _("elke %(weekday)s, %(times)s, vanaf %(day)s") % parts
    span = _span(found.day, found.starts, found.ends)
    return f"{words}, {span}" if span else words


def _span(day: date, starts: time | None, ends: time | None) -> str:
    if starts is None:
        return ""
    return clock_span(moment_of(day, starts), moment_of(day, ends) if ends else None)


def steps_of(found: Wanted, people: People, asked: Sequence[UUID]) -> list[ShownStep]:
    """Of whom it is asked, step by step, as it is known now."""
    now = clock.now()
    step = found.step(now)
    steps = []
    if found.first_to is not None:
        words = _("Eerst: %(name)s") % {"name": name_of(people, found.first_to)}
        steps.append(_step(words, _("tot %(when)s"), found.offered_from, step == Step.NAMED))
    if found.offered_from < found.open_from:
        words = _("Dan: wie zulke hulp aanbood")
        when = found.offered_from if step == Step.NAMED else found.open_from
        shape = _("vanaf %(when)s") if step == Step.NAMED else _("tot %(when)s")
        steps.append(_step(words, shape, when, step == Step.OFFERED))
    num = len(asked)
    words = ngettext("Dan: %(num)s persoon die kan helpen en dit mag lezen",
                     "Dan: alle %(num)s mensen die kunnen helpen en dit mogen lezen", num)  # fmt: skip
    words %= {"num": num}
    steps.append(_step(words, _("vanaf %(when)s"), found.open_from, step == Step.OPEN))
    return steps


def _step(words: str, shape: str, moment: datetime, now: bool) -> ShownStep:
    when = f"{day_within(moment)} {clock_words(moment)}"
    past = shape == _("tot %(when)s") and moment <= clock.now()
    return ShownStep(words, "" if past else shape % {"when": when}, now)


def away_words(one: AwayDays) -> str:
    """'1 december tot en met 8 december 2026'."""
    days = {"first": short_date(one.first_on), "last": full_date(one.last_on)}
    if one.first_on == one.last_on:
        return full_date(one.last_on)
    return _("%(first)s tot en met %(last)s") % days


def away_lines(found: Iterable[AwayDays], people: People) -> list[tuple[UUID, str]]:
    """Who is away when, each with its item."""
    shape = _("%(name)s is weg: %(days)s")
    return [
        (one.id, shape % {"name": name_of(people, one.about), "days": away_words(one)})
        for one in found
    ]


def away_today(found: Iterable[AwayDays], people: People) -> list[tuple[UUID, str]]:
    """Who is away now, or within a week."""
    soon = clock.today() + SOON
    return away_lines([one for one in found if one.first_on <= soon], people)


def help_today(
    found: Iterable[Wanted], *, seat: Seat, person: UUID, people: People
) -> list[ShownHelp]:
    """What today's page shows of it: what waits for who looks, and what they asked themselves and
    nobody was thanked for yet."""
    shown = show_all(found, seat=seat, person=person, people=people)
    mine = [one for one in shown if one.asks]
    return mine + [one for one in shown if one.own and not one.asks and (one.free or one.may_thank)]
