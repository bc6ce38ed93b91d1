"""What somebody fills in about a meeting, checked into values the actions take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from zorgverband.base.clock import HOME
from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of, whole_number
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject

from .actions.call_meeting import NobodyLeads, Wanted
from .models import Kind

MOMENTS = 4
LENGTHS = (15, 30, 45, 60, 90, 120)
FIRST_CARERS = ("partner", "daughter", "son", "mother", "father", "informal_carer")


class NoMoment(Refusal):
    """Vul bij elke dag ook een tijd in, bijvoorbeeld 9.30 uur."""


@dataclass(frozen=True)
class CallDraft:
    """A meeting that is being called, as it was typed."""

    about: UUID
    reason: str
    kind: str
    chair: str
    secretary: str
    moments: tuple[tuple[str, str], ...]
    minutes: str
    place: str
    video: str
    invited: frozenset[UUID]
    needed: frozenset[UUID]
    asked: str

    def wanted(self, people: dict[UUID, Face]) -> Wanted:
        """What is asked of the action; raises NobodyLeads, NoMoment or UnknownChoice."""
        try:
            kind = Kind(self.kind)
        except ValueError:
            raise UnknownChoice(field="kind") from None
        chair = _member(self.chair, people)
        if chair is None:
            raise NobodyLeads(field="chair")
        return Wanted(
            about=self.about, reason=self.reason, chair=chair, kind=kind,
            secretary=_member(self.secretary, people), moments=read_moments(self.moments),
            minutes=_minutes(self.minutes), place=self.place, video=self.video,
            invited=tuple(one for one in people if one in self.invited | self.needed),
            needed=self.needed, asked=self.asked,
        )  # fmt: skip


def read_call(data: QueryDict, *, seat: Seat, people: dict[UUID, Face]) -> CallDraft:
    """The meeting in a form or address; at first with the client and their first carer asked.

    Raises MayNotWrite for who may not write about arrangements, UnknownChoice for what was never
    offered.
    """
    abouts = callable_abouts(seat, people)
    if not abouts:
        raise MayNotWrite()
    about = _uuid(data.get("about") or str(abouts[0][0]))
    if about not in [one for one, _name in abouts]:
        raise UnknownChoice(field="about")
    fresh = "reason" not in data
    asked = at_first(about, people, seat) if fresh else _uuids(data.getlist("member"))
    return CallDraft(
        about=about, reason=data.get("reason", ""), kind=data.get("kind", Kind.MDO),
        chair=data.get("chair", str(seat.member)), secretary=data.get("secretary", ""),
        moments=tuple(
            (data.get(f"day{number}", ""), data.get(f"time{number}", ""))
            for number in range(1, MOMENTS + 1)
        ),
        minutes=data.get("minutes", "60"), place=data.get("place", ""),
        video=data.get("video", ""), invited=asked,
        needed=asked if fresh else _uuids(data.getlist("needed")), asked=data.get("asked", ""),
    )  # fmt: skip


def at_first(about: UUID, people: dict[UUID, Face], seat: Seat) -> frozenset[UUID]:
    """Who is asked unless somebody chooses otherwise: the client(s) it is about, and the first of
    their carers, the first contact before others."""
    own = [
        face.member
        for face in clients(people)
        if face.active and about in (face.member, seat.network)
    ]
    carers = [
        face for face in people.values() if face.active and face.side == Side.FAMILY
        and (face.first_contact or face.function_code in FIRST_CARERS)
    ]  # fmt: skip
    carers.sort(key=lambda face: (not face.first_contact, face.joined_at))
    return frozenset([*own, *[face.member for face in carers[:1]]])


def callable_abouts(seat: Seat, people: dict[UUID, Face]) -> list[tuple[UUID, str]]:
    """About whom this person may call a meeting: a client, or a household of several."""
    found = [(face.member, face.name) for face in clients(people) if face.active]
    if len(found) > 1:
        found.insert(0, (seat.network, _("Het huishouden")))
    return [
        (about, name) for about, name in found
        if seat.may_write(about=about, subject=Subject.ARRANGEMENTS)
    ]  # fmt: skip


def read_moments(typed: Sequence[tuple[str, str]]) -> tuple[datetime, ...]:
    """The moments in pairs of fields (2026-11-20, 09:30), by the clock where the client lives; empty
    pairs are left out. Raises NoMoment for half a moment."""
    return tuple(read_moment(day, clock) for day, clock in typed if day or clock)


def read_moment(day: str, clock: str) -> datetime:
    """One of them; raises NoMoment."""
    date = day_of(day)
    try:
        hour = time.fromisoformat(clock).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise NoMoment(field="moment") from None
    if date is None:
        raise NoMoment(field="moment")
    return datetime.combine(date, hour, tzinfo=HOME)


def _minutes(text: str) -> int:
    number = whole_number(text)
    if number not in LENGTHS:
        raise UnknownChoice(field="minutes")
    return number


def _member(text: str, people: dict[UUID, Face]) -> UUID | None:
    face = people.get(_uuid(text)) if text else None
    return face.member if face and face.active else None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UnknownChoice() from None


def _uuids(texts: Sequence[str]) -> frozenset[UUID]:
    return frozenset(_uuid(text) for text in texts)
