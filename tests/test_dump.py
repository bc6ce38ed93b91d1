"""`dump --json`: every fact the rule needs, no text and no name, and only for the owner."""

import io
import json
import tracemalloc
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.cast import Cast
from tests.rows import item_row, put
from zorgverband.base.ids import new_id
from zorgverband.demo.dump import write_dump
from zorgverband.sharing.subjects import Subject


def dumped(cast: Cast) -> dict[str, Any]:
    out = io.StringIO()
    write_dump(out, using="owner")
    networks = json.loads(out.getvalue())["networks"]
    return next(one for one in networks if one["id"] == str(cast.network))


@pytest.mark.slow
def test_a_network_is_there_with_every_kind_of_fact(cast: Cast) -> None:
    assert set(dumped(cast)) == {
        "id", "members", "teams", "exclusions", "hats", "births", "authorities",
        "representations", "control", "emergencies", "deaths", "kept", "lent", "compartments",
            "permissions", "items",
    }  # fmt: skip


@pytest.mark.slow
def test_members_permissions_and_births_are_as_they_are(cast: Cast) -> None:
    facts = dumped(cast)
    team = next(one for one in facts["members"] if one["id"] == str(cast.fatima.member))
    assert (team["person"], team["side"], team["left"]) == (None, "care", None)
    assert {turn["person"] for one in facts["teams"] for turn in one["people"]} == {
        str(cast.fatima.person),
        str(cast.sanne.person),
    }
    assert facts["births"][str(cast.jannie.person)] == "1942-03-14"
    day = next(
        one
        for one in facts["permissions"]
        if one["member"] == str(cast.ria.member)
        and (one["subject"], one["about"]) == ("day", str(cast.jannie.member))
    )
    assert (day["read"], day["write"], day["past"]) == (False, True, False)


@pytest.mark.slow
def test_an_item_is_its_header_without_words(cast: Cast) -> None:
    item = cast.item(
        about=cast.jannie, subject=Subject.MIND, author=cast.fatima, body="GEHEIM", title="KOP",
        audience=[cast.anouk.member], denied=[cast.peter.member],
    )  # fmt: skip
    gone = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria,
                     withdrawn_at=datetime.now(UTC))  # fmt: skip
    facts = dumped(cast)
    (header,) = facts["items"]
    created = header.pop("created")
    assert header == {
        "id": str(item), "about": str(cast.jannie.member), "subject": "mind", "kind": "note",
        "author": str(cast.fatima.person), "author_member": str(cast.fatima.member),
        "audience": [str(cast.anouk.member)], "denied": [str(cast.peter.member)], "allowed": [],
        "compartment": None,
    }  # fmt: skip
    assert datetime.fromisoformat(created).utcoffset() == timedelta(0)
    text = json.dumps(facts)
    for word in ("GEHEIM", "KOP", "Jannie", "Duinrijk", str(gone)):
        assert word not in text


def test_the_application_role_gets_a_refusal_and_not_an_empty_world(cast: Cast) -> None:
    with pytest.raises(CommandError, match="as the owner"):
        call_command("dump", "--json")


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_items(cast: Cast) -> None:
    def most(count: int) -> int:
        rows = [
            item_row(network=cast.network, about=cast.jannie.member, subject=6,
                     author=cast.ria.person, author_member=cast.ria.member, at=datetime.now(UTC))
            for _ in range(count)
        ]  # fmt: skip
        put(cast.owner, {"sharing_item": rows})

        class Sink(io.StringIO):
            def write(self, text: str) -> int:
                return len(text)

        tracemalloc.start()
        write_dump(Sink(), using="owner")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return peak

    few = most(1500)
    assert most(3000) < few * 1.4


@pytest.mark.slow
def test_a_team_that_left_and_came_back_is_named_once(cast: Cast) -> None:
    cast.end(cast.fatima)
    put(cast.owner, {"networks_member": [{
        "id": new_id(), "network_id": cast.network, "person_id": None, "team_id": cast.fatima.team,
        "side": "care", "coordinator": False, "first_contact": False,
        "joined_at": datetime.now(UTC), "left_at": None, "compartment": None,
    }]})  # fmt: skip
    (team,) = dumped(cast)["teams"]
    assert len(team["people"]) == 2
