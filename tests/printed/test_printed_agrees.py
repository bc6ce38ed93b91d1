"""A printed plan says what the rule lets its receiver read, and nothing else."""

from typing import Any

import psycopg
import pytest

from tests.database import worker_database
from zorgverband.config.cluster import Cluster
from zorgverband.plan import receiving

from .compare import Comparison, faults_of, prepared

Connection = psycopg.Connection[Any]


def compared(owner: Connection, cluster: Cluster) -> tuple[list[str], Comparison]:
    with psycopg.connect(cluster.dsn("zv_app", worker_database())) as app:
        comparison = prepared(owner, app, seed=1, networks=6, items=40)
    return faults_of(comparison, papers=12, seed=1), comparison


@pytest.mark.slow
def test_printed_plans_of_random_worlds_agree_with_the_rule(
    owner: Connection, cluster: Cluster
) -> None:
    faults, comparison = compared(owner, cluster)
    assert faults == []
    assert comparison.counted["papers"] > 20
    assert comparison.counted["parts"] > 60


@pytest.mark.slow
def test_paper_for_a_client_that_asks_only_the_lock_of_who_prints_is_found(
    owner: Connection, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control.
    def careless(*, seat: Any, person: Any, client: Any) -> receiving.Read:
        return receiving.own_view(seat)

    monkeypatch.setattr(receiving, "view_for", careless)
    faults, _comparison = compared(owner, cluster)
    assert any("too many" in fault for fault in faults)
