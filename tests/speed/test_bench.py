"""The bench runs from its beginning to its end. What it measures is printed, never judged here."""

import os
import subprocess
import sys

import pytest

from tests import database
from zorgverband.config.cluster import Cluster
from zorgverband.demo.bench.measure import Line
from zorgverband.demo.bench.report import ratios, table

WHAT = ("news", "news, rare subject", "search, common word", "readers panel", "for me", "write",
        "desk, 200 networks", "plan of a household", "conversation",
        "lock, bare statement", "enter, 20 networks")  # fmt: skip


@pytest.mark.slow
def test_a_quick_bench_prints_everything_that_is_measured(cluster: Cluster) -> None:
    database.fresh_copy(cluster, "bench_of_tests")
    environment = os.environ | {
        "ZV_APP_DSN": cluster.dsn("zv_app", "bench_of_tests"),
        "ZV_OWNER_DSN": cluster.dsn("zv_owner", "bench_of_tests"),
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "ZV_AS": "app",
    }
    done = subprocess.run(
        [sys.executable, "-m", "django", "bench", "--quick"],
        env=environment,
        capture_output=True,
        text=True,
    )
    cluster.drop_database("bench_of_tests")
    assert done.returncode == 0, done.stderr
    for what in WHAT:
        assert f"\n{what} " in done.stdout, done.stdout
    assert "most statements on a page:" in done.stdout


def test_a_large_dossier_is_set_against_the_smallest_one() -> None:
    small = Line("news", "care", 100, 5.0, 4.0, 2.0, 9.0, 1.0, 9, 9000)
    large = Line("news", "care", 1_000_000, 6.0, 5.0, 3.0, 12.0, 1.0, 10, 9000)
    told = "\n".join(ratios([small, large]))
    assert "1,000,000 against 100 messages: page 1.25, server 1.50 times" in told
    assert "most statements on a page: 10, news" in told
    assert len(list(table([small, large]))) == 3
