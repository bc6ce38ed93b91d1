"""Every GET of the table, by everybody: the status that stands there, and nothing changes."""

from typing import Any

import pytest

from tests.http.guarded import guarded
from zorgverband.base.ids import new_id

from .answers import same
from .asking import address, elsewhere, prepared
from .browsers import Browsers
from .people import insiders, outsiders
from .rows import DOORS
from .table import NETWORK, OPEN
from .watch import Watch
from .world import World

READS = [(one, ask) for one in DOORS for ask in one.asks if ask.method == "GET"]
INSIDE = [(one, ask) for one, ask in READS if one.kind == NETWORK]
TO_SIGN_IN = "/inloggen/?next="


@pytest.mark.slow
def test_everybody_inside_gets_the_answer_of_the_table_and_nothing_changes(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    faults = []
    for letter, who in insiders(world.cast).items():
        client = browsers.of(who)
        watch.forget()
        for one, ask in READS:
            answer = client.get(prepared(one, ask.what, world, who, client))
            answer.close()
            if answer.status_code != ask.answers[letter]:
                faults.append(f"{one.name} {ask.what} {letter}: {answer.status_code}")
            if b"data-item=" in getattr(answer, "content", b"") and not guarded(one.name):
                faults.append(f"{one.name} shows items; tests/http/guarded.py does not know it")
            if changes := watch.changes():
                faults.append(f"{one.name} {ask.what} {letter} changed {changes}")
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_who_is_inside_here_gets_not_found_in_another_network_and_of_it(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    theirs = world.cast.other
    assert theirs is not None
    faults = []
    for letter, who in insiders(world.cast).items():
        client = browsers.of(who)
        watch.forget()
        for one, ask in INSIDE:
            there = client.get(address(one.name, ask.what, world, network=theirs.network))
            if there.status_code != 404:
                faults.append(f"{one.name} {ask.what} {letter}: {there.status_code}")
        assert watch.changes() == []
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_who_is_not_signed_in_is_sent_to_signing_in(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    faults = []
    watch.forget()
    for one, ask in READS:
        answer = browsers.of(None).get(address(one.name, ask.what, world))
        wanted = ask.answers["x"] if one.kind == OPEN else 302
        if answer.status_code != wanted:
            faults.append(f"{one.name} {ask.what}: {answer.status_code}")
        if one.kind != OPEN and not answer.headers["Location"].startswith(TO_SIGN_IN):
            faults.append(f"{one.name}: to {answer.headers['Location']}")
    assert (faults, watch.changes()) == ([], [])


@pytest.mark.slow
def test_what_is_not_for_you_is_to_the_byte_what_is_not_there(
    world: World, browsers: Browsers
) -> None:
    tried, faults = 0, []
    for letter, who in insiders(world.cast).items():
        for one, ask in INSIDE:
            if ask.answers[letter] == 404:
                client, tried = browsers.of(who), tried + 1
                real = client.get(address(one.name, ask.what, world))
                if not same(real, client.get(elsewhere(one.name, world))):
                    faults.append(f"{one.name} {ask.what}: {letter}")
    assert not faults, "\n".join(faults)
    assert tried > 50


def _answer(door: str, outsider: str, usual: int) -> int:
    """A colleague who is kept out of the network still meets on policy: that is work."""
    return 200 if (door, outsider) == ("policy_meeting", "excluded person of a team") else usual


@pytest.mark.slow
def test_who_has_no_seat_gets_everywhere_what_a_network_that_does_not_exist_gives(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    faults = []
    for name, who in outsiders(world.cast).items():
        client = browsers.of(who)
        watch.forget()
        for one, ask in INSIDE:
            real = client.get(address(one.name, ask.what, world))
            nowhere = client.get(address(one.name, ask.what, world, network=new_id()))
            if real.status_code != 404 or not same(real, nowhere):
                faults.append(f"{one.name} {ask.what}, {name}: {real.status_code}")
        for one, ask in READS:
            status = client.get(address(one.name, ask.what, world)).status_code
            if one.kind != NETWORK and status != _answer(one.name, name, ask.answers["o"]):
                faults.append(f"{one.name} {ask.what}, {name}: {status}")
        assert watch.changes() == []
    assert not faults, "\n".join(faults)


def test_the_comparison_of_answers_sees_one_header_or_byte(
    world: World, browsers: Browsers
) -> None:
    # The control.
    client = browsers.of(world.cast.linda)
    first, second, third = (client.get(elsewhere("item", world)) for _ in range(3))
    second.content += b" "
    third.headers["X-Seen"] = "no"
    assert same(first, client.get(elsewhere("item", world)))
    assert not same(first, second)
    assert not same(first, third)


def test_the_watch_sees_a_row_that_is_added_changed_or_removed(
    world: World, browsers: Browsers, watch: Watch, owner: Any
) -> None:
    # The control: a page that would write on reading could not go unseen.
    network = {"id": world.network}
    owner.execute("UPDATE networks_network SET closed_at = NULL WHERE id = %(id)s", network)
    assert watch.changes() == []
    owner.execute("UPDATE networks_network SET closed_at = now() WHERE id = %(id)s", network)
    owner.execute("UPDATE networks_network SET closed_at = NULL WHERE id = %(id)s", network)
    assert watch.changes() == ["networks_network UPDATE"] * 2
    client = browsers.of(world.cast.marijke)
    watch.forget()
    client.post(address("seen", "-", world), headers={"Idempotency-Key": "seen"})
    assert "sharing_readmark INSERT" in watch.changes()
