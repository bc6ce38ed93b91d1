"""Changing what one member reads and writes about one client, carer or the household."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any
from uuid import UUID

from zorgverband.base.moments import now_at_the_latest
from zorgverband.base.refusals import NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.models import Member, Side
from zorgverband.ui.sentences import kept_words

from ..grounds import ground_of
from ..models import Change, Permission
from ..permission_words import permission_words
from ..subjects import Subject
from .note_change import note_change
from .together import must_open_together

OBJECTION = "objection"
Facts = dict[str, bool]


class Reading(StrEnum):
    """What somebody may read: nothing, what is new, also what is there already; or what they read
    before an objection (`back`)."""

    NONE = "none"
    NEW = "new"
    PAST = "past"
    BACK = "back"


class MayNotDecide(NotYours):
    """U beslist hier niet over. Dat doet de cliënt, of wie voor de cliënt beslist."""


class NeverForSocial(Refusal):
    """Wie bij gemeente, welzijn of school werkt, leest nooit over gezondheid.
    Dat kan niemand veranderen."""


class AboutThemselves(Refusal):
    """Iedereen leest wat over hem- of haarzelf gaat. Dat kan niet anders."""


class NoObjection(Refusal):
    """Hier is geen bezwaar meer. Kijk bij Wie ziet wat hoe het nu is."""

    status = 409


def change_permission(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    member: UUID,
    subject: Subject,
    reading: Reading,
    writing: bool,
) -> list[UUID]:
    """Make this what `member` reads and writes of one subject; answers the change that was kept,
    nothing when it was so already. Reading without a permission for the past begins now.

    Raises NotHere, MayNotDecide, NeverForSocial or AboutThemselves; the lock checks again.
    """
    must_decide(seat, about=about, subject=subject)
    _must_fit(seat, about=about, member=member, subject=subject)
    held = _held(about, member, [subject])
    change = _change(seat, person, about, member, subject, reading, writing, held)
    if change:
        _tell_client(seat, person, about=about, member=member)
    return change


def object_to_member(
    *, seat: Seat, person: UUID, about: UUID, member: UUID, subjects: Iterable[Subject]
) -> list[UUID]:
    """The client's objection to one member: they read none of these subjects any more, as far as
    who acts decides on them. What they may write stays. Raises as `change_permission`."""
    return _each(seat, person, about, member, _decided(seat, about, subjects), Reading.NONE)


def withdraw_objection_to_member(
    *, seat: Seat, person: UUID, about: UUID, member: UUID, subjects: Iterable[Subject]
) -> list[UUID]:
    """End the objection: the member reads again what they read before, what was written meanwhile
    too. Raises NoObjection, and as `change_permission`."""
    there = Permission.objects.filter(member_id=member, about_id=about, ground=OBJECTION)
    held = set(there.values_list("subject", flat=True))
    if not held & set(subjects):
        raise NoObjection()
    return _each(
        seat,
        person,
        about,
        member,
        [one for one in _decided(seat, about, subjects) if one in held],
        Reading.BACK,
    )


def must_decide(seat: Seat, *, about: UUID, subject: int) -> None:
    """Raise MayNotDecide unless this seat decides on this subject."""
    if not seat.decides(about=about, subject=subject):
        raise MayNotDecide()


def _decided(seat: Seat, about: UUID, subjects: Iterable[Subject]) -> list[Subject]:
    mine = [subject for subject in subjects if seat.decides(about=about, subject=subject)]
    if not mine:
        raise MayNotDecide()
    return mine


def _each(
    seat: Seat, person: UUID, about: UUID, member: UUID, subjects: list[Subject], reading: Reading
) -> list[UUID]:
    _must_be_another(seat, about=about, member=member)
    made: list[UUID] = []
    held = _held(about, member, subjects)
    for subject in subjects:
        made += _change(seat, person, about, member, subject, reading, None, held)
    if made:
        _tell_client(seat, person, about=about, member=member)
    return made


def _must_fit(seat: Seat, *, about: UUID, member: UUID, subject: Subject) -> None:
    side = _must_be_another(seat, about=about, member=member)
    if subject.medical and side == Side.SOCIAL:
        raise NeverForSocial()
    if subject.medical and about == seat.network:
        raise NotHere()


def _must_be_another(seat: Seat, *, about: UUID, member: UUID) -> str:
    if member == about:
        raise AboutThemselves()
    there = Member.objects.filter(network_id=seat.network, id=member, left_at=None)
    side = there.values_list("side", flat=True).first()
    if side is None:
        raise NotHere()
    return side


def _change(
    seat: Seat,
    person: UUID,
    about: UUID,
    member: UUID,
    subject: Subject,
    reading: Reading,
    writing: bool | None,
    held: dict[int, Any],
) -> list[UUID]:
    there = Permission.objects.filter(member_id=member, about_id=about, subject=subject)
    row: Any = held.get(subject)
    before = _facts(row)
    after = {
        "read": reading != Reading.NONE,
        "write": before["write"] if writing is None else writing,
        "past": _past(reading, row),
    }
    if after == before:
        return []
    if after["read"]:
        must_open_together(seat=seat, about=about, subject=subject, member=member)
    columns = {
        "can_read": after["read"],
        "can_write": after["write"],
        "ground": _ground(seat, about, before, after, row),
        "wording": _wording(subject, after),
        "given_by_id": person,
        "given_at": now_at_the_latest(),
    } | _since(reading, before, after)
    if row is None:
        _add(seat, about, member, subject, columns)
    elif not there.update(**columns):
        raise MayNotDecide()
    kind = _kind(before, after, ended=bool(row) and row["ground"] == OBJECTION)
    return [
        note_change(kind=kind, seat=seat, person=person, about=about, subject=subject,
                    member=member, before=before, after=after)
    ]  # fmt: skip


def _held(about: UUID, member: UUID, subjects: list[Subject]) -> dict[int, Any]:
    """What the member has now, by subject."""
    rows = Permission.objects.filter(member_id=member, about_id=about, subject__in=subjects)
    columns = ("subject", "can_read", "can_write", "past", "ground")
    return {row["subject"]: row for row in rows.values(*columns)}


def _facts(row: Any) -> Facts:
    """Reading, writing, and whether the past is included, as far as one reads at all."""
    if row is None:
        return {"read": False, "write": False, "past": False}
    return {
        "read": row["can_read"],
        "write": row["can_write"],
        "past": row["can_read"] and row["past"],
    }


def _past(reading: Reading, row: Any) -> bool:
    if reading == Reading.BACK:
        return bool(row and row["past"])
    return reading == Reading.PAST


def _ground(seat: Seat, about: UUID, before: Facts, after: Facts, row: Any) -> str:
    if before["read"] and not after["read"]:
        return OBJECTION
    if row and row["ground"] == OBJECTION and not after["read"]:
        return OBJECTION
    return ground_of(seat, about)


def _since(reading: Reading, before: Facts, after: Facts) -> dict[str, Any]:
    """From when they read. An objection leaves it as it was, so that it can be withdrawn."""
    if not after["read"] or reading == Reading.BACK:
        return {}
    begins = reading == Reading.NEW and (before["past"] or not before["read"])
    return {"past": after["past"]} | ({"since": now_at_the_latest()} if begins else {})


def _wording(subject: Subject, after: Facts) -> str:
    with kept_words():
        return permission_words(subject, **after)


def _add(seat: Seat, about: UUID, member: UUID, subject: Subject, columns: dict[str, Any]) -> None:
    columns = {"since": now_at_the_latest()} | columns
    row = Permission(
        network_id=seat.network, member_id=member, about_id=about, subject=subject, **columns
    )
    Permission.objects.bulk_create([row])


def _kind(before: Facts, after: Facts, *, ended: bool) -> Change.Kind:
    if before["read"] and not after["read"]:
        return Change.Kind.OBJECTION
    if ended and after["read"]:
        return Change.Kind.OBJECTION_ENDED
    return Change.Kind.PERMISSION


def _tell_client(seat: Seat, person: UUID, *, about: UUID, member: UUID) -> None:
    """Who it is about hears of it when another decided."""
    client = Member.objects.filter(network_id=seat.network, id=about)
    whom = client.values_list("person_id", flat=True).first()
    if whom and whom != person:
        record(verb="reading_changed", network=seat.network, person=person, member=member,
               to_person=whom)  # fmt: skip
