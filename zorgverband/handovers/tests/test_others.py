"""The light handovers (coordinator, informal carer), who does not take part yet, and a provider that
stops."""

import re
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.tests.visits import planned
from zorgverband.agreements.tests.asking import asked
from zorgverband.base import clock
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.bottlenecks.looking import look
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.handovers.actions import (
    accept_line,
    choose_receiver,
    receive_handover,
    send_handover,
)
from zorgverband.handovers.actions.give_line import NobodyChosen
from zorgverband.journal.models import Event
from zorgverband.membership.actions.appoint import NotAsCoordinator
from zorgverband.networks.models import Member
from zorgverband.notifications.actions import deliver
from zorgverband.sharing.models import Change, Permission
from zorgverband.sharing.subjects import Subject

from .handing import address, announced, doing, lines, post, stated


def _taken_over(cast: Cast, giver: Any, taker: Any, handover: Any) -> None:
    stated(cast, giver, handover)
    for one in lines(cast, taker, handover):
        doing(cast, taker, accept_line, handover=handover, line=one.id)
    doing(cast, giver, send_handover, handover=handover)
    doing(cast, taker, receive_handover, handover=handover)


def _member(cast: Cast, who: Any) -> Member:
    return Member.objects.using("owner").get(id=who.member)


def test_the_coordinator_hands_over_the_role_with_the_rest(cast: Cast) -> None:
    handover = announced(cast, cast.hanneke, cast.anouk, kind="coordinator", ends="nothing")
    assert [one.role for one in lines(cast, cast.hanneke, handover)] == ["coordinator"]
    assert _member(cast, cast.hanneke).coordinator
    _taken_over(cast, cast.hanneke, cast.anouk, handover)
    assert _member(cast, cast.anouk).coordinator
    assert not _member(cast, cast.hanneke).coordinator
    assert _member(cast, cast.hanneke).left_at is None


def test_a_team_cannot_become_the_coordinator(cast: Cast) -> None:
    handover = announced(cast, cast.hanneke, cast.fatima, kind="coordinator", ends="nothing")
    (one,) = lines(cast, cast.fatima, handover)
    with pytest.raises(NotAsCoordinator):
        doing(cast, cast.fatima, accept_line, handover=handover, line=one.id)
    assert _member(cast, cast.hanneke).coordinator


def test_a_carer_who_stays_reads_nothing_from_the_moment_it_is_taken_over(cast: Cast) -> None:
    handover = announced(cast, cast.peter, cast.marijke, kind="carer", ends="reading")
    there = Permission.objects.using("owner").filter(member_id=cast.peter.member, can_read=True)
    assert there.exclude(about_id=cast.peter.member).exists()
    _taken_over(cast, cast.peter, cast.marijke, handover)
    assert not there.exclude(about_id=cast.peter.member).exists()
    assert _member(cast, cast.peter).left_at is None
    kept = Change.objects.using("owner").filter(network_id=cast.network, ground="handover")
    assert kept.exists()
    assert not [one for one in kept if one.after["read"] or one.after["write"]]


def test_who_does_not_take_part_yet_is_chosen_later_and_reads_nothing_before(cast: Cast) -> None:
    handover = announced(cast, cast.fatima, None, to_name="Thuiszorg Zon")
    stated(cast, cast.fatima, handover)
    with pytest.raises(NobodyChosen):
        doing(cast, cast.fatima, send_handover, handover=handover)
    doing(cast, cast.fatima, choose_receiver, handover=handover, to=cast.anouk.member)
    doing(cast, cast.fatima, send_handover, handover=handover)


def test_a_provider_that_stops_leaves_gaps_that_are_found_at_once(
    cast: Cast, client_of: Any
) -> None:
    daily = Rule(clock.today(), repeat=Repeat.DAILY)
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily, what="Wassen")
    promise = asked(cast, cast.fatima, cast.fatima, Subject.ARRANGEMENTS)
    team = cast.fatima.member
    browser = client_of(cast.hanneke)
    first = text(browser.get(address(cast, None, f"stopt/{team}/")))
    assert "Wassen" in first
    assert str(promise) in first
    at = address(cast, None, f"stopt/{team}/zeker/")
    shown = text(browser.get(at))
    assert "leest niet meer" in shown
    assert client_of(cast.marijke).get(at).status_code == 403
    seen = re.search(r'name="seen" value="(\w+)"', shown)
    assert seen is not None
    assert post(browser, at, seen=seen[1]).status_code == 302
    assert client_of(cast.fatima).get(address(cast)).status_code == 404
    look(networks=[cast.network])
    open_ones = Bottleneck.objects.using("owner").filter(network_id=cast.network, resolved_at=None)
    facts = {(one.kind, one.facts[0]) for one in open_ones if one.facts}
    assert {("nobody_arranged", visit), ("agreement_after_leaving", promise)} <= facts


def test_who_is_to_take_over_hears_of_it_and_is_led_to_it(cast: Cast, client_of: Any) -> None:
    handover = announced(cast, cast.fatima, cast.anouk)
    deliver(event=Event.objects.using("owner").get(item_id=handover).id)
    page = text(client_of(cast.anouk).get("/voor-mij/"))
    assert "wil iets aan u overdragen" in page
    assert address(cast, handover) in page
