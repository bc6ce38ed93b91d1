"""How much and when: one line that leaves out nothing that changes a dose."""

from typing import Any

import pytest

from zorgverband.fhir.wording.timing import dosage_words, timing_words


@pytest.mark.parametrize(
    ("repeat", "words"),
    [
        ({"frequency": 3, "period": 1, "periodUnit": "d"}, "3 keer per dag"),
        ({"frequency": 1, "period": 8, "periodUnit": "h"}, "1 keer per 8 uur"),
        ({"period": 2, "periodUnit": "d"}, "1 keer per 2 dagen"),
        (
            {"frequency": 1, "frequencyMax": 2, "period": 4, "periodMax": 6, "periodUnit": "h"},
            "1 tot 2 keer per 4 tot 6 uur",
        ),
        ({"count": 5}, "in totaal 5 keer"),
        ({"dayOfWeek": ["mon", "thu"]}, "op maandag, op donderdag"),
        ({"timeOfDay": ["08:00:00", "20:30:00"]}, "om 8.00 uur, om 20.30 uur"),
        ({"when": ["ACM"], "offset": 10}, "10 minuten voor het ontbijt"),
        ({"when": ["WAKE"], "offset": 30}, "30 minuten na: bij het wakker worden"),
        ({"duration": 30, "durationUnit": "min"}, "elke keer 30 minuten"),
        ({"boundsDuration": {"value": 7, "unit": "dagen"}}, "7 dagen lang"),
        ({"boundsPeriod": {"end": "2020-01-14"}}, "tot en met 14 januari 2020"),
    ],
)
def test_a_timing_in_words(repeat: dict[str, Any], words: str) -> None:
    assert timing_words({"repeat": repeat}) == words


def test_days_on_which_something_happened() -> None:
    assert timing_words({"event": ["2020-01-14", "2020-02"]}) == "14 januari 2020, februari 2020"


DOSE = {"doseAndRate": [{"doseQuantity": {"value": 1, "unit": "tablet"}}]}


def test_a_dose_is_told_whole() -> None:
    dosage = {
        **DOSE,
        "timing": {"repeat": {"frequency": 2, "period": 1, "periodUnit": "d"}},
        "asNeededCodeableConcept": {"text": "pijn"},
        "route": {"text": "oraal"},
        "site": {"text": "mond"},
        "additionalInstruction": [{"text": "met water"}],
        "patientInstruction": "niet kauwen",
        "maxDosePerPeriod": {
            "numerator": {"value": 4, "unit": "tabletten"},
            "denominator": {"value": 1, "unit": "dag"},
        },
        "maxDosePerAdministration": {"value": 2, "unit": "tabletten"},
    }
    assert dosage_words(dosage) == (
        "1 tablet, 2 keer per dag, zo nodig bij: pijn, oraal, plaats: mond, met water, "
        "niet kauwen, hoogstens 4 tabletten per dag, hoogstens 2 tabletten per keer"
    )


def test_the_words_of_the_prescriber_come_first_and_the_coded_dose_stays() -> None:
    assert dosage_words({**DOSE, "text": "bij pijn"}) == "bij pijn (vastgelegd als: 1 tablet)"
    assert dosage_words({"text": "bij pijn"}) == "bij pijn"


def test_zo_nodig_is_never_lost() -> None:
    assert dosage_words({**DOSE, "asNeededBoolean": True}) == "1 tablet, zo nodig"
    assert dosage_words({**DOSE, "asNeededBoolean": False}) == "1 tablet"


def test_a_rate_is_told() -> None:
    rate = {"numerator": {"value": 50, "unit": "ml"}, "denominator": {"value": 1, "unit": "uur"}}
    assert dosage_words({"doseAndRate": [{"rateRatio": rate}]}) == "snelheid 50 ml per uur"
