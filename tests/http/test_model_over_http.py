"""Whoever visits whatever page of a random world sees what the rule in plain Python says, no more
and no less."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from tests.rule.model import Rule

from .visits import Visits
from .world import prepare


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Thousands of pages that are not there need no line in the log."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.slow
def test_a_thousand_pairs_agree_on_every_page(owner: Any) -> None:
    # Tens of thousands are compared by `python -m tests.http.compare`.
    visits = Visits(prepare(owner, seed=31, networks=2, items=54))
    faults = list(visits.disagreements())
    assert not faults, f"{len(faults)}:\n" + "\n".join(faults[:20])
    assert visits.pairs > 1_000, visits.asked


@pytest.mark.slow
def test_a_rule_that_says_the_opposite_is_noticed_on_every_kind_of_page(
    owner: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The control: no for yes, and yes for no.
    visited, real = prepare(owner, seed=33, networks=2, items=60), Rule.line

    def line(rule: Rule, person: str, item: Any) -> int:
        return -real(rule, person, item)

    monkeypatch.setattr(Rule, "line", line)
    missed = {"item ", "news: ", "counts ", "search: ", "readers of", "agenda: ", "today: ",
              "agreements: ", "medicijnen", "problemen", "metingen", "onderzoeken"}  # fmt: skip
    for fault in Visits(visited).disagreements():
        missed -= {word for word in missed if word in fault}
        if not missed:
            return
    pytest.fail(f"not noticed: {missed}")
