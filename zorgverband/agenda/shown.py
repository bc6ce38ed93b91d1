"""Visits as a page shows them: who, when, how it stands now, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse

from zorgverband.base.clock import HOME, now
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face, clients, initials_of
from zorgverband.sharing.shown import about_names

from .actions.changing import may_change
from .models import Kind
from .occurrences import Occurrence, Purpose
from .shown_parts import (
    ICONS,
    been_words,
    extra_lines,
    note_words,
    ride_wanted,
    side_of,
    time_words,
    visitor_name,
)

# How long somebody without a known end is said to be there.
STAYS = timedelta(hours=1)
SHAPES = {"family": "round", "care": "square", "social": "octagon", "other": "plain"}


@dataclass(frozen=True)
class ShownVisit:
    """One occurrence on a page. `side` is whose colour and shape it has, `icon` the picture of what is
    no plain visit, `lines` who goes along and so on, `mine` whether who looks has a part in it."""

    id: UUID
    on_date: date
    starts_at: datetime
    href: str
    time: str
    name: str
    described: str
    initials: str
    shape: str
    what: str
    purposes: tuple[Purpose, ...]
    about: str
    place: str
    state: str
    note: str
    reason: str
    been: str
    side: str
    icon: str = ""
    phone: str = ""
    photo: str = ""
    lines: Sequence[str] = ()
    wanted: bool = False
    mine: bool = False
    asked: bool = False
    taken: bool = False
    ticks: str = ""
    next: bool = False
    network: str = ""

    @property
    def day(self) -> date:
        """The day on which it is now planned, where the client lives."""
        return self.starts_at.date()


def show_visits(
    occurrences: Sequence[Occurrence],
    *,
    seat: Seat,
    person: UUID,
    people: dict[UUID, Face],
    names: dict[UUID, str],
) -> list[ShownVisit]:
    """Turn occurrences into what pages print; without statements. The one that is there now, else
    the first still to come today, is marked as next."""
    moment = now()
    abouts = about_names(seat.network, people) if len(clients(people)) > 1 else {}
    shown = [
        _shown(one, seat, person, people, names, moment, abouts.get(one.series.about, ""))
        for one in occurrences
    ]
    return with_next(shown)


def with_next(shown: list[ShownVisit]) -> list[ShownVisit]:
    """The same, with one marked as next."""
    for state in ("now", "expected", "soon"):
        for place, one in enumerate(shown):
            if one.state == state:
                shown[place] = replace(one, next=True)
                return shown
    return shown


def state_of(one: Occurrence, moment: datetime) -> str:
    """been, cancelled, now, expected (within a window), soon (later today), or nothing: to come, or
    over without a word."""
    if one.cancelled:
        return "cancelled"
    if one.series.kind == Kind.BUSY:
        return ""
    if one.been_at:
        return "been"
    if one.starts_at <= moment < (one.ends_at or one.starts_at + STAYS):
        return "expected" if one.series.window or one.series.kind != Kind.VISIT else "now"
    today = moment.astimezone(HOME).date()
    return "soon" if moment < one.starts_at and one.day == today else ""


def _shown(
    one: Occurrence,
    seat: Seat,
    person: UUID,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    moment: datetime,
    about: str,
) -> ShownVisit:
    series = one.series
    face = people.get(one.who) if one.who else None
    came = names.get(one.been_by, "") if one.been_by and one.been_member == one.who else ""
    name = (came if series.kind == Kind.VISIT else "") or visitor_name(one, people)
    state, side = state_of(one, moment), side_of(one, people)
    parts = {"network_id": seat.network, "visit_id": series.id, "day": one.on_date.isoformat()}
    over = not state and one.starts_at < moment
    mine = one.who == seat.member and may_change(one, seat=seat, person=person)
    return ShownVisit(
        id=series.id,
        on_date=one.on_date,
        starts_at=one.starts_at,
        href=reverse("visit", kwargs=parts),
        time=time_words(one),
        name=name,
        described=_described(face, name),
        initials=initials_of(name),
        shape=SHAPES[side],
        what=series.what,
        purposes=one.purposes,
        about=about,
        place=series.place,
        state=state,
        note=note_words(one),
        reason=one.reason,
        been=been_words(one, names),
        side=side,
        icon=ICONS.get(series.kind, ""),
        phone=face.phone if face and face.active and one.who != seat.member else "",
        photo=face.photo if face and name == visitor_name(one, people) else "",
        lines=extra_lines(one, people, seat.member),
        wanted=ride_wanted(one, people),
        mine=seat.member in one.done_by,
        asked=one.ask is not None and one.ask.to_member == seat.member,
        taken=series.kind == Kind.BUSY,
        ticks=reverse("mark_been", kwargs=parts)
        if mine and (state in ("now", "expected") or over)
        else "",
    )


def _described(face: Face | None, name: str) -> str:
    if face is None:
        return ""
    parts = (face.function, face.organisation, face.name if face.team else "")
    return ", ".join(part for part in dict.fromkeys(parts) if part and part != name)
