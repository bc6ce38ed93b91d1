"""Easter, which most holidays hang on."""

from datetime import date

from zorgverband.base.workdays import easter


def test_easter_falls_where_the_calendar_says() -> None:
    assert [easter(year) for year in (2024, 2026, 2038, 2049)] == [
        date(2024, 3, 31), date(2026, 4, 5), date(2038, 4, 25), date(2049, 4, 18),
    ]  # fmt: skip
