"""Random weeks are one whole page each, with the letters of this machine and without."""

import random
from contextlib import nullcontext

import orjson
import pytest

from .demo_weeks import FULLEST, rows_of
from .random_weeks import random_week
from .weeks import checked, faults_on, made, only_own_letters


@pytest.mark.slow
@pytest.mark.parametrize("number", range(5))
def test_a_random_week_is_one_page_with_everything_on_it(number: int) -> None:
    faults, _how = checked(random.Random(f"1-{number}"))
    assert faults == []


def test_the_fullest_week_of_the_demo_is_one_page() -> None:
    from zorgverband.papers.week import SHAPE

    words = orjson.loads(FULLEST.read_bytes())
    assert rows_of(words) >= 10
    for letters in (nullcontext, only_own_letters):
        with letters():
            assert faults_on(*made(words, SHAPE), words) == []


@pytest.mark.slow
def test_a_row_that_is_missing_and_letters_in_the_margin_are_found() -> None:
    # The control: the paper of one week held against the words of another.
    from zorgverband.papers.week import SHAPE

    words = random_week(random.Random("a"))
    pdf, picture = made(words, SHAPE)
    other = random_week(random.Random("b"))
    assert any("not there" in fault for fault in faults_on(pdf, picture, other))
    wide = words | {"title": "W" * 200}
    assert "something in the margin" in faults_on(*made(wide, SHAPE), wide)
