"""The generator: the same seed gives the same world, twice is refused, and nothing else is touched."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.db import connections, transaction

from zorgverband.demo.generator import AlreadyThere, World, build, generate
from zorgverband.demo.generator_sizes import sizes_of

UNTIL = datetime(2026, 11, 1, tzinfo=UTC)
TABLES = ("networks_member", "sharing_permission", "sharing_item", "sharing_reply", "journal_event")


def facts(world: World) -> dict[str, str]:
    """A digest of every table of this world, which is then taken away again."""
    found = {}
    with transaction.atomic(using="owner"):
        build(world, using="owner")
        networks = [world.network(number) for number in range(1, world.networks + 1)]
        with connections["owner"].cursor() as cursor:
            for table in TABLES:
                cursor.execute(
                    f"SELECT md5(string_agg(t::text, '' ORDER BY t.id)) FROM {table} t "
                    "WHERE t.network_id = ANY (%s)",
                    [networks],
                )
                found[table] = cursor.fetchone()[0]
        transaction.set_rollback(True, using="owner")
    return found


@pytest.mark.slow
def test_the_same_seed_gives_the_same_world_and_another_seed_another(owner: Any, db: None) -> None:
    world = World(networks=12, items=400, seed=71, until=UNTIL, set_sizes=(20,))
    first = facts(world)
    assert facts(world) == first
    other = facts(replace(world, seed=72))
    assert all(other[table] != first[table] for table in TABLES)


@pytest.mark.slow
def test_a_world_is_built_once_and_touches_no_other_network(
    cast: Any, owner: psycopg.Connection[Any], db: None
) -> None:
    def theirs() -> Any:
        wanted = (cast.network, cast.network, cast.network)
        return owner.execute(
            "SELECT (SELECT array_agg(m::text ORDER BY id) FROM networks_member m "
            "WHERE network_id = %s), (SELECT count(*) FROM sharing_item WHERE network_id = %s), "
            "(SELECT count(*) FROM sharing_permission WHERE network_id = %s)",
            wanted,
        ).fetchone()

    before = theirs()
    world = World(networks=10, items=200, seed=73, until=UNTIL)
    generate(world, using="owner")
    assert theirs() == before
    with pytest.raises(AlreadyThere):
        generate(world, using="owner")
    rows = owner.execute(
        "SELECT count(*) FROM sharing_item WHERE network_id = ANY (%s)",
        [[world.network(number) for number in range(1, 11)]],
    ).fetchone()
    assert rows == (200,)


def test_a_few_dossiers_are_large_and_many_small() -> None:
    sizes = sizes_of(networks=100, items=10_000, largest=0.3)
    assert sum(sizes) == 10_000
    assert sizes[0] == 3000
    assert sizes[1] > 5 * sizes[-1] > 0
    exact = sizes_of(networks=10, items=2000, set_sizes=(100, 1000))
    assert exact[:2] == [100, 1000]
    assert sum(exact) == 2000
    with pytest.raises(ValueError, match="too few"):
        sizes_of(networks=100, items=10)
