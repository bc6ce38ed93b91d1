"""Each line of the rule is broken on purpose, once, and each time the comparison sees it."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import psycopg
import pytest

from zorgverband.config.cluster import Cluster
from zorgverband.privacy.apply import LOCKS, statements

from .compare import Comparison
from .exact import ExactWorld, exact_world
from .mutants import MUTANTS, WALL, Mutant, few_steps

SECOND_WALL = """    USING (subject > 5 OR NOT network_id = ANY ({social}))
    WITH CHECK"""


@pytest.fixture(scope="module")
def worlds(cluster: Cluster, django_db_setup: None, django_db_blocker: Any) -> Iterator[ExactWorld]:
    # A world around this very moment: only there a period that ends exactly now can be told apart.
    with (
        django_db_blocker.unblock(),
        exact_world(cluster, seeds=[11, 12, 13, 14], networks=20, items=50) as made,
    ):
        yield made


def caught(worlds: ExactWorld, replace: Mapping[str, str]) -> str:
    """The first disagreement with these locks; "" when there is none. Undone afterwards."""
    connection = worlds.connection
    with connection.transaction(force_rollback=True):
        for statement in statements(replace=replace):
            connection.execute(statement)
        worlds.become("zv_app")
        try:
            return next(_disagreements(worlds), "")
        except psycopg.errors.RaiseException as refusal:
            return str(refusal)


def _disagreements(worlds: ExactWorld) -> Iterator[str]:
    # What one world has no example of, the next one may have.
    for world, expected in zip(worlds.worlds, worlds.expected, strict=True):
        look = Comparison(worlds.connection, world, expected, 0.1)
        yield from chain(look.disagreements(), look.at_once())


@pytest.mark.slow
def test_the_locks_as_they_are_agree(worlds: ExactWorld) -> None:
    assert caught(worlds, {}) == ""


@pytest.mark.slow
def test_the_locks_agree_where_pages_and_searches_look_per_opening(worlds: ExactWorld) -> None:
    assert caught(worlds, few_steps()) == ""


@pytest.mark.slow
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_put_in_on_purpose_is_caught(worlds: ExactWorld, mutant: Mutant) -> None:
    assert caught(worlds, mutant.texts()) != ""


def test_every_line_of_the_rule_has_a_mutant() -> None:
    rule = (LOCKS / "rule.sql").read_text()
    lines = [line.strip() for line in rule.splitlines() if "THEN" in line or "ELSE" in line]
    broken = " ".join(mutant.old for mutant in MUTANTS if mutant.file == "rule.sql")
    assert [line for line in lines if line not in broken] == []


def medical_items_seen_by_social(worlds: ExactWorld, replace: Mapping[str, str]) -> int:
    """How many medical items the social side reads through the table itself, with these locks."""
    social = [
        (member["person"], network["id"])
        for network in worlds.facts["networks"]
        if network["id"] in worlds.worlds[0].networks
        for member in network["members"]
        if member["side"] == "social" and member["person"]
    ]
    with worlds.connection.transaction(force_rollback=True):
        for statement in statements(replace=replace):
            worlds.connection.execute(statement)
        worlds.become("zv_app")
        return sum(_medical(worlds.connection, person, network) for person, network in social)


def _medical(connection: psycopg.Connection[Any], person: str, network: str) -> int:
    connection.execute("SELECT privacy.enter(%s, ARRAY[%s::uuid])", [person, network])
    text = "SELECT count(*) FROM sharing_item WHERE subject <= 5 AND network_id = ANY "
    text += "(NULLIF(current_setting('zv.social', true), '')::uuid[])"
    row = connection.execute(text).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.slow
def test_behind_the_wall_of_the_rule_stands_a_second_one(worlds: ExactWorld) -> None:
    rule = (LOCKS / "rule.sql").read_text().replace(WALL, "WHEN false THEN -1")
    sharing = (LOCKS / "sharing.sql").read_text()
    assert SECOND_WALL in sharing
    breached = sharing.replace(SECOND_WALL, "    USING (true)\n    WITH CHECK")
    assert medical_items_seen_by_social(worlds, {}) == 0
    assert medical_items_seen_by_social(worlds, {"sharing.sql": breached}) == 0
    assert medical_items_seen_by_social(worlds, {"rule.sql": rule}) == 0
    both = {"rule.sql": rule, "sharing.sql": breached}
    assert medical_items_seen_by_social(worlds, both) > 0


@pytest.mark.slow
def test_the_entrance_refuses_a_ring_of_the_social_side_with_a_medical_key(
    worlds: ExactWorld,
) -> None:
    ring = (LOCKS / "ring.sql").read_text().replace("THEN 65472", "THEN 65534")
    assert "a ring of the social side" in caught(worlds, {"ring.sql": ring})
