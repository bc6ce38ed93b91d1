"""The archive of a client is what the rule says is theirs, and nothing of others."""

import json
from typing import Any
from uuid import UUID

import psycopg
import pytest

from tests.database import worker_database
from zorgverband.base import taking
from zorgverband.config.cluster import Cluster

from .compare import Comparison, _archive, prepared, takers

Connection = psycopg.Connection[Any]


def compared(
    owner: Connection, cluster: Cluster, *, clients: int, seed: int
) -> tuple[list[str], Comparison]:
    with psycopg.connect(cluster.dsn("zv_app", worker_database())) as app:
        comparison = prepared(owner, app, seed=seed, networks=clients, items=60)
    faults = [
        fault
        for person, network, about in takers(comparison.expected, clients=clients, seed=seed)
        for fault in comparison.of(person=person, network=network, about=about)
    ]
    return faults, comparison


@pytest.mark.slow
def test_archives_of_some_clients_agree_with_the_rule(owner: Connection, cluster: Cluster) -> None:
    faults, comparison = compared(owner, cluster, clients=12, seed=3)
    assert faults == []
    assert comparison.counted["items"] > 50
    assert comparison.counted["replies"] > 5
    assert comparison.counted["looks"] > 5
    assert comparison.counted["attachments"] > 0


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["smuggled in", "left out"])
def test_an_item_smuggled_in_or_left_out_is_found(
    owner: Connection, cluster: Cluster, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    # The control: what the client may read but is not theirs, and what is theirs but not there.
    real = taking.takeaway
    changed = []

    def wrong(*, network: UUID, about: UUID) -> list[UUID]:
        from zorgverband.sharing.models import Item

        found = real(network=network, about=about)
        others = Item.objects.exclude(id__in=found).values_list("id", flat=True)[:1]
        more = list(others) if fault == "smuggled in" else []
        less = found[:1] if fault == "left out" else []
        if more or less:
            changed.append(about)
        return [one for one in found if one not in less] + more

    monkeypatch.setattr(taking, "takeaway", wrong)
    faults, _ = compared(owner, cluster, clients=6, seed=3)
    sign = "1 too many, 0 too few" if fault == "smuggled in" else "0 too many, 1 too few"
    assert changed
    assert len([one for one in faults if sign in one]) == len(changed)


@pytest.mark.slow
def test_what_a_client_may_not_read_is_not_in_the_archive_even_when_it_is_asked_for(
    owner: Connection, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The second wall: choosing too much shows nothing that the lock does not show.
    real = taking.takeaway

    def greedy(*, network: UUID, about: UUID) -> list[UUID]:
        found = real(network=network, about=about)
        rows = owner.execute(
            "SELECT id FROM sharing_item WHERE network_id = %s AND compartment_id IS NOT NULL",
            [network],
        ).fetchall()
        return list({*found, *(row[0] for row in rows)})

    monkeypatch.setattr(taking, "takeaway", greedy)
    with psycopg.connect(cluster.dsn("zv_app", worker_database())) as app:
        expected = prepared(owner, app, seed=5, networks=6, items=60).expected
    hidden = 0
    for person, network, about in takers(expected, clients=6, seed=5):
        told = json.loads(_archive(person, network, about).read("gegevens.json"))
        read = expected[network].read[person]
        assert {item["id"] for item in told["items"]} <= read
        inside = {one["id"] for one in expected[network].items if one["compartment"]}
        hidden += len(inside - read)
    assert hidden > 0
