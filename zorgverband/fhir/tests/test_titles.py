"""What stands above a fact: never the opposite of what the source says."""

from typing import Any

import pytest

from zorgverband.fhir.tests.samples import concept, condition, medication, observation, only

ABOUT = {"subject": {"reference": "Patient/jannie"}}
PATIENT = {"patient": {"reference": "Patient/jannie"}}
ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
ALLERGY = {"resourceType": "AllergyIntolerance", **PATIENT}
ORDER = {
    "resourceType": "MedicationRequest",
    "status": "active",
    "intent": "order",
    "medicationCodeableConcept": {"text": "Metoprolol 50 mg"},
    **ABOUT,
}
VACCINE = {
    "resourceType": "Immunization",
    "status": "completed",
    "vaccineCode": {"text": "Griepprik"},
    "occurrenceDateTime": "2023-10",
    **PATIENT,
}
WISH = {
    "resourceType": "Consent",
    "status": "active",
    "scope": concept(code="treatment", system="http://terminology.hl7.org/CodeSystem/consentscope"),
    "category": [concept("Behandelaanwijzing")],
    "provision": {"type": "deny", "code": [concept("Reanimatie")]},
}
DEVICE = {"resourceType": "DeviceUseStatement", "status": "active", **ABOUT}


def _with(base: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {**base, **more}


@pytest.mark.parametrize(
    ("resource", "title"),
    [
        (condition(), "Hypertensie"),
        (
            condition(verificationStatus=concept(code="unconfirmed", system="http://hl7.org/x")),
            "Niet bevestigd: Hypertensie",
        ),
        (
            condition(code=concept(code="no-known-problems", system=ABSENT)),
            "Geen aandoeningen bekend",
        ),
        (condition(code=concept(code="38341003")), "38341003 (SNOMED CT)"),
        (_with(ALLERGY, code=concept("Penicilline"), type="allergy"), "Allergie: Penicilline"),
        (_with(ALLERGY, code=concept("Pinda")), "Allergie of overgevoeligheid: Pinda"),
        (
            _with(ALLERGY, code=concept("x", "716186003")),
            "Geen allergieën bekend",
        ),
        (
            _with(
                ALLERGY,
                code=concept("Penicilline"),
                verificationStatus=concept(code="refuted", system="http://hl7.org/x"),
            ),
            "Uitgesloten: allergie of overgevoeligheid: Penicilline",
        ),
        (medication(), "Metoprolol 50 mg"),
        (medication(status="not-taken"), "Niet gebruikt: Metoprolol 50 mg"),
        (medication(status="stopped"), "Gestopt: Metoprolol 50 mg"),
        (ORDER, "Metoprolol 50 mg"),
        (_with(ORDER, doNotPerform=True), "Niet geven: Metoprolol 50 mg"),
        (_with(ORDER, status="cancelled"), "Afgezegd: Metoprolol 50 mg"),
        (VACCINE, "Vaccinatie: Griepprik"),
        (_with(VACCINE, status="not-done"), "Niet gevaccineerd: Griepprik"),
        (WISH, "Behandelwens: Reanimatie (niet)"),
        (_with(WISH, status="inactive"), "Vervallen behandelwens: Reanimatie (niet)"),
        (_with(DEVICE, device={"display": "Rolstoel"}), "Rolstoel"),
        (
            _with(DEVICE, device={"display": "Rolstoel"}, status="completed"),
            "Niet meer gebruikt: Rolstoel",
        ),
        (observation(valueQuantity={"value": 81, "unit": "kg"}), "Gewicht: 81 kg"),
        (observation(status="cancelled"), "Niet doorgegaan: Gewicht"),
        (
            {"resourceType": "Procedure", "status": "not-done", "code": concept("MRI"), **ABOUT},
            "Niet uitgevoerd: MRI",
        ),
        (
            {
                "resourceType": "ServiceRequest",
                "status": "active",
                "intent": "order",
                "doNotPerform": True,
                "code": concept("Reanimatie"),
                **ABOUT,
            },
            "Niet doen: Reanimatie",
        ),
        (
            {
                "resourceType": "Flag",
                "status": "inactive",
                "code": concept("Valgevaar"),
                **ABOUT,
            },
            "Waarschuwing, niet meer van kracht: Valgevaar",
        ),
    ],
)
def test_the_title_says_what_the_source_says(resource: Any, title: str) -> None:
    assert only(resource).title == title


def test_a_long_title_is_cut_and_stands_whole_in_the_text() -> None:
    name = "zeer " * 60 + "lang"
    fact = only(condition(code=concept(name)))
    assert len(fact.title) <= 200
    assert fact.title.endswith("…")
    assert name in fact.body


def test_a_title_is_one_line() -> None:
    assert only(condition(code=concept("Hoge\n  bloeddruk"))).title == "Hoge bloeddruk"
