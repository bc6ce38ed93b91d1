"""Whoever visits the rooms of talking and deciding together sees what the rule in plain Python says."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.doors.rows import BY_NAME
from tests.rule.model import Rule

from .guarded import ELSEWHERE, VISITED, guarded
from .room_visits import EXACT, RoomVisits
from .world import prepare_rooms


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Many pages that are not there need no line in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.slow
def test_every_page_of_a_room_shows_what_one_may_read(owner: Any) -> None:
    # Tens of thousands of pairs are compared by `python -m tests.http.compare --rooms`.
    made = prepare_rooms(owner, seed=51, networks=1, items=32)
    visits = RoomVisits(*made, viewers=2, swept=6)
    faults = list(visits.disagreements())
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:30])
    assert visits.pairs > 50
    assert set(EXACT) <= set(visits.asked)


@pytest.mark.slow
def test_a_rule_that_says_the_opposite_is_noticed_on_every_page(
    owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control: no for yes, and yes for no.
    made = prepare_rooms(owner, seed=52, networks=1, items=36)
    visits, real = RoomVisits(*made, swept=0), Rule.line

    def line(rule: Rule, person: str, item: Any) -> int:
        return -real(rule, person, item)

    monkeypatch.setattr(Rule, "line", line)
    missed = set(EXACT)
    for fault in visits.disagreements():
        missed -= {name for name in missed if f": {name} " in fault}
        if not missed:
            return
    pytest.fail(f"not noticed: {missed}")


def test_a_page_that_no_check_knows_is_missed() -> None:
    # The control of what `tests/doors/test_reading.py` asks of every page that shows an item.
    assert not guarded("a_new_page_about_something_else")
    assert set(EXACT) | VISITED | set(ELSEWHERE) <= set(BY_NAME)
