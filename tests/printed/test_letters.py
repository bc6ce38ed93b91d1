"""A letter with news says what the rule lets both its maker and the client read, and nothing else."""

from typing import Any

import psycopg
import pytest

from tests.database import worker_database
from zorgverband.config.cluster import Cluster
from zorgverband.papers import queries

from .letters import Letters, faults_of, prepared

Connection = psycopg.Connection[Any]


def compared(owner: Connection, cluster: Cluster) -> tuple[list[str], Letters]:
    with psycopg.connect(cluster.dsn("zv_app", worker_database())) as app:
        letters = prepared(owner, app, seed=3, networks=4, items=30)
    return faults_of(letters, papers=10, seed=1), letters


@pytest.mark.slow
def test_letters_in_random_worlds_agree_with_the_rule(owner: Connection, cluster: Cluster) -> None:
    faults, letters = compared(owner, cluster)
    assert faults == []
    assert letters.counted["letters"] > 8
    assert letters.counted["items"] > 30


@pytest.mark.slow
def test_a_letter_that_asks_only_the_lock_of_who_makes_it_is_found(
    owner: Connection, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control.
    def careless(*, seat: Any, person: Any, client: Any, period: Any) -> queries.News:
        return queries._read(
            queries._written(seat.network, client.person, period), client.person, period
        )

    monkeypatch.setattr(queries, "news_for", careless)
    faults, _letters = compared(owner, cluster)
    assert any("too many" in fault for fault in faults)
