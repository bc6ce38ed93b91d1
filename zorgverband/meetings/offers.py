"""What could be on the agenda, out of what is going on: found with the eyes of who builds it, and
never for more readers than what it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.bottlenecks.models import Lens
from zorgverband.bottlenecks.queries import handful_to_discuss
from zorgverband.bottlenecks.shown import one_shown
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, clients, faces
from zorgverband.plan.kinds import CYCLE
from zorgverband.plan.models import PlanPart
from zorgverband.record.queries.measurements import latest
from zorgverband.sharing.queries import reasons, reasons_if
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date, short_date

from .actions.bring_point import Told
from .models import Meeting, Origin, Point, State

MOST_BOTTLENECKS = 20
REVIEW_SOON = timedelta(days=14)
# Without a meeting before this one: what was measured in these days is new.
LOOKS_BACK = timedelta(days=60)


@dataclass(frozen=True)
class Offer:
    """Something that can become a point: `value` in the form, `facts` the items it rests on."""

    value: str
    what: str
    why: str
    hint: str
    about: UUID
    subject: Subject
    origin: Origin
    source: UUID
    facts: tuple[UUID, ...]
    not_social: bool = False


def offers(
    *, seat: Seat, person: UUID, meeting: dict[str, Any], people: dict[UUID, Face]
) -> list[tuple[str, list[Offer]]]:
    """What is not on the agenda yet and this person may write about, in groups with a heading."""
    there = set(
        Point.objects.filter(meeting_id=meeting["item_id"]).values_list("source_id", flat=True)
    )
    groups = (
        (_("Wat aandacht vraagt"), _bottlenecks(seat, people)),
        (_("Terugkijken op het plan"), _reviews(seat)),
        (_("Nieuwe metingen"), _measured(seat, meeting, people)),
    )
    found = []
    for title, made in groups:
        fresh = [
            one for one in made
            if one.source not in there and seat.may_write(about=one.about, subject=one.subject)
        ]  # fmt: skip
        if fresh:
            found.append((title, fresh))
    return found


def told(offer: Offer, *, seat: Seat, person: UUID) -> Told:
    """The point this becomes, for nobody who does not read what it comes from."""
    return Told(
        about=offer.about, subject=offer.subject, what=offer.what, why=offer.why,
        origin=offer.origin, source=offer.source, audience=_audience(offer, seat, person),
    )  # fmt: skip


def _audience(offer: Offer, seat: Seat, person: UUID) -> list[UUID] | None:
    """None when who reads this subject reads all its facts; else who reads all of them."""
    found = reasons_if(
        network=seat.network, about=offer.about, subject=offer.subject, author=person,
        audience=None,
    )  # fmt: skip
    usual = {one.member for one in found if one.reads}
    reading = set(usual)
    for fact in offer.facts:
        reading &= {one.member for one in reasons(fact) if one.reads}
    if offer.not_social:
        reading -= _social(seat.network)
    return None if reading == usual else sorted(reading)


def _social(network: UUID) -> set[UUID]:
    return {face.member for face in faces(network).values() if face.side == Side.SOCIAL}


def _bottlenecks(seat: Seat, people: dict[UUID, Face]) -> list[Offer]:
    rows = handful_to_discuss(seat.network, at_most=MOST_BOTTLENECKS)
    # In the words for somebody else: everybody who reads the point reads these.
    anybody = replace(seat, member=UUID(int=0), side=Side.CARE)
    shown = [one_shown(row, seat=anybody, people=people, titles=row["titles"]) for row in rows]
    return [
        Offer(
            value=f"bottleneck-{row['id']}", what=one.title, why=one.why, hint=one.why,
            about=row["about_id"], subject=Subject(row["subject"]), origin=_origin(row["kind"]),
            source=row["id"], facts=tuple(row["facts"]), not_social=row["lens"] == Lens.WHOLE,
        )
        for row, one in zip(rows, shown, strict=True)
    ]  # fmt: skip


def _origin(kind: str) -> Origin:
    return Origin.QUESTION if kind.startswith("question") else Origin.BOTTLENECK


def _reviews(seat: Seat) -> list[Offer]:
    rows: Any = PlanPart.objects.filter(
        network_id=seat.network, kind=CYCLE, ended_at=None,
        review_on__lte=clock.today() + REVIEW_SOON,
    ).values("item_id", "review_on", "item__about_id", "item__subject")  # fmt: skip
    return [
        Offer(
            value=f"review-{row['item_id']}", what=_("Terugkijken op het plan"), why="",
            hint=_("Staat voor %(day)s") % {"day": full_date(row["review_on"])},
            about=row["item__about_id"], subject=Subject(row["item__subject"]),
            origin=Origin.REVIEW, source=row["item_id"], facts=(row["item_id"],),
        )
        for row in rows
    ]  # fmt: skip


def _measured(seat: Seat, meeting: dict[str, Any], people: dict[UUID, Face]) -> list[Offer]:
    since = _last_held(meeting)
    abouts = [face.member for face in clients(people)]
    if meeting["item__about_id"] in abouts:
        abouts = [meeting["item__about_id"]]
    rows = [
        (about, row) for about in abouts for row in latest(network=seat.network, about=about)
        if row["taken_at"] > since
    ]  # fmt: skip
    return [_measurement(about, row) for about, row in rows]


def _measurement(about: UUID, row: dict[str, Any]) -> Offer:
    return Offer(
        value=f"measurement-{row['item_id']}", why="",
        what=_("%(what)s: hoe gaat het daarmee?") % {"what": row["name"]},
        hint=_("Gemeten op %(day)s") % {"day": short_date(row["taken_at"])},
        about=about, subject=Subject.RESULTS, origin=Origin.MEASUREMENT, source=row["item_id"],
        facts=(row["item_id"],),
    )  # fmt: skip


def _last_held(meeting: dict[str, Any]) -> datetime:
    """When the last meeting before this one was, about the same; or how far one looks back."""
    rows = Meeting.objects.filter(
        network_id=meeting["network_id"], state=State.CLOSED,
        item__about_id=meeting["item__about_id"],
    )  # fmt: skip
    held = rows.exclude(held_at=None).order_by("-held_at").values_list("held_at", flat=True)
    return held.first() or clock.now() - LOOKS_BACK


def chosen(found: Sequence[tuple[str, Sequence[Offer]]], values: Sequence[str]) -> list[Offer]:
    """The offers that were ticked, in the order in which they stand; others are no more."""
    return [one for _title, group in found for one in group if one.value in values]
