"""'Voor mij': what is asked of somebody and what is new, in one list over all their networks."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zorgverband.agreements.queries import asked_of_all
from zorgverband.agreements.shown import ShownAgreement, show_agreements
from zorgverband.base import telling
from zorgverband.base.once import form_key
from zorgverband.base.refusals import NotHere
from zorgverband.base.telling import Line
from zorgverband.base.typed import moment_of
from zorgverband.base.viewer import Viewer, enter
from zorgverband.notifications.actions import mark_read, mark_read_between
from zorgverband.notifications.shown import Told, groups, names_across, show_lines, waits
from zorgverband.sharing.doors import Outside, person_door
from zorgverband.sharing.frame import page_across, plain_token
from zorgverband.sharing.queries import BADGE_AT_MOST

PAGE = 40
NETWORKS_WAITING = 40


@require_safe
@person_door
def for_me(here: Outside) -> HttpResponse:
    """What waits and what is new; asked by htmx, only its lists. The same number of statements
    with one network and with three hundred: only the networks on the page are entered."""
    before = _cursor(here.request)
    lines = telling.inbox(limit=PAGE + 1, before=before)
    new = telling.inbox(limit=BADGE_AT_MOST, unread=True)
    context = _lists(here, lines[:PAGE], new, first=before is None) | {
        "older": _older(lines[PAGE - 1]) if len(lines) > PAGE else "",
        "first": before is None,
    }
    if here.request.headers.get("HX-Target") == "for-me":
        context |= {"csrf_token": plain_token(here.request), "key": form_key(here.request)}
        return render(here.request, "home/for_me_lists.html", context, using="jinja2")
    return page_across(
        here, "home/for_me.html", current="for_me", waiting=len(new), **context,
    )  # fmt: skip


def _lists(here: Outside, lines: list[Line], new: list[Line], *, first: bool) -> dict[str, Any]:
    asking = [line for line in new if waits(line)] if first else []
    open_in = telling.waiting_networks(limit=NETWORKS_WAITING) if first else []
    networks = {line.network for line in (*lines, *asking)} | set(open_in)
    viewer = enter(person=here.person, networks=list(networks))
    agreed = asked_of_all([viewer.seats[one].member for one in open_in if one in viewer.seats])
    names = names_across(
        networks,
        people={line.actor for line in (*lines, *asking)} | {one.author for one in agreed},
        members={line.member for line in (*lines, *asking) if line.member},
    )
    told = show_lines([*asking, *lines], names)
    agreements = [
        shown
        for one in agreed
        for shown in _agreements(viewer, one, names.people, names.networks.get(one.network, ""))
    ]
    on_top = {one.id for one in agreements} | {line.item for line in asking if line.item}
    moments = {line.notice: line.at.isoformat() for line in (*lines, *asking)}
    asked = [one for one in told if one.notice in {line.notice for line in asking}]
    return {
        "agreements": agreements,
        "asked": [one for one in asked if one.item not in {shown.id for shown in agreements}],
        "groups": groups(_rest(told, asked, on_top), moments),
    }


def _rest(told: list[Told], asked: list[Told], on_top: set[UUID]) -> list[Told]:
    above = {one.notice for one in asked}
    return [one for one in told if one.notice not in above and one.item not in on_top]


def _agreements(
    viewer: Viewer, one: Any, people: dict[UUID, str], network: str
) -> list[ShownAgreement]:
    seat = viewer.seat(one.network)
    return show_agreements([one], seat=seat, people={}, names=people, network=network)


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
