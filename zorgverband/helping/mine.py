"""What a carer does themselves and can ask others to take over: agreements and visits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.agenda.occurrences import Occurrence, Series
from zorgverband.agenda.queries import next_day
from zorgverband.agenda.queries import visit as readable_visit
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.moves import BINDING
from zorgverband.agreements.queries import agreement as readable_agreement
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.repeats import repeats_in_words

from .wanted import Wanted


@dataclass(frozen=True)
class Mine:
    """An agreement or visit that a member does: what, about whom, under which subject, and the next
    time; `repeats`: more than once; `whole`: all of it is theirs to hand over, and nobody else's turn."""

    id: UUID
    what: str
    about: UUID
    subject: Subject
    day: date | None
    starts: time | None
    ends: time | None
    repeats: bool
    often: str
    visit: bool
    whole: bool = True


@dataclass(frozen=True)
class Falling:
    """One day on which a member does something; `theirs`: theirs to hand over, as the rule has it. A turn
    that was swapped is swapped again, a time that was moved is not where who takes over would come."""

    mine: Mine
    day: date
    theirs: bool = True


def mine(*, network: UUID, member: UUID, id: UUID) -> Mine:
    """What this member does; raises NotHere for what is not theirs or not going on."""
    try:
        agreed = readable_agreement(network=network, id=id)
    except NotHere:
        series = readable_visit(network=network, id=id)
        if series.who != member or series.stopped_from is not None:
            raise
        return of_visit(series)
    if agreed.executor != member or agreed.state not in BINDING:
        raise NotHere()
    return of_agreement(agreed)


def of_agreement(agreed: Agreed) -> Mine:
    """An agreement; what repeats from its next day."""
    today = clock.today()
    day = agreed.next_on(today - timedelta(days=1)) if agreed.repeats else agreed.due_on
    return Mine(
        id=agreed.id, what=agreed.what, about=agreed.about, subject=Subject(agreed.subject),
        day=day if day is None or day >= today else None, starts=None, ends=None,
        repeats=agreed.repeats, often=repeats_in_words(agreed.rule), visit=False,
    )  # fmt: skip


def of_visit(series: Series) -> Mine:
    """A visit; a series from its next day. What is medical about it, as a doctor or medicines, stays
    so when others are asked."""
    return Mine(
        id=series.id, what=series.what or _("Bezoek"), about=series.about, subject=series.subject,
        day=next_day(series, after=clock.today()), starts=series.starts, ends=series.ends,
        repeats=series.repeats, often=repeats_in_words(series.rule), visit=True,
        whole=not series.rota,
    )  # fmt: skip


def mine_of(member: UUID, *, agreed: Iterable[Agreed], visits: Iterable[Occurrence]) -> list[Mine]:
    """Everything of these that the member does, each once."""
    found = {one.id: of_agreement(one) for one in agreed if one.state in BINDING}
    for one in visits:
        theirs = member in (one.series.who, *one.series.rota)
        if theirs and not one.cancelled and one.day >= clock.today():
            found.setdefault(one.series.id, of_visit(one.series))
    return list(found.values())


def falling(
    member: UUID, *, first: date, last: date, agreed: Iterable[Agreed],
    visits: Iterable[Occurrence], asked: Iterable[Wanted],
) -> list[Falling]:  # fmt: skip
    """What the member does from `first` up to and including `last`, day by day, as far as nobody else
    does it then."""
    taken = {
        (one.instead_of, one.day + timedelta(weeks=week))
        for one in asked
        if one.taken and one.day
        for week in range(one.weeks)
    }
    found = [
        Falling(of_visit(one.series), one.day, one.series.who == member and not one.moved)
        for one in visits
        if one.who == member and not one.cancelled and first <= one.day <= last
    ]
    for one in agreed:
        if one.state in BINDING:
            found += [
                Falling(of_agreement(one), day)
                for day in one.days(first, last)
                if (one.id, day) not in taken
            ]
    return sorted(found, key=lambda fall: (fall.day, fall.mine.what))
