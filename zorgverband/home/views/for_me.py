"""'Voor mij': what is asked of somebody and what is new, in one list over all their networks."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.queries import asked_of_all
from zorgverband.agreements.shown import show_across
from zorgverband.base import telling
from zorgverband.base.once import form_key
from zorgverband.base.refusals import NotHere
from zorgverband.base.telling import Line
from zorgverband.base.typed import moment_of
from zorgverband.base.viewer import enter
from zorgverband.bottlenecks.elsewhere import members_in, show_own, shown_already
from zorgverband.networks.models import Side
from zorgverband.networks.queries import faces_in
from zorgverband.notifications.actions import mark_read, mark_read_between
from zorgverband.notifications.shown import Names, Told, groups, names_across, show_lines, waits
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, plain_token
from zorgverband.sharing.queries import BADGE_AT_MOST
from zorgverband.talks.asked import Asked
from zorgverband.talks.shown import ShownQuestion, show_questions

from ..queries import waiting_across

PAGE = 40
NETWORKS_WAITING = 40
ATTENTION = 5
AGREEMENTS = 12


@require_safe
@person_door
def for_me(here: Outside) -> HttpResponse:
    """What waits and what is new; asked by htmx, only its lists. The same number of statements
    with one network and with three hundred: only the networks on the page are entered."""
    before = _cursor(here.request)
    lines, new = telling.inbox_and_new(limit=PAGE + 1, at_most=BADGE_AT_MOST, before=before)
    everything = "alles" in here.request.GET
    context = _lists(here, lines[:PAGE], new, first=before is None, everything=everything) | {
        "older": _older(lines[PAGE - 1]) if len(lines) > PAGE else "",
        "first": before is None,
        "everything": everything,
    }
    if here.request.headers.get("HX-Target") == "for-me":
        context |= {"csrf_token": plain_token(here.request), "key": form_key(here.request)}
        return render(here.request, "home/for_me_lists.html", context, using="jinja2")
    return page_across(
        here, "home/for_me.html", current="for_me", waiting=len(new), **context,
    )  # fmt: skip


def _lists(
    here: Outside, lines: list[Line], new: list[Line], *, first: bool, everything: bool
) -> dict[str, Any]:
    asking = [line for line in new if waits(line)] if first else []
    open_in = telling.waiting_networks(limit=NETWORKS_WAITING) if first else []
    networks = {line.network for line in (*lines, *asking)} | set(open_in)
    viewer = enter(person=here.person, networks=list(networks))
    mine = [viewer.seats[one].member for one in open_in if one in viewer.seats]
    waiting, (questions, rows) = asked_of_all(mine), waiting_across(open_in, mine)
    agreed = waiting if everything else _first(waiting)
    listed = {one.id for one in agreed} | {one.id for one in questions}
    owned = [row for row in rows if not shown_already(row, listed)]
    names = names_across(
        networks,
        people={line.actor for line in (*lines, *asking)}
        | {one.author for one in agreed}
        | {one.author for one in questions},
        members={line.member for line in (*lines, *asking) if line.member}
        | members_in(owned[:ATTENTION]),
    )
    # What is shown in full is not told once more.
    own = {one["id"] for one in rows} - {one["id"] for one in owned[ATTENTION:]}
    rung = {line.bottleneck: line.notice for line in asking}
    asking = [line for line in asking if line.bottleneck not in own]
    lines = [line for line in lines if line.bottleneck not in own]
    told = show_lines([*asking, *lines], names)
    agreements = show_across(
        agreed,
        seats=viewer.seats,
        person=viewer.person,
        names=names.people,
        networks=names.networks,
    )
    above = {one.id for one in waiting} | {one.id for one in questions}
    on_top = above | {line.item for line in asking if line.item}
    moments = {line.notice: line.at.isoformat() for line in (*lines, *asking)}
    asked = [one for one in told if one.notice in {line.notice for line in asking}]
    return {
        "social": bool(viewer.seats)
        and all(seat.side == Side.SOCIAL for seat in viewer.seats.values()),
        "attention": [
            (one, names.networks.get(one.network, ""), rung.get(one.id))
            for one in show_own(owned[:ATTENTION], viewer=viewer, members=names.members)
        ],
        "more_attention": len(owned) > ATTENTION
        and any(seat.coordinator for seat in viewer.seats.values()),
        "questions": _questions(here.person, questions, names),
        "agreements": agreements,
        "more_agreements": len(waiting) - len(agreed),
        "asked": [one for one in asked if one.item not in above],
        "groups": groups(_rest(told, asked, on_top), moments),
    }


def _rest(told: list[Told], asked: list[Told], on_top: set[UUID]) -> list[Told]:
    above = {one.notice for one in asked}
    return [one for one in told if one.notice not in above and one.item not in on_top]


def _questions(person: UUID, found: list[Asked], names: Names) -> list[ShownQuestion]:
    """Those that wait for an answer, per patient: first the patient of whom one is wanted first."""
    order = list(dict.fromkeys(one.network for one in found))
    by_patient = sorted(found, key=lambda one: order.index(one.network))
    companies = faces_in(order).values() if order else ()
    people = {member: face for faces in companies for member, face in faces.items()}
    return show_questions(
        by_patient, person=person, people=people, names=names.people, networks=names.networks
    )


def _first(waiting: list[Agreed]) -> list[Agreed]:
    """So many of what waits as fit above the news: what asks for an answer before what asks for a
    deed, and of each what is due first; in the order in which all of it would stand."""
    chosen = sorted(waiting, key=lambda one: not one.proposed)[:AGREEMENTS]
    return [one for one in waiting if one in chosen]


def _cursor(request: HttpRequest) -> tuple[datetime, UUID] | None:
    try:
        moment = _moment(request.GET["before"])
        return (moment, UUID(request.GET["id"])) if moment else None
    except (KeyError, ValueError):
        return None


def _moment(text: str) -> datetime | None:
    """The moment this says, None for what says none."""
    return moment_of(text)


def _older(last: Line) -> str:
    return "?" + urlencode({"before": last.at.isoformat(), "id": last.notice})


@require_POST
@person_door
def mark_seen_here(here: Outside) -> HttpResponse:
    """Mark lines of one network as read: one line, or all between two moments."""
    asked = here.request.POST
    try:
        network = UUID(asked["network"])
        notice = UUID(asked["notice"]) if "notice" in asked else None
        start, end = (_moment(asked.get(name, "")) for name in ("since", "until"))
    except (KeyError, ValueError):
        raise NotHere() from None
    enter(person=here.person, networks=[network])
    if notice:
        mark_read(notices=[notice])
    elif start and end:
        mark_read_between(network=network, start=start, end=end)
    return HttpResponseRedirect(reverse("for_me"))
