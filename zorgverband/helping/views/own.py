"""A carer's own page: what I do, what I offered, what I can hand over and to whom, when I am away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zorgverband.agenda.occurrences import Occurrence
from zorgverband.agenda.queries import visits_between
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.queries import done_by
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.base.repeating import moment_of
from zorgverband.carers.load import load_of, week_of
from zorgverband.carers.queries import Offer
from zorgverband.carers.shown import load_words, readers_words, show_offer
from zorgverband.carers.tasks import TASKS, Holds, Stance
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.frame import page
from zorgverband.ui.addresses import address
from zorgverband.ui.dates import clock_span, full_date, long_date
from zorgverband.ui.sentences import listed

from ..mine import Falling, Mine, falling, mine_of
from ..queries import Around, AwayDays, around
from ..shown import ShownHelp, away_words, show_help
from ..wanted import Wanted

AHEAD = timedelta(days=28)
FURTHEST = timedelta(days=120)
People = Mapping[UUID, Face]


@dataclass(frozen=True)
class Line:
    """Something I do: what and when, and the way to ask somebody to take it over, or how that stands."""

    id: UUID
    href: str
    what: str
    when: str
    hand_over: str
    asked: ShownHelp | None


@dataclass(frozen=True)
class AwayPanel:
    """Days I am away, and what falls in them that nobody else does."""

    id: UUID
    days: str
    words: str
    readers: str
    left: list[Line]


@require_safe
@network_door
def what_i_do(here: Here) -> HttpResponse:
    """Only a carer's own: nobody else sees this page."""
    if here.seat.side != Side.FAMILY:
        raise NotHere()
    people, known = faces(here.network), around(here.network, here.seat.member)
    agreed, offers = done_by(here.network, here.seat.member), known.offers
    monday, sunday = week_of(clock.today())
    own_away = [one for one in known.away if one.about == here.seat.member]
    visits = visits_between(here.network, monday, _last_day(own_away))
    offer = offers.get(here.seat.member)
    load = load_of(here.seat.member, first=monday, last=sunday, visits=visits, agreed=agreed)
    hours = offer.hours if offer else None
    doing = mine_of(here.seat.member, agreed=agreed, visits=visits)
    return page(
        here, "helping/own.html", current="more", people=people,
        lines=[_line(here, one, known, people) for one in doing],
        week={"load": load, "words": load_words(load, hours), "over": load.over(hours)},
        offer=show_offer(offer, people) if offer else None, others=_others(here, offers, people),
        check=_check(known), away=[
            _away(here, one, agreed=agreed, visits=visits, known=known, people=people)
            for one in own_away
        ],
    )  # fmt: skip


def _last_day(away: Iterable[AwayDays]) -> date:
    last = max([clock.today() + AHEAD, *(one.last_on for one in away)])
    return min(last, clock.today() + FURTHEST)


def _check(known: Around) -> dict[str, Any] | None:
    if known.check is None:
        return None
    holds, item, day = known.check
    return {"item": item, "words": Holds(holds).label, "day": full_date(day)}


def _line(here: Here, one: Mine, known: Around, people: People) -> Line:
    """Asked already: how that stands. May I not write about it: no way to ask it here."""
    asked = next((two for two in known.asked if two.instead_of == one.id and two.whole), None)
    return Line(
        id=one.id, href=_href(here, one), what=one.what, when=_when(one),
        hand_over="" if asked or not one.whole else _hand_over(here, one, whole=True),
        asked=_shown(here, asked, people),
    )  # fmt: skip


def _shown(here: Here, asked: Wanted | None, people: People) -> ShownHelp | None:
    if asked is None:
        return None
    return show_help(asked, seat=here.seat, person=here.person, people=people)


def _href(here: Here, one: Mine) -> str:
    if one.visit:
        return address("visit_next", network_id=here.network, visit_id=one.id)
    return address("agreement", network_id=here.network, agreement_id=one.id)


def _when(one: Mine) -> str:
    words = one.often or (long_date(one.day) if one.day else "")
    if one.starts and one.day:
        ends = moment_of(one.day, one.ends) if one.ends else None
        words = f"{words}, {clock_span(moment_of(one.day, one.starts), ends)}"
    return words


def _hand_over(here: Here, one: Mine, *, whole: bool, day: date | None = None) -> str:
    """The form in which it is asked of others."""
    if not here.seat.may_write(about=one.about, subject=one.subject):
        return ""
    said = {"instead_of": str(one.id), "whole": "1" if whole else ""}
    if day:
        said["day"] = day.isoformat()
    return address("ask_help", network_id=here.network) + "?" + urlencode(said)


def _away(
    here: Here, one: AwayDays, *, agreed: list[Agreed], visits: list[Occurrence], known: Around,
    people: People,
) -> AwayPanel:  # fmt: skip
    left = falling(
        here.seat.member, first=max(one.first_on, clock.today()), last=one.last_on, agreed=agreed,
        visits=visits, asked=known.asked,
    )  # fmt: skip
    return AwayPanel(
        id=one.id, days=away_words(one), words=one.words,
        readers=readers_words(one.readers, people),
        left=[_left(here, fall, known, people) for fall in left],
    )  # fmt: skip


def _left(here: Here, fall: Falling, known: Around, people: People) -> Line:
    asked = next((one for one in known.asked if one.covers(fall.mine.id, fall.day)), None)
    return Line(
        id=fall.mine.id, href=_href(here, fall.mine), what=fall.mine.what,
        when=long_date(fall.day), asked=_shown(here, asked, people),
        hand_over="" if asked or not fall.theirs else _hand_over(
            here, fall.mine, whole=not fall.mine.repeats and not fall.mine.visit, day=fall.day
        ),
    )  # fmt: skip


def _others(
    here: Here, offers: Mapping[UUID, Offer], people: People
) -> list[tuple[str, str, list[UUID]]]:
    """For each thing I do: who else told me they do that, with the offers it rests on."""
    mine = offers.get(here.seat.member)
    found = []
    for task in mine.tasks if mine else ():
        others = [
            one for one in offers.values()
            if mine and one.about != mine.about and one.about in people
            and Stance.NOT not in (mine.tasks[task], one.tasks.get(task, Stance.NOT))
        ]  # fmt: skip
        if others:
            names = listed(people[one.about].name for one in others)
            found.append((str(TASKS[task]), names, [one.item for one in others]))
    return found
