"""The line chart: every chart has its table, thinning hides no outlier, nothing runs in it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.record.chart import Chart, Line, draw, scale
from zorgverband.record.queries.measurements import POINTS, chart_points

from .dossier import many_weights, measured, page, series_of_weight, weight

START = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_chart_has_its_table_with_the_same_numbers(cast: Cast, client_of: Any) -> None:
    for days, value in ((3, "64.5"), (2, "65.0"), (1, "63.8")):
        measured(cast, cast.anouk, weight(value, low=Decimal(60), high=Decimal(64)), days_ago=days)
    address = page("measurement_series", cast, series=series_of_weight(cast))
    seen = text(client_of(cast.marijke).get(address))
    assert 'class="chart-line"' in seen
    assert 'class="chart-band"' in seen
    for words in ("64,5 kg", "65,0 kg", "63,8 kg", "Laagste 63,8, hoogste 65,0."):
        assert words in seen
    assert "style=" not in seen
    assert seen.index("<svg viewBox") < seen.index("<table")


@pytest.mark.slow
def test_thinning_keeps_few_points_and_every_outlier(cast: Cast, entered: Any) -> None:
    many_weights(cast, cast.anouk, 2000)
    measured(cast, cast.anouk, weight("99.9"), days_ago=30.5)
    measured(cast, cast.anouk, weight("11.1"), days_ago=50.5)
    end = clock.now()
    with entered(cast.marijke):
        found = chart_points(
            network=cast.network, about=cast.jannie.member, series=series_of_weight(cast),
            start=end - timedelta(days=366), end=end, parts=False,
        )  # fmt: skip
    values = [point.value for point in found]
    assert 0 < len(found) <= POINTS + 2
    assert max(values) == Decimal("99.9")
    assert min(values) == Decimal("11.1")
    assert [point.at for point in found] == sorted(point.at for point in found)


def test_no_numbers_no_drawing() -> None:
    assert draw(Chart([], START, START + timedelta(days=1))) == ""


def test_words_in_a_chart_are_escaped() -> None:
    points = [(START, Decimal(1)), (START + timedelta(days=1), Decimal(2))]
    drawn = draw(Chart([Line("<b>", points), Line("b", points)], START, START + timedelta(days=1)))
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["118", "162"], ["100", "120", "140", "160", "180"]),
        (["4.8", "9.4"], ["4", "6", "8", "10"]),
        (["81.2"], None),
        (["0"], None),
        (["0.0012", "0.0047"], None),
        (["-5", "3"], None),
    ],
)
def test_a_scale_is_round_and_holds_every_value(values: list[str], ticks: Any) -> None:
    numbers = [Decimal(value) for value in values]
    found = scale(numbers)
    assert found[0] <= min(numbers)
    assert max(numbers) <= found[-1]
    assert 2 <= len(found) <= 6
    if ticks:
        assert found == [Decimal(tick) for tick in ticks]
