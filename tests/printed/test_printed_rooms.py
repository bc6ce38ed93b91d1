"""Minutes, handovers, a discharge and the week on paper say what the rule lets their printer read."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.http.room_visits import RoomVisits
from tests.http.world import prepare_rooms
from tests.rule.model import Rule

from .rooms import Papers


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Papers that are not there need no line in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.slow
def test_every_kind_of_paper_says_what_its_printer_may_read(owner: Any) -> None:
    # Hundreds are printed by `python -m tests.printed.compare`.
    made = prepare_rooms(owner, seed=53, networks=1, items=40)
    papers = Papers(RoomVisits(*made), owner, printers=6)
    assert list(papers.differences()) == []
    assert sum(papers.counted.values()) > 12, papers.counted


@pytest.mark.slow
def test_paper_that_says_what_its_printer_may_not_read_is_found(
    owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control: a rule that lets nobody read any visit.
    made, real = prepare_rooms(owner, seed=54, networks=1, items=40), Rule.may_read
    visits = RoomVisits(*made)

    def may_read(rule: Rule, person: str, item: Any) -> bool:
        here = visits.held[rule.network["id"]].rooms["visit"]
        return item["id"] not in here and real(rule, person, item)

    monkeypatch.setattr(Rule, "may_read", may_read)
    faults = " ".join(Papers(visits, owner, printers=3).differences())
    assert "week_on_paper" in faults
    assert re.search(r"says [1-9]\d* too many", faults)
    assert re.search(r"noted [1-9]\d* too many", faults)
