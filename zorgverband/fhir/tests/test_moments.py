"""When: what the source says and no more, at the clock of the Netherlands."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from zorgverband.fhir.tests.samples import condition, medication, observation, only
from zorgverband.fhir.wording.dates import date_words, last_day, moment, period_words


@pytest.mark.parametrize(
    ("text", "precision", "utc", "words"),
    [
        ("2012", "year", datetime(2011, 12, 31, 23, tzinfo=UTC), "2012"),
        ("2012-07", "month", datetime(2012, 6, 30, 22, tzinfo=UTC), "juli 2012"),
        ("2012-07-03", "day", datetime(2012, 7, 2, 22, tzinfo=UTC), "3 juli 2012"),
        (
            "2012-07-03T23:05:00-04:00",
            "time",
            datetime(2012, 7, 4, 3, 5, tzinfo=UTC),
            "4 juli 2012, 5.05 uur",
        ),
        (
            "2016-12-31T23:59:60.123456789Z",
            "time",
            datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC),
            "1 januari 2017, 0.59 uur",
        ),
    ],
)
def test_a_date_is_as_precise_as_it_is(
    text: str, precision: str, utc: datetime, words: str
) -> None:
    known = moment(text)
    assert (known.precision, known.at, known.words) == (precision, utc, words)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2012", date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 29)),
        ("2012-12", date(2012, 12, 31)),
        ("2012-02-03", date(2012, 2, 3)),
    ],
)
def test_an_end_covers_the_whole_month_or_year(text: str, last: date) -> None:
    assert last_day(text) == last


def test_periods_in_words() -> None:
    assert period_words({"start": "2012", "end": "2013"}) == "van 2012 tot en met 2013"
    assert period_words({"start": "2012"}) == "vanaf 2012"
    assert period_words({"end": "2013"}) == "tot en met 2013"
    assert period_words({"start": "2012", "end": "2012"}) == "2012"


def test_a_problem_begins_and_ends() -> None:
    fact = only(condition(onsetDateTime="2012", abatementDateTime="2013-02"))
    assert (fact.starts_on, fact.ends_on) == (date(2012, 1, 1), date(2013, 2, 28))
    assert fact.precision == "year"


def test_medication_as_of_a_day_is_not_over_that_day() -> None:
    assert only(medication(effectiveDateTime="2020")).ends_on is None
    over = medication(effectivePeriod={"start": "2019", "end": "2020"})
    assert only(over).ends_on == date(2020, 12, 31)


def test_a_tapering_dose_ends_with_its_last_step() -> None:
    def step(end: str | None) -> dict[str, Any]:
        period = {"start": "2020-01-01", **({"end": end} if end else {})}
        return {"text": "x", "timing": {"repeat": {"boundsPeriod": period}}}

    order = {
        "resourceType": "MedicationRequest",
        "status": "active",
        "intent": "order",
        "medicationCodeableConcept": {"text": "Prednison"},
        "subject": {"reference": "Patient/jannie"},
    }
    steps = {**order, "dosageInstruction": [step("2020-01-07"), step("2020-01-14")]}
    assert only(steps).ends_on == date(2020, 1, 14)
    assert only({**order, "dosageInstruction": [step("2020-01-07"), step(None)]}).ends_on is None


def test_without_a_date_nothing_is_made_up() -> None:
    fact = only(condition())
    assert (fact.happened_at, fact.precision) == (None, "unknown")


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_the_calendar_are_told_and_not_kept(text: str) -> None:
    fact = only(observation(effectiveDateTime=text))
    assert fact.happened_at is None
    assert "Wanneer: " in fact.body


def test_the_end_that_means_no_end_is_kept_as_a_day() -> None:
    fact = only(medication(effectivePeriod={"start": "2020", "end": "9999-12-31"}))
    assert fact.ends_on == date(9999, 12, 31)
    assert date_words("9999-12-31") == "31 december 9999"
