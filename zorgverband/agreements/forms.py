"""What somebody fills in to agree on something, checked into values the action takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.http import QueryDict

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import FOREVER, Repeat, Rule, known_weekdays
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts
from zorgverband.sharing.subjects import Subject

from .actions.ask_agreement import NobodyDoesIt, Terms


class NoDate(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


class NoWeekday(Refusal):
    """Kies op welke dagen van de week het is."""


class NoTime(Refusal):
    """Vul in hoe laat, bijvoorbeeld 9.30 uur."""


_TYPED = ("due_on", "repeat", "last", "checked_by", "goal", "source")


@dataclass(frozen=True)
class AgreementDraft:
    """An agreement that is being made: its words and readers, and the rest as it was typed."""

    draft: Draft
    what: str
    executor_typed: str
    typed: Mapping[str, str]
    weekdays: tuple[int, ...]

    def executor(self, people: dict[UUID, Face]) -> UUID:
        """Who does it; raises NobodyDoesIt for nobody, or somebody who does not take part."""
        try:
            face = people.get(UUID(self.executor_typed))
        except ValueError:
            face = None
        if face is None or not face.active:
            raise NobodyDoesIt(field="executor")
        return face.member

    @property
    def goal(self) -> UUID | None:
        """For which goal, an item; raises UnknownChoice."""
        try:
            return UUID(self.typed["goal"]) if self.typed["goal"] else None
        except ValueError:
            raise UnknownChoice(field="goal") from None

    @property
    def source(self) -> UUID | None:
        """Out of which item it is made; raises UnknownChoice."""
        try:
            return UUID(self.typed["source"]) if self.typed["source"] else None
        except ValueError:
            raise UnknownChoice(field="source") from None

    def terms(self) -> Terms:
        """When or how often, for which goal, how it is checked; raises NoDate or NoWeekday."""
        due = read_day(self.typed["due_on"], "due_on")
        more: dict[str, Any] = {"goal": self.goal, "checked_by": self.typed["checked_by"]}
        try:
            repeat = Repeat(self.typed["repeat"] or Repeat.ONCE)
        except ValueError:
            raise UnknownChoice(field="repeat") from None
        if repeat == Repeat.ONCE:
            return Terms(due_on=due, **more)
        if repeat == Repeat.WEEKLY and not self.weekdays:
            raise NoWeekday(field="weekday")
        weekly = repeat in (Repeat.WEEKLY, Repeat.BIWEEKLY)
        rule = Rule(
            first_on=due or clock.today(), last_on=read_day(self.typed["last"], "last") or FOREVER,
            repeat=repeat, weekdays=self.weekdays if weekly else (),
        )  # fmt: skip
        return Terms(rule=rule, **more)


def read_day(text: str, field: str) -> date | None:
    """The day in a date field, None for an empty one; raises NoDate."""
    if not text:
        return None
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


def read_agreement(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> AgreementDraft:
    """The agreement in a form or address. Raises MayNotWrite for who may not write anything, and
    UnknownChoice for values that were never offered."""
    abouts = writable_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    asked = data.copy()
    asked.setdefault("about", str(abouts[0][0]))
    asked["body"] = data.get("more", "")
    if "subject" not in data and _writes_arrangements(seat, str(asked["about"])):
        asked["subject"] = str(Subject.ARRANGEMENTS.value)
    return AgreementDraft(
        draft=read_draft(asked, seat=seat, people=people),
        what=data.get("what", ""),
        executor_typed=data.get("executor", ""),
        typed={name: data.get(name, "") for name in _TYPED},
        weekdays=read_weekdays(data),
    )


def read_weekdays(data: QueryDict) -> tuple[int, ...]:
    """The days of the week that were ticked; raises UnknownChoice."""
    try:
        return known_weekdays(data.getlist("weekday"))
    except ValueError:
        raise UnknownChoice(field="weekday") from None


def _writes_arrangements(seat: Seat, about: str) -> bool:
    try:
        return seat.may_write(about=UUID(about), subject=Subject.ARRANGEMENTS)
    except ValueError:
        raise UnknownChoice(field="about") from None
