"""What somebody fills in about a discharge or something needed, checked into values actions take."""

from datetime import date
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import known_weekdays
from zorgverband.base.typed import day_of
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject

from .actions.open_discharge import Going

LONGEST = 200


class NotADay(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


class NobodyChosen(Refusal):
    """Kies aan wie u dit vraagt."""


def read_day(data: QueryDict, field: str) -> date | None:
    """The day in a field, None for an empty one; raises NotADay."""
    text = data.get(field, "")
    day = day_of(text) if text else None
    if text and day is None:
        raise NotADay(field=field)
    return day


def read_weekdays(data: QueryDict) -> tuple[int, ...]:
    """The days of the week that were ticked; raises UnknownChoice."""
    try:
        return known_weekdays(data.getlist("weekday"))
    except ValueError:
        raise UnknownChoice(field="weekday") from None


def read_subject(data: QueryDict) -> Subject:
    """The subject that was chosen; raises UnknownChoice."""
    try:
        return Subject(int(data.get("subject") or 0))
    except ValueError:
        raise UnknownChoice(field="subject") from None


def read_member(data: QueryDict, field: str, people: dict[UUID, Face]) -> UUID | None:
    """A member who takes part, None for none; raises UnknownChoice."""
    if not data.get(field):
        return None
    try:
        face = people.get(UUID(str(data[field])))
    except ValueError:
        face = None
    if face is None or not face.active:
        raise UnknownChoice(field=field)
    return face.member


def read_executor(data: QueryDict, people: dict[UUID, Face]) -> UUID:
    """Whom it is asked of; raises NobodyChosen."""
    member = read_member(data, "executor", people)
    if member is None:
        raise NobodyChosen(field="executor")
    return member


def read_going(data: QueryDict, people: dict[UUID, Face]) -> Going:
    """What is known of a discharge besides its day; raises UnknownChoice."""
    return Going(
        ward=data.get("ward", "")[:LONGEST], call_name=data.get("call_name", "")[:LONGEST],
        call_phone=data.get("call_phone", "")[:30], told=read_member(data, "told", people),
    )  # fmt: skip


def whose(data: QueryDict, *, seat: Seat, people: dict[UUID, Face], subject: Subject) -> UUID:
    """About which client, the only one when it was not said; raises MayNotWrite or UnknownChoice."""
    found = abouts(seat, people, subject)
    if not found:
        raise MayNotWrite()
    if not data.get("about"):
        return found[0][0]
    try:
        about = UUID(str(data["about"]))
    except ValueError:
        raise UnknownChoice(field="about") from None
    if about not in dict(found):
        raise UnknownChoice(field="about")
    return about


def abouts(seat: Seat, people: dict[UUID, Face], subject: Subject) -> list[tuple[UUID, str]]:
    """The clients about whom one may write on this subject."""
    return [
        (one.member, one.name)
        for one in clients(people)
        if one.active and seat.may_write(about=one.member, subject=subject)
    ]


def at_home(people: dict[UUID, Face]) -> list[tuple[str, str]]:
    """Who at home can be told first: clients and family, for a select field."""
    return [
        (str(one.member), f"{one.name}, {one.described}" if one.described else one.name)
        for one in people.values()
        if one.active and one.side in (Side.CLIENT, Side.FAMILY)
    ]
