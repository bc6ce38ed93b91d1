"""What people and addresses type becomes a value, or nothing; never an error."""

from datetime import UTC, date, datetime

import pytest

from zorgverband.base.typed import day_of, moment_of, whole_number


@pytest.mark.parametrize("text", ["", None, "²", "-1", "1.5", "9" * 5000, "x", "\x00", "١"])
def test_what_is_no_number_is_nothing(text: str | None) -> None:
    assert whole_number(text) is None


def test_digits_are_a_number() -> None:
    assert whole_number(" 42 ") == 42


@pytest.mark.parametrize("text", ["", None, "0001-01-01", "9999-12-31", "2026-13-01", "gisteren"])
def test_what_is_no_day_is_nothing(text: str | None) -> None:
    assert day_of(text) is None


def test_a_day_is_a_day() -> None:
    assert day_of("2026-11-20") == date(2026, 11, 20)


@pytest.mark.parametrize("text", ["", "2026-11-20T10:00", "0001-01-01T00:00+14:00", "x"])
def test_what_is_no_moment_is_nothing(text: str) -> None:
    assert moment_of(text) is None


def test_an_odd_time_zone_becomes_utc() -> None:
    moment = moment_of("2026-11-21T23:59:59+23:59:59.9")
    assert moment is not None
    assert moment.tzinfo is UTC
    assert moment < datetime(2026, 11, 21, 1, tzinfo=UTC)
