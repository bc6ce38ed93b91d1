"""Announcing that one hands over: from oneself to somebody, with what will be taken over line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.handing import members_reading
from zorgverband.base.refusals import NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.membership.actions.remove import must_be_spared
from zorgverband.membership.checks import leads
from zorgverband.networks.models import Member
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.ui.sentences import kept_words

from ..belongings import belongings, role_words, roles_of
from ..handed import RUNNING
from ..models import Ending, Handover, HandoverLine, LineKind
from ..writable import header_subject, kinds_for

TITLE = "Overdracht"


class NothingToHandOver(NotYours):
    """U kunt hier niets overdragen. Vraag de coördinator om hulp."""


class NobodyToTakeOver(Refusal):
    """Kies aan wie u het overdraagt. Doet die nog niet mee? Vul dan de naam in."""


class HandedOverAlready(Refusal):
    """Deze overdracht is al begonnen. U vindt die bij Overdracht."""


class DayPast(Refusal):
    """Deze dag is voorbij. Kies vandaag of later."""


class CannotReadHandover(Refusal):
    """{name} mag hier niet over lezen. Kies iemand anders, of vraag wie beslist om dit te openen."""


@dataclass(frozen=True)
class Wish:
    """What is handed over, to whom, when and what ends then; fields as in `models.Handover`."""

    about: UUID
    kind: str
    ends: str = Ending.LEAVE
    to_member: UUID | None = None
    to_name: str = ""
    planned_on: date | None = None
    words: str = ""


def announce_handover(*, seat: Seat, person: UUID, wish: Wish) -> Handover:
    """Announce it, with a line for each open agreement, visit and role of the leaver. Nothing passes
    on and nothing ends by this.

    Raises NothingToHandOver, MayNotWrite, NobodyToTakeOver, HandedOverAlready, DayPast, or
    what `must_be_spared` raises for who is the last to decide.
    """
    if wish.kind not in kinds_for(seat):
        raise NothingToHandOver(field="kind")
    subject = header_subject(seat, wish.about, wish.kind)
    if subject is None:
        raise MayNotWrite(field="about")
    people = faces(seat.network)
    _check(seat, wish, people)
    _must_be_open(seat, wish)
    item = share(
        seat=seat, person=person, about=wish.about, subject=subject, kind="handover", title=TITLE,
        body=wish.words, in_news=False, tell=False,
    )  # fmt: skip
    made = Handover(
        item_id=item.id, network_id=seat.network, about_id=wish.about, kind=wish.kind,
        from_member_id=seat.member, to_member_id=wish.to_member, to_name=wish.to_name.strip(),
        ends=wish.ends, planned_on=wish.planned_on,
    )  # fmt: skip
    Handover.objects.bulk_create([made])
    must_read(seat, people, item.id, wish.to_member)
    put_down_lines(seat=seat, person=person, handover=made, people=people)
    _tell(seat, person, item.id, people.get(wish.to_member) if wish.to_member else None)
    return made


def _check(seat: Seat, wish: Wish, people: dict[UUID, Face]) -> None:
    if wish.to_member is None and not wish.to_name.strip():
        raise NobodyToTakeOver(field="to_member")
    if wish.to_member is not None:
        face = people.get(wish.to_member)
        if face is None or not face.active or face.member == seat.member:
            raise NobodyToTakeOver(field="to_member")
    if wish.ends not in Ending.values:
        raise NobodyToTakeOver(field="ends")
    if wish.planned_on is not None and wish.planned_on < clock.today():
        raise DayPast(field="planned_on")
    running = Handover.objects.filter(network_id=seat.network, from_member_id=seat.member)
    if running.filter(about_id=wish.about, kind=wish.kind, state__in=RUNNING).exists():
        raise HandedOverAlready(field="about")
    if wish.ends == Ending.LEAVE:
        must_be_spared(seat.network, seat.member, field="ends")


def _must_be_open(seat: Seat, wish: Wish) -> None:
    """Who takes part inside a safety compartment only, is not named to everybody."""
    parties = [one for one in (seat.member, wish.to_member) if one]
    inside = Member.objects.filter(id__in=parties).exclude(compartment=None)
    if inside.exists():
        raise NothingToHandOver(field="to_member")


def must_read(seat: Seat, people: dict[UUID, Face], item: UUID, member: UUID | None) -> None:
    """Raise CannotReadHandover unless somebody of this member reads the handover itself."""
    if member and member not in members_reading(network=seat.network, items=[item])[item]:
        raise CannotReadHandover(field="to_member", name=people[member].name)


def put_down_lines(
    *, seat: Seat, person: UUID, handover: Handover, people: dict[UUID, Face]
) -> Sequence[HandoverLine]:
    """A line for whatever the leaver has under its hands and has no line yet, each for the receiver."""
    there = set(
        HandoverLine.objects.filter(handover_id=handover.item_id).values_list("item_id", flat=True)
    )
    # Who reads nothing any more cannot do what is about another client or the household either.
    everything = handover.ends != Ending.NOTHING
    found: list[tuple[UUID, LineKind, str]] = [
        (one.item, one.kind, "")
        for one in belongings(seat.network, seat.member)
        if one.item not in there and (everything or one.about == handover.about_id)
    ]
    if not there and leads(seat):
        found += [
            (_role_item(seat, person, handover, role), LineKind.ROLE, role)
            for role in roles_of(people[seat.member])
        ]
    made = [
        HandoverLine(
            network_id=seat.network, handover_id=handover.item_id, item_id=item, kind=kind,
            role=role, to_member_id=handover.to_member_id, given_at=clock.now(),
        )
        for item, kind, role in found
    ]  # fmt: skip
    # Another of the leaver's team may put them down at the same moment.
    HandoverLine.objects.bulk_create(made, ignore_conflicts=True)
    return made


def _role_item(seat: Seat, person: UUID, handover: Handover, role: str) -> UUID:
    subject = header_subject(seat, handover.about_id, handover.kind)
    if subject is None:
        raise MayNotWrite(field="about")
    with kept_words():
        words = role_words(role)
    item = share(
        seat=seat, person=person, about=handover.about_id, subject=subject, kind="handover_line",
        title=words, in_news=False, tell=False,
    )  # fmt: skip
    return item.id


def _tell(seat: Seat, person: UUID, item: UUID, face: Face | None) -> None:
    record(verb="handover_announced", network=seat.network, person=person, item=item,
           to_person=face.person if face else None)  # fmt: skip
