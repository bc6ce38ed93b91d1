"""What is needed as a page shows it: how it stands, who comes on which days, and the gaps in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.agreements.models import State
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.networks.queries import Face
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import day_name, long_date
from zorgverband.ui.repeats import repeats_in_words, weekday_name
from zorgverband.ui.sentences import listed

from .covering import WAITING, WITHDRAWN, Promised, Stretch, days_needed, gaps, stretches
from .models.discharge import Arrived
from .queries.discharge import Need
from .standard_needs import EVERY_DAY

# From so many days after each other the first and the last are named.
LONG_RUN = 3
OPEN, ARRANGED, CLOSED = "open", "arranged", "closed"


@dataclass(frozen=True)
class ShownNeed:
    """One thing that is needed. `group`: open, arranged or closed. `look` is that of its label, `state`
    its word; `lines` say who and what is missing; `days`: from when to when who comes."""

    id: UUID
    href: str
    what: str
    when: str
    group: str
    look: str
    state: str
    lines: list[str]
    days: list[tuple[str, str]]
    subject: int
    arrived: str


def show_needs(
    needs: Sequence[Need], *, network: UUID, people: Mapping[UUID, Face]
) -> list[ShownNeed]:
    """These things of one network, ready to print; without statements."""
    return [_shown(one, network, people) for one in needs]


def _shown(one: Need, network: UUID, people: Mapping[UUID, Face]) -> ShownNeed:
    found = stretches(days_needed(one.starts_on, one.weekdays), one.promised)
    group, look, state = _standing(one, found)
    return ShownNeed(
        id=one.id, href=address("needed", network_id=network, needed_id=one.id), what=one.what,
        when=when_words(one), group=group, look=look, state=state,
        lines=_lines(one, found, people), subject=one.subject, arrived=_arrived(one),
        days=[(_days(each), _who(each, people)) for each in found] if one.weekdays else [],
    )  # fmt: skip


def _standing(one: Need, found: Sequence[Stretch]) -> tuple[str, str, str]:
    """In which group it stands, and the look and the word of its label."""
    if one.closed:
        return CLOSED, "cancelled", _("Niet nodig")
    if one.arrived == Arrived.MISSING:
        return OPEN, "overdue", _("Het is er niet")
    missing = gaps(found)
    if found and not missing:
        return ARRANGED, "done", _("Geregeld")
    waiting = any(each.state in WAITING and not each.gone for each in one.promised)
    if missing and all(each.asked for each in missing):
        return OPEN, "waiting", _("Wacht op antwoord")
    if len(missing) < len(found) or waiting:
        return OPEN, "overdue", _("Nog niet alle dagen")
    return OPEN, "overdue", _("Nog niemand")


def when_words(one: Need) -> str:
    """'vanaf donderdag 26 november, elke dag', or that the day is not known yet."""
    if one.starts_on is None:
        return _("dag nog niet bekend")
    if not one.weekdays:
        return _("voor %(day)s") % {"day": long_date(one.starts_on)}
    words = repeats_in_words(_rule(one)) if one.weekdays != EVERY_DAY else _("Elke dag")
    parts = {"day": long_date(one.starts_on), "often": words[0].lower() + words[1:]}
    return _("vanaf %(day)s, %(often)s") % parts


def _rule(one: Need) -> Rule:
    return Rule(
        first_on=one.starts_on or date.min, repeat=Repeat.WEEKLY, weekdays=tuple(one.weekdays)
    )


def _lines(one: Need, found: Sequence[Stretch], people: Mapping[UUID, Face]) -> list[str]:
    """Who promised, who was asked, who cannot after all, and on which days there is nobody."""
    if one.closed:
        return [one.because]
    said = [promise_words(each, people, day=one.starts_on) for each in one.promised]
    return [words for words in (*said, gap_words(one, found)) if words]


def weekdays_in_words(weekdays: Sequence[int]) -> str:
    """'maandag tot en met vrijdag', 'dinsdag en vrijdag'."""
    first, last = weekdays[0], weekdays[-1]
    if len(weekdays) >= LONG_RUN and last - first == len(weekdays) - 1:
        parts = {"first": weekday_name(first), "last": weekday_name(last)}
        return _("%(first)s tot en met %(last)s") % parts
    return listed([weekday_name(day) for day in weekdays])


def promise_words(one: Promised, people: Mapping[UUID, Face], *, day: date | None) -> str:
    """What somebody said who was asked for what begins on `day`; empty for what was called off."""
    who = name_of(one.executor, people)
    if one.weekdays:
        parts = {"name": who, "days": weekdays_in_words(one.weekdays)}
        who = _("%(name)s, %(days)s") % parts
    if one.gone:
        return _("%(who)s: doet niet meer mee.") % {"who": who}
    if one.stands:
        return _("%(who)s: ja.") % {"who": who}
    if one.state in WAITING:
        again = _("%(who)s: opnieuw gevraagd, want de dag is veranderd.")
        return (again if one.before else _("%(who)s: nog geen antwoord.")) % {"who": who}
    if day is None and one.state == State.ON_HOLD:
        # Held until the day is known; then it is asked anew.
        return _("%(who)s, %(when)s") % {"who": who, "when": _("dag nog niet bekend")}
    if one.state in WITHDRAWN:
        words = _("%(who)s: kan niet. %(answer)s") % {"who": who, "answer": one.answer}
        return words.strip()
    return ""


def gap_words(one: Need, found: Sequence[Stretch]) -> str:
    """'Nog niemand op zaterdag en zondag.'; empty when nobody was asked at all, or all is arranged."""
    free = [each for each in gaps(found) if not each.asked]
    if not one.weekdays or not free or len(free) == len(found):
        return ""
    weekdays = {day.weekday() for each in free for day in days_between(each, one)}
    return _("Nog niemand op %(days)s.") % {"days": weekdays_in_words(sorted(weekdays))}


def days_between(each: Stretch, one: Need) -> list[date]:
    """The days of a stretch on which it is needed."""
    days = days_needed(one.starts_on, one.weekdays)
    return [day for day in days if each.first <= day <= each.last]


def _days(each: Stretch) -> str:
    """'donderdag 26 november' or 'za 28 en zo 29 november' as words."""
    if each.first == each.last:
        return long_date(each.first)
    month = each.first.month == each.last.month
    first = f"{day_name(each.first)} {each.first.day}" if month else long_date(each.first)
    parts = {"first": first, "last": long_date(each.last)}
    if (each.last - each.first).days == 1:
        return _("%(first)s en %(last)s") % parts
    return _("%(first)s tot en met %(last)s") % parts


def _who(each: Stretch, people: Mapping[UUID, Face]) -> str:
    if each.coming:
        return listed([name_of(one, people) for one in each.coming])
    if each.asked:
        names = listed([name_of(one, people) for one in each.asked])
        return _("Nog niemand (gevraagd: %(names)s)") % {"names": names}
    return _("Nog niemand")


def name_of(member: UUID, people: Mapping[UUID, Face]) -> str:
    """How a member is called here."""
    face = people.get(member)
    return face.name if face else _("iemand")


def _arrived(one: Need) -> str:
    return str(Arrived(one.arrived).label) if one.arrived else ""


def answers() -> list[tuple[str, str, str]]:
    """What one can answer the day after: value, word, picture."""
    pictures = {Arrived.THERE: "check", Arrived.MISSING: "x", Arrived.UNKNOWN: "info"}
    return [(one.value, str(one.label), pictures[one]) for one in Arrived]
