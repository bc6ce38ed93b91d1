"""Random acts of every kind do what was shown before; and the check can fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from zorgverband.privacy.apply import LOCKS, statements

from .trial import Trial, trial


@pytest.mark.slow
def test_forty_random_acts_do_what_was_shown(owner: Any) -> None:
    # Thousands are done by `python -m tests.effect.compare`.
    held = trial(owner, seed=7, acts=40)
    assert list(held.faults(40)) == []
    assert held.changed.total() > 15, held.changed
    assert len(held.done) > 6, held.done


def test_a_trial_in_which_nothing_is_possible_ends_and_says_so(owner: Any) -> None:
    held = trial(owner, seed=11, acts=25, items=0)
    held.kinds = ("exception",)
    assert list(held.faults(5)) == ["only 0 of 5 acts could be done"]


@contextmanager
def broken(owner: Any, old: str, new: str) -> Iterator[None]:
    """The locks with one fault in how an effect is worked out, and whole again after."""
    whole = (LOCKS / "effect.sql").read_text()
    assert whole.count(old) == 1
    with owner.transaction():
        for statement in statements(replace={"effect.sql": whole.replace(old, new)}):
            owner.execute(statement)
    try:
        yield
    finally:
        with owner.transaction():
            for statement in statements():
                owner.execute(statement)


def exceptions_only(owner: Any) -> Trial:
    # Four networks: in a single one there may be nobody left who can do such an act.
    held = trial(owner, seed=9, acts=100)
    held.kinds = ("exception",)
    return held


@pytest.mark.slow
def test_a_preview_that_ignores_objections_is_noticed(owner: Any) -> None:
    # The control.
    assert list(exceptions_only(owner).faults(15)) == []
    with broken(owner, "WHERE d.line > 0", "WHERE d.line > 0 OR d.line = -5"):
        assert any("exception" in fault for fault in exceptions_only(owner).faults(15))


@pytest.mark.slow
def test_a_preview_that_forgets_writing_is_noticed(owner: Any) -> None:
    with broken(owner, "o.line > 0, o.writes", "o.line > 0, false"):
        held = trial(owner, seed=10, acts=25)
        held.kinds = ("permission",)
        assert any("prospects" in fault for fault in held.faults(12))
