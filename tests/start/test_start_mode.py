"""Demo or empty is decided once per data directory, and a demo is never built half."""

import stat
from pathlib import Path

import psycopg
import pytest

from zorgverband.config import supervisor_steps
from zorgverband.config.cluster import Cluster
from zorgverband.config.commands_environment import (
    Mode,
    django_environment,
    recall_mode,
    remember_mode,
)
from zorgverband.config.supervisor_signals import Bell
from zorgverband.config.supervisor_steps import Step, prepare

pytestmark = pytest.mark.slow


class Quiet(Bell):
    """Hears no signals: the tests' own process keeps them."""

    def __init__(self) -> None:
        self.stop = False


class Steps:
    """Stands in for Django: notes the steps, and each leaves a table as migrating would."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.dies_at = ""
        monkeypatch.setattr(supervisor_steps, "run_step", self.run)

    def run(self, step: Step, *, server: Cluster, bell: Bell) -> None:
        self.done.append(step.name)
        with psycopg.connect(server.dsn("zv_owner")) as connection:
            if step.name == "migrate":
                connection.execute("CREATE TABLE IF NOT EXISTS person (id int PRIMARY KEY)")
            if step.name == "build_demo":
                connection.execute("INSERT INTO person VALUES (1)")
        if step.name == self.dies_at:
            raise KeyboardInterrupt


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    return Steps(monkeypatch)


def test_the_demo_is_built_once(own_cluster: Cluster, steps: Steps) -> None:
    own_cluster.start()
    for _ in range(2):
        prepare(server=own_cluster, empty=False, bell=Quiet())
    assert steps.done == [
        "migrate",
        "locks",
        "keep_programmes",
        "build_demo",
        "migrate",
        "locks",
        "keep_programmes",
    ]
    assert recall_mode(data_dir=own_cluster.data_dir) == Mode(demo=True, built=True)


def test_an_empty_directory_stays_without_a_demo(own_cluster: Cluster, steps: Steps) -> None:
    own_cluster.start()
    prepare(server=own_cluster, empty=True, bell=Quiet())
    prepare(server=own_cluster, empty=False, bell=Quiet())
    assert "build_demo" not in steps.done
    assert django_environment(server=own_cluster)["ZV_DEMO"] == "0"


def test_a_database_with_people_never_becomes_a_demo(own_cluster: Cluster, steps: Steps) -> None:
    own_cluster.start()
    prepare(server=own_cluster, empty=True, bell=Quiet())
    (own_cluster.data_dir / "mode.json").unlink()
    prepare(server=own_cluster, empty=False, bell=Quiet())
    assert recall_mode(data_dir=own_cluster.data_dir) == Mode(demo=False, built=False)


def test_a_demo_that_was_built_half_is_built_from_nothing(
    own_cluster: Cluster, steps: Steps
) -> None:
    own_cluster.start()
    steps.dies_at = "build_demo"
    with pytest.raises(KeyboardInterrupt):
        prepare(server=own_cluster, empty=False, bell=Quiet())
    steps.dies_at = ""
    prepare(server=own_cluster, empty=False, bell=Quiet())
    assert recall_mode(data_dir=own_cluster.data_dir) == Mode(demo=True, built=True)


def test_pages_do_not_get_the_owner_and_commands_do(own_cluster: Cluster) -> None:
    assert "ZV_OWNER_DSN" not in django_environment(server=own_cluster)
    assert "zv_owner" in django_environment(server=own_cluster, owner=True)["ZV_OWNER_DSN"]


def test_how_a_directory_is_used_is_kept_private(tmp_path: Path) -> None:
    remember_mode(data_dir=tmp_path, mode=Mode(demo=True, built=False))
    assert stat.S_IMODE((tmp_path / "mode.json").stat().st_mode) == 0o600
