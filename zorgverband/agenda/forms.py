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
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.forms import Draft, UnknownChoice, read_draft, writable_abouts
from zorgverband.sharing.subjects import Subject

from .actions.details import Details
from .actions.plan_visit import NobodyComes, Planned, Visitor
from .models import Kind, Transport
from .outings import LEADS_SOMEWHERE, NotSaidWhere, health_subject, read_outing


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
    kind: Kind = Kind.VISIT
    turns: tuple[UUID, ...] = ()
    outing: Subject | None = None

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
        return Visitor(member=_taking_part(who, people, "who"), name=name)

    def details(self, people: dict[UUID, Face]) -> Details:
        """What stands in the agenda besides who and when; raises UnknownChoice for somebody who does
        not take part, and NotSaidWhere."""
        if self.kind in LEADS_SOMEWHERE and self.outing is None:
            raise NotSaidWhere(field="subject")
        along, ride = self.typed["along"], self.typed["ride"]
        ways: list[str] = [Transport.NONE, Transport.TAXI, Transport.NOBODY]
        drives = None if ride in ways else _taking_part(ride, people, "ride")
        first = _taking_part(self.typed["who"], people, "who") if self.turns else None
        others = [_taking_part(str(one), people, "rota") for one in self.turns if one != first]
        return Details(
            kind=self.kind,
            window=self.typed["window"] == "1",
            along=_taking_part(along, people, "along") if along not in ("", OTHER) else None,
            along_name=self.typed["along_name"],
            transport=Transport.DRIVER if drives else Transport(ride),
            driver=drives,
            rota=[first, *others] if first else [],
            busy=self.typed["busy"] == "1",
            medical=self.outing if self.outing and self.outing.medical else None,
        )

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


_TYPED = (
    "who", "who_name", "date", "starts", "ends", "window", "repeat", "last", "place", "along",
    "along_name", "ride", "busy", "circle",
)  # fmt: skip


def read_visit(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> VisitDraft:
    """The visit in a form or address. Raises MayNotWrite for who may not enter visits, and
    UnknownChoice for values that were never offered."""
    abouts = plannable_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    asked = data.copy()
    asked.setdefault("about", str(abouts[0][0]))
    kind = _kind(data.get("kind", ""), seat=seat, about=str(asked["about"]))
    outing, subject = _outing(kind, data.get("subject", ""), seat=seat, about=str(asked["about"]))
    asked["subject"] = str(subject.value)
    if subject.medical and asked.get("circle") == EVERYONE:
        asked["circle"] = FAMILY_CARE
    asked["body"] = data.get("what", "")
    try:
        weekdays = known_weekdays(data.getlist("weekday"))
        turns = tuple(UUID(one) for one in data.getlist("rota"))
    except ValueError:
        raise UnknownChoice(field="weekday") from None
    return VisitDraft(
        draft=read_draft(asked, seat=seat, people=people),
        typed={name: data.get(name, "") for name in _TYPED},
        weekdays=weekdays,
        purpose=data.get("purpose", ""),
        kind=kind,
        turns=turns,
        outing=outing,
    )


def kinds(seat: Seat, about: UUID) -> list[Kind]:
    """What this person may put in the agenda about somebody; medicines only for who may write about
    those, which the social side never may."""
    found = [Kind.VISIT, Kind.OUT, Kind.RIDE]
    if about != seat.network and seat.may_write(about=about, subject=Subject.MEDICATION):
        found.insert(2, Kind.MEDICINE)
    return found


def _kind(text: str, *, seat: Seat, about: str) -> Kind:
    try:
        kind = Kind(text or Kind.VISIT)
        known = kinds(seat, UUID(about))
    except ValueError:
        raise UnknownChoice(field="kind") from None
    if kind not in known:
        raise UnknownChoice(field="kind")
    return kind


def _outing(kind: Kind, text: str, *, seat: Seat, about: str) -> tuple[Subject | None, Subject]:
    """Where it goes, if that was said, and under which subject: until then under the safe one."""
    if kind not in LEADS_SOMEWHERE:
        return None, Details(kind=kind).subject
    outing = read_outing(text)
    return outing, outing or health_subject(seat, UUID(about)) or Subject.COMING


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


def _taking_part(text: str, people: dict[UUID, Face], field: str) -> UUID:
    """The member with this id who takes part now; raises UnknownChoice for who does not, or takes part
    where not everybody who reads the agenda may know of it."""
    try:
        face = people.get(UUID(text))
    except ValueError:
        face = None
    if face is None or not face.active or face.inside:
        raise UnknownChoice(field=field)
    return face.member
