"""Some races in every run, and the controls: without an ending everything arrives, and each check
that is taken away is missed. A thousand are run by `python -m tests.races --count 1000`."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from tests.database import worker_database
from tests.running import Site
from zorgverband.config.cluster import Cluster

from .endings import ENDINGS, NONE
from .running import run_races

pytestmark = pytest.mark.slow
NEVER_ASKED = """
CREATE OR REPLACE FUNCTION privacy.still() RETURNS boolean
LANGUAGE sql STABLE AS 'SELECT true'
"""


@pytest.fixture
def track(site: Site, owner: psycopg.Connection[Any], cluster: Cluster) -> dict[str, Any]:
    """Where the races are run."""
    dsn = cluster.dsn("zv_owner", worker_database())
    return {"site": site, "owner": owner, "dsn": dsn}


@pytest.fixture
def nobody_asks(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """Answers leave without the question whether their keys still hold."""
    row = owner.execute("SELECT pg_get_functiondef('privacy.still()'::regprocedure)").fetchone()
    assert row is not None
    owner.execute(NEVER_ASKED)
    yield
    owner.execute(row[0])


def test_nothing_arrives_after_the_right_to_read_has_ended(track: dict[str, Any]) -> None:
    figures, _races = run_races(**track, count=63, seed=1)
    assert not figures.faults, str(figures)
    assert len(figures.races) == len(ENDINGS)
    assert figures.counts["races with a page on its way at the commit"] > 30
    assert figures.counts["races with a download on its way at the commit"] > 30
    assert figures.counts["races with an answer held up over the commit"] > 15
    mails = [count for name, count in figures.counts.items() if name.startswith("mails ")]
    assert sum(mails) > 10, str(figures)


def test_when_nothing_ends_everything_arrives(track: dict[str, Any]) -> None:
    figures, races = run_races(**track, count=4, seed=2, endings=[NONE], held=[""])
    for race in races:
        found = {one.way for one in race.seen if one.marker}
        assert found == {"page", "search", "download"}
        assert race.rings > race.told_before
        assert not race.stream_ended
    assert any("mails for" in fault for fault in figures.faults)
    assert sum("the inbox holds" in fault for fault in figures.faults) == len(races)


@pytest.mark.parametrize("held", ["sharing_readmark", "sharing_attachment"])
def test_without_the_question_before_leaving_an_answer_holds_what_came_after_the_end(
    track: dict[str, Any], nobody_asks: None, held: str
) -> None:
    figures, _races = run_races(**track, count=7, seed=3, held=[held])
    way = "page" if held == "sharing_readmark" else "download"
    assert sum(f"a {way} asked" in fault for fault in figures.faults) > 3, str(figures)


def test_without_the_check_before_sending_mails_leave_after_the_end(track: dict[str, Any]) -> None:
    # A fault needs a mail on its way at the very moment: by chance a handful of races has none.
    for seed in range(4, 12):
        figures, _races = run_races(**track, count=14, seed=seed, unchecked=True)
        if any("a mail whose check began" in fault for fault in figures.faults):
            return
    pytest.fail(str(figures))
