"""What somebody fills in about a visit, checked into values the actions take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import FOREVER, Repeat, Rule, known_weekdays
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts
from zorgverband.sharing.subjects import Subject

from .actions.plan_visit import NobodyComes, Planned, Visitor


class NoDate(Refusal):
    """Kies een datum."""


class NoTime(Refusal):
    """Vul in hoe laat, bijvoorbeeld 9.30 uur."""


class NoWeekday(Refusal):
    """Kies op welke dagen het bezoek is."""


OTHER = "other"


@dataclass(frozen=True)
class VisitDraft:
    """A visit that is being entered: its words and readers, and everything else as it was typed."""

    draft: Draft
    typed: Mapping[str, str]
    weekdays: tuple[int, ...]
    purpose: str

    @property
    def what(self) -> str:
        """What the visit is for, in words for everybody who may know that somebody comes."""
        return self.draft.body

    def visitor(self, people: dict[UUID, Face]) -> Visitor:
        """Who comes; raises NobodyComes, or UnknownChoice for somebody who does not take part."""
        who, name = self.typed["who"], self.typed["who_name"].strip()
        if who in ("", OTHER):
            if not name:
                raise NobodyComes(field="who_name" if who else "who")
            return Visitor(name=name)
        face = people.get(_uuid(who))
        if face is None or not face.active:
            raise UnknownChoice(field="who")
        return Visitor(member=face.member, name=name)

    def planned(self) -> Planned:
        """When; raises NoDate, NoTime or NoWeekday for what is missing or no date or time."""
        repeat = self._repeat()
        if repeat == Repeat.WEEKLY and not self.weekdays:
            raise NoWeekday(field="weekday")
        rule = Rule(
            first_on=read_date(self.typed["date"], "date"),
            last_on=read_date(self.typed["last"], "last") if self.typed["last"] else FOREVER,
            repeat=repeat,
            weekdays=self.weekdays if repeat in (Repeat.WEEKLY, Repeat.BIWEEKLY) else (),
        )
        ends = self.typed["ends"]
        return Planned(
            rule,
            read_time(self.typed["starts"], "starts"),
            read_time(ends, "ends") if ends else None,
        )

    def _repeat(self) -> Repeat:
        try:
            return Repeat(self.typed["repeat"] or Repeat.ONCE)
        except ValueError:
            raise UnknownChoice(field="repeat") from None


_TYPED = ("who", "who_name", "date", "starts", "ends", "repeat", "last", "place")


def read_visit(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> VisitDraft:
    """The visit in a form or address. Raises MayNotWrite for who may not enter visits, and
    UnknownChoice for values that were never offered."""
    abouts = plannable_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    asked = data.copy()
    asked["subject"] = str(Subject.COMING.value)
    asked.setdefault("about", str(abouts[0][0]))
    asked["body"] = data.get("what", "")
    try:
        weekdays = known_weekdays(data.getlist("weekday"))
    except ValueError:
        raise UnknownChoice(field="weekday") from None
    return VisitDraft(
        draft=read_draft(asked, seat=seat, people=people),
        typed={name: data.get(name, "") for name in _TYPED},
        weekdays=weekdays,
        purpose=data.get("purpose", ""),
    )


def plannable_abouts(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """About whom this person may enter who comes."""
    return [
        (about, name)
        for about, name in writable_abouts(seat, people)
        if about != seat.member or seat.side == "client"
        if seat.may_write(about=about, subject=Subject.COMING)
    ]


def read_date(text: str, field: str) -> date:
    """The day in a date field (2026-11-20); raises NoDate."""
    day = day_of(text)
    if day is None:
        raise NoDate(field=field)
    return day


def read_time(text: str, field: str) -> time:
    """The time in a time field (09:30); raises NoTime."""
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise NoTime(field=field) from None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnknownChoice(field="who") from None
