"""Identifiers: in the order in which they were made, and not to be guessed."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import UUID

import pytest

from zorgverband.base.ids import new_id


def test_an_id_says_in_which_millisecond_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert before <= made.int >> 80 <= before + 1000


def test_ids_made_one_after_another_sort_in_that_order() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert [str(one) for one in made] == sorted(map(str, made))
    # The control: many were made in the same millisecond, where only the random part orders them.
    assert any(one.int >> 80 == other.int >> 80 for one, other in pairwise(made))


def test_a_clock_that_is_put_back_makes_no_earlier_id(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr("zorgverband.base.ids.time.time_ns", lambda: 1)
    assert new_id() > before


def test_from_two_ids_nobody_can_tell_how_many_were_made_between_them() -> None:
    made = [new_id() for _ in range(2_000)]
    steps = {
        later.int - one.int
        for one, later in pairwise(made)
        if one.int >> 80 == later.int >> 80
    }  # fmt: skip
    assert len(steps) > 500
    assert min(steps) > 1


def test_threads_never_make_the_same_id() -> None:
    def many(_: int) -> list[UUID]:
        return [new_id() for _ in range(5_000)]

    with ThreadPoolExecutor(4) as pool:
        made = [one for part in pool.map(many, range(4)) for one in part]
    assert len(set(made)) == len(made)
