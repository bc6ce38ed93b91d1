"""Writing down a measurement: its chart and table for who may read it, nothing for others."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.record.actions import record_measurement
from zorgverband.record.actions.ground import InTheFuture
from zorgverband.record.models import Measurement, MeasurementPart

from .dossier import act, measured, page, post, pressure, series_of_weight, weight


def test_a_gp_writes_a_blood_pressure_and_the_daughter_sees_chart_and_table(
    cast: Cast, client_of: Any
) -> None:
    measured(cast, cast.anouk, pressure(152, 88), days_ago=40)
    today = clock.today().isoformat()
    answer = post(
        client_of(cast.anouk), page("record_measurement", cast),
        kind="pressure", value="138", second="82", on=today,
    )  # fmt: skip
    assert answer.status_code == 302
    series = Measurement.objects.using("owner").filter(network_id=cast.network)[0].series
    seen = text(client_of(cast.marijke).get(page("measurement_series", cast, series=series)))
    assert "138/82 mmHg" in seen
    assert "152/88 mmHg" in seen
    assert seen.count('class="chart-line"') == 4  # two lines, and two keys that name them
    assert "<table" in seen


@pytest.mark.parametrize("name", ["ria", "linda", "henk"])
def test_others_find_it_nowhere(cast: Cast, client_of: Any, name: str) -> None:
    item = measured(cast, cast.anouk, weight("64.5"))
    who = getattr(cast, name, None) if name != "henk" else cast.other and cast.other.henk
    client = client_of(who)
    for address in (
        page("record", cast), page("measurements", cast), page("record_subject", cast, subject=3),
        page("measurement_series", cast, series=series_of_weight(cast)),
        page("item", cast, item_id=item), page("search", cast) + "?q=gewicht",
    ):  # fmt: skip
        answer = text(client.get(address))
        assert "64,5" not in answer
        assert str(item) not in answer


def test_a_number_that_cannot_be_is_refused_and_what_was_typed_stays(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.anouk)
    typed = {"kind": "temperature", "value": "386", "on": clock.today().isoformat()}
    answer = post(client, page("record_measurement", cast), note="Voelt warm", **typed)
    assert answer.status_code == 422
    assert "Dit getal kan niet kloppen" in text(answer)
    assert "Voelt warm" in text(answer)
    assert not Measurement.objects.using("owner").filter(network_id=cast.network).exists()
    assert (
        post(client, page("record_measurement", cast), **typed | {"value": "38,6"}).status_code
        == 302
    )


def test_a_measurement_of_tomorrow_is_refused(cast: Cast) -> None:
    tomorrow = clock.now() + timedelta(days=1)
    with pytest.raises(InTheFuture):
        act(cast, cast.anouk, record_measurement, taken=weight("64"), at=tomorrow)


def test_who_may_not_write_results_has_no_such_page(cast: Cast, client_of: Any) -> None:
    for who in (cast.marijke, cast.ria, cast.linda):
        address = page("record_measurement", cast)
        assert client_of(who).get(address).status_code == 404
        typed = {"kind": "weight", "value": "60", "on": clock.today().isoformat()}
        assert post(client_of(who), address, **typed).status_code == 404


def test_digits_stay_as_they_were_written(cast: Cast) -> None:
    measured(cast, cast.anouk, weight("64.50", low=Decimal("55.0")))
    row = Measurement.objects.using("owner").get(network_id=cast.network)
    assert str(row.value) == "64.50"
    assert str(row.low) == "55.0"


def test_a_blood_pressure_has_two_parts(cast: Cast) -> None:
    item = measured(cast, cast.anouk, pressure(140, 80))
    parts = MeasurementPart.objects.using("owner").filter(item_id=item).order_by("position")
    assert [(part.name, part.value) for part in parts] == [("Bovendruk", 140), ("Onderdruk", 80)]
