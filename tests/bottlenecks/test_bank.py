"""A part of the bank of scenarios; `./zv check-bottlenecks` plays all of it."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.cast import Cast, gather
from zorgverband.bottlenecks.rules import RULES

from .bank import AGAIN, FOUND, HIDDEN, NEAR, OVER, Played, Stage, bank, played, table

# So many scenarios take a few seconds; a prime, so that over time each comes with every other.
EACH = 13


@pytest.fixture
def gathering(owner: Any, db: None) -> Callable[[], Cast]:
    """Makes a fresh cast."""
    return lambda: gather(owner)


@pytest.mark.slow
def test_a_part_of_the_bank_is_found_and_nothing_else(gathering: Callable[[], Cast]) -> None:
    results = list(played(bank()[::EACH], gathering))
    assert len(results) > 10
    assert all(not one.faults for one in results), "\n".join(table(results))


def test_every_rule_is_tried_in_every_way() -> None:
    tried = Counter((one.kind, one.which) for one in bank())
    wanted = {(kind, which) for kind in RULES for which in (FOUND, NEAR, HIDDEN, OVER, AGAIN)}
    assert wanted - set(tried) == set()
    assert {kind for kind, _which in tried} == set(RULES)
    assert sum(tried.values()) >= 80
    assert all(one.words for one in bank())


def test_a_scenario_that_wants_something_else_is_told(gathering: Callable[[], Cast]) -> None:
    # The control: the bank can fail.
    stage = Stage(gathering())
    stage.wants(0, hanneke="agreement_overdue")
    assert len(stage.faults) == 1
    assert "1 wrong" in table([Played(bank()[0], stage.faults)])[-1]
