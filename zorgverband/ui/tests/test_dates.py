"""Days and times read as people say them, at the clock of the Netherlands."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from zorgverband.ui import dates

FRIDAY = datetime(2026, 11, 20, 8, 40, tzinfo=UTC)
SUMMER_EVENING = datetime(2026, 6, 30, 22, 5, tzinfo=UTC)


def test_a_time_is_said_in_dutch() -> None:
    with translation.override("nl"):
        assert dates.clock(FRIDAY) == "9.40 uur"
        assert dates.long_date(FRIDAY) == "vrijdag 20 november"
        assert dates.full_date(FRIDAY) == "20 november 2026"
        assert dates.clock_span(FRIDAY, FRIDAY.replace(hour=9)) == "9.40 tot 10.40 uur"


def test_a_time_is_said_in_english() -> None:
    with translation.override("en"):
        assert dates.clock(FRIDAY) == "9:40"
        assert dates.long_date(FRIDAY) == "Friday 20 November"


def test_late_in_the_evening_elsewhere_is_the_next_day_here() -> None:
    with translation.override("nl"):
        assert dates.long_date(SUMMER_EVENING) == "woensdag 1 juli"
        assert dates.clock(SUMMER_EVENING) == "0.05 uur"


@pytest.mark.parametrize(
    ("day", "words"),
    [(20, "Vandaag"), (19, "Gisteren"), (21, "Morgen"), (16, "maandag 16 november")],
)
def test_days_near_by_have_a_name(day: int, words: str) -> None:
    with translation.override("nl"):
        assert dates.day_heading(date(2026, 11, day), FRIDAY) == words


def test_another_year_is_said() -> None:
    with translation.override("nl"):
        assert dates.day_heading(date(2025, 12, 31), FRIDAY) == "woensdag 31 december 2025"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        dates.clock(FRIDAY.replace(tzinfo=None))


def test_inside_a_sentence_only_our_own_words_lose_their_capital() -> None:
    yesterday, monday = date(2026, 11, 19), date(2026, 11, 16)
    with translation.override("nl"):
        assert dates.day_within(yesterday, FRIDAY) == "gisteren"
        assert dates.day_within(monday, FRIDAY) == "maandag 16 november"
    with translation.override("en"):
        assert dates.day_within(yesterday, FRIDAY) == "yesterday"
        assert dates.day_within(monday, FRIDAY) == "Monday 16 November"
