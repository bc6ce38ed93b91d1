"""The stops of a route as the page shows them: when, who, where, how it stands, what one can do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.agenda.actions.changing import may_change
from zorgverband.agenda.occurrences import Purpose
from zorgverband.agenda.rounds import Stop, round_of
from zorgverband.agenda.shown import state_of
from zorgverband.agenda.shown_parts import time_words
from zorgverband.base import clock
from zorgverband.base.viewer import Viewer, enter
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, callable_first, initials_of, network_name
from zorgverband.ui.dates import clock as clock_words

from .facts import Known
from .told import Part, changed, messages, since_words, to_watch


@dataclass(frozen=True)
class ShownStop:
    """One stop. `ticks` and `write` are addresses, empty for what this person cannot do there."""

    visit: UUID
    network: UUID
    key: str
    time: str
    name: str
    initials: str
    href: str
    visit_href: str
    place: str
    what: str
    purposes: tuple[Purpose, ...]
    phone: str
    call: str
    state: str
    been: str
    reason: str
    since: str
    changed: list[Part]
    messages: str
    news: str
    watch: list[Part]
    ticks: str
    write: str
    next: bool = False


def goes_anywhere(person: UUID, networks: Sequence[UUID]) -> bool:
    """Whether somebody of the care side has a visit to pay today in one of these networks, which are
    entered for it."""
    seats = enter(person=person, networks=networks).seats.values()
    return any(
        not stop.visit.cancelled
        for stop in round_of([one.member for one in seats if one.side == Side.CARE], clock.today())
    )


def show_stops(
    stops: Sequence[Stop],
    *,
    viewer: Viewer,
    faces: Mapping[UUID, dict[UUID, Face]],
    known: Mapping[UUID, Known],
) -> list[ShownStop]:
    """Without statements. The first of today where nobody has been yet is marked as next."""
    shown = [
        _shown(stop, viewer, faces[stop.network], known[stop.network])
        for stop in stops
        if stop.network in viewer.seats and stop.network in known
    ]
    for place, stop in enumerate(shown):
        if stop.ticks:
            shown[place] = replace(stop, next=True)
            break
    return shown


def _shown(stop: Stop, viewer: Viewer, people: dict[UUID, Face], known: Known) -> ShownStop:
    visit, seat = stop.visit, viewer.seat(stop.network)
    series = visit.series
    about = people.get(series.about)
    name = about.name if about else network_name(people)
    here = {"network_id": stop.network}
    at = here | {"visit_id": series.id, "day": visit.on_date.isoformat()}
    state = state_of(visit, clock.now())
    mine = may_change(visit, seat=seat, person=viewer.person) and visit.day <= clock.today()
    phone, call = _call(about, people)
    named = changed(known)
    return ShownStop(
        visit=series.id, network=stop.network, key=f"{series.id}-{visit.on_date}",
        time=time_words(visit), name=name, initials=initials_of(name),
        href=reverse("today", kwargs=here), visit_href=reverse("visit", kwargs=at),
        place=series.place, what=series.what, purposes=visit.purposes, phone=phone, call=call,
        state=state, been=_been(stop), reason=visit.reason if visit.cancelled else "",
        since=since_words(known), changed=named, messages=messages(known, named),
        news=reverse("news", kwargs=here), watch=to_watch(known),
        ticks=reverse("mark_been", kwargs=at) if mine and not (visit.been_at or visit.cancelled)
        else "",
        write=_write(stop) if any(one.write for one in seat.abouts.values())
        else "",
    )  # fmt: skip


def _write(stop: Stop) -> str:
    """Where one reports this visit; from there back to the route."""
    asked = {"visit": stop.visit.series.id, "day": stop.visit.on_date, "back": "1"}
    return reverse("visit_report", args=[stop.network]) + "?" + urlencode(asked)


def _call(about: Face | None, people: dict[UUID, Face]) -> tuple[str, str]:
    """Number and name: of the client, else of whom one calls first."""
    for face in [about, *callable_first(people, count=1)]:
        if face is not None and face.phone:
            return face.phone, face.name
    return "", ""


def _been(stop: Stop) -> str:
    if stop.visit.been_at is None:
        return ""
    return _("%(name)s was er om %(time)s.") % {
        "name": stop.been_by or _("Iemand"),
        "time": clock_words(stop.visit.been_at),
    }
