"""One discharge in one screen: what is still open, what is arranged, and another day for it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zorgverband.base import clock
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face, faces, names_of_people
from zorgverband.sharing.doors import CREATE, UPDATE, Here, network_door
from zorgverband.sharing.frame import page, say
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock as time_of
from zorgverband.ui.dates import long_date

from .. import needs_forms as forms
from ..actions import ask_for_day as asking
from ..actions import end_discharge as ending
from ..actions import move_discharge as moving
from ..actions import open_discharge as opening
from ..needs_shown import ShownNeed, name_of, show_needs
from ..queries import discharge as queries
from ..standard_needs import LINES


@require_safe
@network_door
def discharges(here: Here) -> HttpResponse:
    """Every discharge of this network one may read, what comes first first."""
    people = inside(here)
    rows = queries.discharges(here.network)
    may = bool(forms.abouts(here.seat, people, Subject.HEALTH))
    return page(
        here, "handovers/discharges.html", current="more", people=people, may_open=may,
        found=[{"id": row["item_id"], "who": name_of(row["about_id"], people), "when": day_words(row),
                "over": row["ended_at"] is not None} for row in rows],
        open_here=reads_health(here.seat), ask_whom=whom_to_ask(people),
    )  # fmt: skip


@require_safe
@network_door
def discharge(here: Here, discharge_id: UUID) -> HttpResponse:
    """One discharge."""
    return one_page(here, discharge_id)


def one_page(here: Here, discharge_id: UUID, refusal: Refusal | None = None) -> HttpResponse:
    """The page of one discharge, with what went wrong and what was typed."""
    people, names = inside(here), names_of_people(here.network)
    row = queries.discharge(network=here.network, id=discharge_id)
    needs = queries.needs_for(here.network, discharge_id)
    shown = show_needs(needs, network=here.network, people=people)
    about, data = row["about_id"], here.request.POST
    may = row["ended_at"] is None and moving.may_change(
        here.seat, here.person, about, Subject.HEALTH, row["item__author_id"]
    )
    return page(
        here, "handovers/discharge.html", current="more", people=people, refusal=refusal,
        status=refusal.status if refusal else 200, row=row, id=discharge_id, when=day_words(row),
        ask_day=_ask_day(here.seat, row, people),
        who=name_of(about, people), told=people.get(row["told_id"]), groups=groups_of(shown),
        tables=[one for one in shown if one.days and one.group != "closed"],
        hand_over=_hand_over(here, row) if may else "",
        dates=_dates(queries.dates_said(discharge_id), names), may=may, first=clock.today(),
        missing=_missing(here.seat, about, needs), others=_others(here.seat, about, people),
        typed={"expected_on": data.get("expected_on", str(row["expected_on"] or "")),
               "words": data.get("words", "")},
    )  # fmt: skip


def _ask_day(seat: Seat, row: dict[str, Any], people: dict[UUID, Face]) -> str:
    """Whom one can ask which day it is, while nobody said so."""
    if row["ended_at"] or row["expected_on"]:
        return ""
    if not seat.may_write(about=row["about_id"], subject=Subject.HEALTH):
        return ""
    found = asking.whom_to_ask(row, seat=seat, people=people)
    return found.name if found else ""


def _hand_over(here: Here, row: dict[str, Any]) -> str:
    """Where who gives care hands it over, with what is known here filled in."""
    if here.seat.side != Side.CARE:
        return ""
    at = reverse("announce_handover", kwargs={"network_id": here.network})
    known = {"about": row["about_id"], "planned_on": row["expected_on"] or ""}
    return f"{at}?{urlencode(known)}"


def inside(here: Here) -> dict[UUID, Face]:
    """Everybody who takes part; raises NotHere for the social side: nothing of this is for them, and
    nothing tells that there is anything."""
    if here.seat.side == Side.SOCIAL:
        raise NotHere()
    return faces(here.network)


def groups_of(shown: Sequence[ShownNeed]) -> dict[str, list[ShownNeed]]:
    """What is still open, what is arranged, and what is not needed."""
    return {
        name: [one for one in shown if one.group == name] for name in ("open", "arranged", "closed")
    }


def day_words(row: dict[str, Any]) -> str:
    """'Donderdag 26 november', or that it is not known, over, or off."""
    if row["called_off"]:
        return _("Gaat niet door")
    if row["expected_on"] is None:
        return _("Dag nog niet bekend")
    words = long_date(row["expected_on"])
    return words[0].upper() + words[1:]


def _dates(rows: Sequence[dict[str, Any]], names: dict[UUID, str]) -> list[dict[str, str]]:
    return [
        {
            "day": long_date(row["expected_on"]) if row["expected_on"] else _("nog niet bekend"),
            "who": names.get(row["person_id"], _("iemand")),
            "when": f"{long_date(row['at'])}, {time_of(row['at'])}",
            "words": row["words"],
        }
        for row in rows
    ]


def _missing(seat: Seat, about: UUID, needs: Sequence[queries.Need]) -> list[tuple[str, str]]:
    """Lines of the standard list that are not on it, and that one may put there."""
    there = {one.line for one in needs}
    return [
        (one.code, str(one.words))
        for one in LINES.values()
        if one.code not in there and seat.may_write(about=about, subject=one.subject)
    ]


def _others(seat: Seat, about: UUID, people: dict[UUID, Face]) -> tuple[list[str], str]:
    """Subjects of the list one may not read, and whom to ask about them; never on the social side."""
    keys = seat.abouts.get(about)
    read = keys.read if keys else 0
    subjects = dict.fromkeys(one.subject for one in LINES.values() if not read >> one.subject & 1)
    return [str(one.label) for one in subjects], whom_to_ask(people)


def whom_to_ask(people: dict[UUID, Face]) -> str:
    """Who can share what one may not read: the coordinator, else the first contact."""
    active = [one for one in people.values() if one.active]
    led = next((one.name for one in active if one.coordinator), "")
    return led or next((one.name for one in active if one.first_contact), _("de cliënt"))


def reads_health(seat: Seat) -> bool:
    """Whether one reads about the health of anybody here."""
    return any(keys.read >> Subject.HEALTH & 1 for keys in seat.abouts.values())


@require_POST
@network_door
def move_discharge(here: Here, discharge_id: UUID) -> HttpResponse:
    """Another day, or none yet."""
    data = here.request.POST
    try:
        on = None if data.get("unknown") else forms.read_day(data, "expected_on")
        moving.move_discharge(
            seat=here.seat, person=here.person, discharge=discharge_id, on=on,
            words=data.get("words", "")[: forms.LONGEST],
        )  # fmt: skip
    except Refusal as refusal:
        return _again(here, discharge_id, refusal)
    here.touch(UPDATE, discharge_id)
    say(here.request, _("De dag is veranderd. Wie iets had beloofd, wordt het opnieuw gevraagd."))
    return _back(here, discharge_id)


@require_POST
@network_door
def ask_for_day(here: Here, discharge_id: UUID) -> HttpResponse:
    """Ask who knows on which day it is."""
    inside(here)
    try:
        made = asking.ask_for_day(seat=here.seat, person=here.person, discharge=discharge_id)
    except Refusal as refusal:
        return _again(here, discharge_id, refusal)
    here.touch(CREATE, made)
    say(here.request, _("Gevraagd. U krijgt bericht als er antwoord is."))
    return _back(here, discharge_id)


@require_POST
@network_door
def add_lines(here: Here, discharge_id: UUID) -> HttpResponse:
    """Put lines of the standard list on it."""
    row = queries.discharge(network=here.network, id=discharge_id)
    lines = [one for one in here.request.POST.getlist("line") if one in LINES]
    made = opening.add_lines(
        seat=here.seat, person=here.person, discharge=discharge_id, about=row["about_id"],
        lines=lines,
    )  # fmt: skip
    for one in made:
        here.touch(CREATE, one)
    return _back(here, discharge_id)


@require_POST
@network_door
def end_discharge(here: Here, discharge_id: UUID) -> HttpResponse:
    """It is over, or does not happen."""
    off = here.request.POST.get("how") == "off"
    try:
        ending.end_discharge(
            seat=here.seat, person=here.person, discharge=discharge_id, called_off=off
        )
    except Refusal as refusal:
        return _again(here, discharge_id, refusal)
    here.touch(UPDATE, discharge_id)
    say(here.request, _("Dit gaat niet door.") if off else _("Dit is afgesloten."))
    return _back(here, discharge_id)


def _again(here: Here, discharge_id: UUID, refusal: Refusal) -> HttpResponse:
    if refusal.status == NotHere.status:
        raise refusal
    return one_page(here, discharge_id, refusal)


def _back(here: Here, discharge_id: UUID) -> HttpResponse:
    parts = {"network_id": here.network, "discharge_id": discharge_id}
    return HttpResponseRedirect(reverse("discharge", kwargs=parts))
