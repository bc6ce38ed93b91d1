"""References: within the Bundle, contained, by identifier, over files, and to nowhere."""

import json
from pathlib import Path
from typing import Any

import pytest

from zorgverband.fhir.incoming import read_files
from zorgverband.fhir.tests.samples import (
    DOCTOR,
    JANNIE,
    bundle,
    concept,
    condition,
    medication,
    observation,
    only,
    read,
)

PRODUCT = {"resourceType": "Medication", "id": "p", "code": concept("Metoprolol 50 mg")}


def using(reference: str, **more: Any) -> dict[str, Any]:
    """Medication that refers to a Medication."""
    used = medication(medicationReference={"reference": reference}, **more)
    del used["medicationCodeableConcept"]
    return used


def entries(*pairs: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """A Bundle with a fullUrl for each resource."""
    listed = [{"fullUrl": url, "resource": resource} for url, resource in pairs]
    return {"resourceType": "Bundle", "type": "collection", "entry": listed}


@pytest.mark.parametrize(
    "document",
    [
        bundle(PRODUCT, using("Medication/p")),
        bundle(PRODUCT, using("Medication/p/_history/3")),
        using("#p", contained=[PRODUCT]),
        entries(("urn:uuid:1", PRODUCT), ("urn:uuid:2", using("urn:uuid:1"))),
        entries(
            ("http://x.nl/fhir/Medication/p", PRODUCT),
            ("http://x.nl/fhir/MedicationStatement/m", using("Medication/p")),
        ),
        bundle(
            {**PRODUCT, "identifier": [{"system": "urn:prk", "value": "42"}]},
            using("Medication?identifier=urn:prk|42"),
        ),
    ],
)
def test_the_name_of_the_medicine_is_found(document: dict[str, Any]) -> None:
    assert only(document).title == "Metoprolol 50 mg"


def test_two_servers_with_the_same_ids_are_not_mixed_up() -> None:
    other = {**PRODUCT, "code": concept("Digoxine 0,25 mg")}
    document = entries(
        ("http://a.nl/fhir/Medication/p", PRODUCT),
        ("http://b.nl/fhir/Medication/p", other),
        ("http://b.nl/fhir/MedicationStatement/m", using("Medication/p")),
    )
    assert only(document).title == "Digoxine 0,25 mg"


def test_files_read_together_know_each_other(tmp_path: Path) -> None:
    for name, value in (("a.json", using("Medication/p")), ("b.json", PRODUCT)):
        (tmp_path / name).write_text(json.dumps(value))
    reading = read_files([tmp_path / "a.json", tmp_path / "b.json"])
    assert [fact.title for fact in reading.facts] == ["Metoprolol 50 mg"]


def test_two_files_that_disagree_are_not_guessed_between(tmp_path: Path) -> None:
    other = {**PRODUCT, "code": concept("Digoxine")}
    for name, value in (("a", using("Medication/p")), ("b", PRODUCT), ("c", other)):
        (tmp_path / name).write_text(json.dumps(value))
    reading = read_files([tmp_path / name for name in "abc"])
    assert reading.facts[0].title == "Medicijn zonder naam"


def test_what_leads_nowhere_is_called_what_the_source_calls_it() -> None:
    used = medication(medicationReference={"reference": "Medication/9", "display": "Digoxine"})
    del used["medicationCodeableConcept"]
    assert only(used).title == "Digoxine"
    seen = observation(performer=[{"reference": "Practitioner/9"}])
    assert "Practitioner/9" not in only(seen).body


def test_a_medicine_without_a_name_is_called_by_what_is_in_it() -> None:
    strength = {
        "numerator": {"value": 50, "unit": "mg"},
        "denominator": {"value": 1, "unit": "tablet"},
    }
    product = {
        "resourceType": "Medication",
        "id": "p",
        "form": concept("tablet"),
        "ingredient": [{"itemCodeableConcept": concept("metoprolol"), "strength": strength}],
    }
    assert only(bundle(product, using("Medication/p"))).title == "metoprolol 50 mg per tablet"


ROLE = {
    "resourceType": "PractitionerRole",
    "id": "rol",
    "practitioner": {"reference": "Practitioner/dok"},
    "organization": {"reference": "Organization/org"},
    "specialty": [concept("huisarts")],
}
PRACTICE = {"resourceType": "Organization", "id": "org", "name": "Praktijk Oost"}


@pytest.mark.parametrize(
    ("resource", "name"),
    [
        (condition(recorder={"reference": "Practitioner/dok"}), "R. Bakker"),
        (
            condition(recorder={"reference": "PractitionerRole/rol"}),
            "R. Bakker, huisarts (Praktijk Oost)",
        ),
        (condition(asserter={"reference": "Patient/jannie"}), "de cliënt zelf"),
        (condition(recorder={"reference": "Practitioner/9"}), ""),
        (condition(), ""),
    ],
)
def test_from_whom_it_was_taken_over(resource: dict[str, Any], name: str) -> None:
    assert only(bundle(JANNIE, DOCTOR, ROLE, PRACTICE, resource)).taken_over_from == name


def test_without_an_author_the_provenance_tells() -> None:
    origin = {
        "resourceType": "Provenance",
        "target": [{"reference": "Condition/c1"}],
        "recorded": "2024-01-01T10:00:00Z",
        "agent": [{"who": {"reference": "Practitioner/dok"}}],
    }
    assert only(bundle(DOCTOR, condition(), origin)).taken_over_from == "R. Bakker"


def test_without_an_author_the_document_or_the_contact_tells() -> None:
    head = {
        "resourceType": "Composition",
        "status": "final",
        "type": concept("samenvatting"),
        "date": "2024",
        "title": "Samenvatting",
        "author": [{"reference": "Practitioner/dok"}],
    }
    document = bundle(head, DOCTOR, condition(), kind="document")
    assert {fact.taken_over_from for fact in read(document).facts} == {"R. Bakker"}
    contact = {
        "resourceType": "Encounter",
        "id": "e",
        "status": "finished",
        "class": {"code": "AMB"},
        "serviceProvider": {"reference": "Organization/org"},
    }
    seen = condition(encounter={"reference": "Encounter/e"})
    facts = read(bundle(contact, PRACTICE, seen)).facts
    assert {fact.taken_over_from for fact in facts} == {"Praktijk Oost"}


def test_the_source_is_kept() -> None:
    named = bundle(condition(), identifier={"system": "urn:x", "value": "urn:uuid:7"})
    assert only(named).source == "Bundle urn:uuid:7 / Condition/c1"
    assert only(condition()).source == "Condition/c1"


def test_a_circle_of_references_ends() -> None:
    circle: dict[str, Any] = {"resourceType": "Medication", "id": "p"}
    circle["ingredient"] = [{"itemReference": {"reference": "Medication/p"}}]
    assert only(bundle(circle, using("Medication/p"))).title == "Medicijn zonder naam"
    part = observation(id="a", hasMember=[{"reference": "Observation/b"}])
    whole = observation(id="b", hasMember=[{"reference": "Observation/a"}])
    assert len(read(bundle(part, whole)).facts) == 2
    assert only(observation(hasMember=[{"reference": "Observation/o1"}])).title == "Gewicht"
