"""Visits as a page shows them: who, when, how it stands now, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base.clock import HOME, now
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face, clients, initials_of
from zorgverband.sharing.shown import about_names
from zorgverband.ui.dates import clock, clock_span, long_date

from .actions.changing import may_change
from .occurrences import Occurrence, Purpose, Series

# How long somebody without a known end is said to be there.
STAYS = timedelta(hours=1)


@dataclass(frozen=True)
class ShownVisit:
    """One occurrence on a page."""

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
    ticks: str = ""
    next: bool = False


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
    for state in ("now", "soon"):
        for place, one in enumerate(shown):
            if one.state == state:
                shown[place] = replace(one, next=True)
                return shown
    return shown


def visitor_name(series: Series, people: dict[UUID, Face]) -> str:
    """Who comes: the name given, else the member's; of a team its organisation."""
    face = people.get(series.who) if series.who else None
    member = (face.organisation if face.team else "") or face.name if face else ""
    name = series.who_name or member
    return name[:1].upper() + name[1:]


def state_of(one: Occurrence, moment: datetime) -> str:
    """been, cancelled, now, soon (later today), or nothing: to come, or over without a word."""
    if one.cancelled:
        return "cancelled"
    if one.been_at:
        return "been"
    if one.starts_at <= moment < (one.ends_at or one.starts_at + STAYS):
        return "now"
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
    face = people.get(series.who) if series.who else None
    came = names.get(one.been_by, "") if one.been_by and one.been_member == series.who else ""
    name = came or visitor_name(series, people)
    state = state_of(one, moment)
    parts = {"network_id": seat.network, "visit_id": series.id, "day": one.on_date.isoformat()}
    over = not state and one.starts_at < moment
    mine = series.who == seat.member and may_change(series, seat=seat, person=person)
    return ShownVisit(
        id=series.id,
        on_date=one.on_date,
        starts_at=one.starts_at,
        href=reverse("visit", kwargs=parts),
        time=clock_span(one.starts_at, one.ends_at),
        name=name,
        described=_described(face, name),
        initials=initials_of(name),
        shape=face.shape if face else "round",
        what=series.what,
        purposes=one.purposes,
        about=about,
        place=series.place,
        state=state,
        note=_note(one),
        reason=one.reason,
        been=_been(one, names),
        ticks=reverse("mark_been", kwargs=parts) if mine and (state == "now" or over) else "",
    )


def _described(face: Face | None, name: str) -> str:
    if face is None:
        return ""
    parts = (face.function, face.organisation, face.name if face.team else "")
    return ", ".join(part for part in dict.fromkeys(parts) if part and part != name)


def _note(one: Occurrence) -> str:
    if not one.moved or one.cancelled:
        return ""
    if one.day == one.on_date:
        return _("De tijd is veranderd.")
    return _("Was eerst op %(day)s.") % {"day": long_date(one.on_date)}


def _been(one: Occurrence, names: dict[UUID, str]) -> str:
    if one.been_at is None or one.been_by is None:
        return ""
    return _("Genoteerd door %(name)s, %(time)s.") % {
        "name": names.get(one.been_by, _("iemand")),
        "time": clock(one.been_at),
    }
