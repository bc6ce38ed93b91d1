"""Figures: exactly as the source wrote them, with what belongs to them."""

from decimal import Decimal
from typing import Any

import pytest

from zorgverband.fhir.fact import Fact
from zorgverband.fhir.incoming import read_bytes
from zorgverband.fhir.tests.samples import concept, observation, only

LOINC = "http://loinc.org"
ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"


def measured(text: str) -> Fact:
    """A measurement whose number is written in this way in the file."""
    raw = (
        '{"resourceType": "Observation", "status": "final", "code": {"text": "Hb"},'
        f'"valueQuantity": {{"value": {text}, "unit": "mmol/L"}}}}'
    )
    return read_bytes("x.json", raw.encode()).facts[0]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("7", "7"),
        ("7.0", "7,0"),
        ("7.10", "7,10"),
        ("0.1", "0,1"),
        ("-0.75", "-0,75"),
        ("185.8289545670521", "185,8289545670521"),
        ("1E3", "1000"),
        ("12345678901234567.89", "12345678901234567,89"),
    ],
)
def test_a_figure_is_not_rewritten(written: str, shown: str) -> None:
    fact = measured(written)
    assert str(fact.value) == written.replace("E3", "E+3")
    assert fact.value == Decimal(written)
    assert fact.title == f"Hb: {shown} mmol/L"


def test_less_than_five_is_not_five() -> None:
    fact = only(observation(valueQuantity={"value": 5, "comparator": "<", "unit": "mg/L"}))
    assert (fact.figure.comparator, fact.value) == ("<", Decimal(5))
    assert fact.title == "Gewicht: < 5 mg/L"


def test_the_normal_range_goes_with_the_figure() -> None:
    fact = only(
        observation(
            valueQuantity={"value": 6.3, "unit": "mmol/L"},
            referenceRange=[
                {"low": {"value": 3.1, "unit": "mmol/L"}, "high": {"value": 6.2, "unit": "mmol/L"}}
            ],
            interpretation=[
                concept(
                    code="H",
                    system="http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
                )
            ],
        )
    )
    assert (fact.low, fact.high, fact.unit) == (Decimal("3.1"), Decimal("6.2"), "mmol/L")
    assert fact.body.startswith("Waarde: 6,3 mmol/L (hoog)\nNormaal: 3,1 tot 6,2 mmol/L\n")


@pytest.mark.parametrize(
    "ranges",
    [
        [{"low": {"value": 3, "unit": "mg/dL"}}],
        [{"low": {"value": 3}, "type": concept("ernstig")}],
        [{"low": {"value": 3}}, {"low": {"value": 4}}],
    ],
)
def test_a_range_that_may_be_another_one_is_only_told(ranges: list[Any]) -> None:
    fact = only(observation(valueQuantity={"value": 5, "unit": "mmol/L"}, referenceRange=ranges))
    assert (fact.low, fact.high) == (None, None)
    assert "vanaf 3" in fact.body


def test_blood_pressure_keeps_its_two_halves() -> None:
    def half(code: str, value: int) -> dict[str, Any]:
        quantity = {"value": value, "unit": "mm[Hg]"}
        return {"code": concept(code, code, LOINC), "valueQuantity": quantity}

    fact = only(
        observation(code=concept("Bloeddruk"), component=[half("8480-6", 140), half("8462-4", 80)])
    )
    assert fact.title == "Bloeddruk: 140/80 mmHg"
    assert [(one.name, one.figure.value) for one in fact.components] == [
        ("8480-6", Decimal(140)),
        ("8462-4", Decimal(80)),
    ]
    assert (fact.kind, fact.subject) == ("measurement", "results")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"valueString": "troebel"}, "troebel"),
        ({"valueBoolean": False}, "nee"),
        ({"valueInteger": 3}, "3"),
        ({"valueCodeableConcept": concept("Positief")}, "Positief"),
        ({"valueRange": {"low": {"value": 1}, "high": {"value": 3, "unit": "g"}}}, "1 tot 3 g"),
        ({"valueRatio": {"numerator": {"value": 1}, "denominator": {"value": 128}}}, "1 : 128"),
        ({"valueTime": "08:05:00"}, "8.05 uur"),
        ({"valueDateTime": "2014-07-01"}, "1 juli 2014"),
        ({"valuePeriod": {"start": "2014", "end": "2015"}}, "van 2014 tot en met 2015"),
        (
            {
                "valueSampledData": {
                    "origin": {"value": 0},
                    "period": 10,
                    "dimensions": 1,
                    "data": "1 2 3",
                }
            },
            "meetreeks van 3 waarden",
        ),
    ],
)
def test_every_kind_of_value_is_told(value: dict[str, Any], shown: str) -> None:
    assert only(observation(**value)).title == f"Gewicht: {shown}"


def test_why_there_is_no_value_is_told() -> None:
    missing = concept(code="not-performed", system=ABSENT)
    fact = only(
        observation(
            dataAbsentReason=missing,
            component=[{"code": concept("deel"), "dataAbsentReason": missing}],
        )
    )
    assert "Waarom er geen waarde is: niet gedaan" in fact.body
    assert "- deel: geen waarde (niet gedaan)" in fact.body


def test_a_finding_without_a_number_is_an_examination() -> None:
    assert only(observation(valueString="troebel")).kind == "examination"
    assert only(observation(valueInteger=3)).kind == "measurement"
