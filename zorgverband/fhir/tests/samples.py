"""Small FHIR resources for tests, and the shortest way to read them."""

import json
from typing import Any

from zorgverband.fhir.fact import Fact, Reading
from zorgverband.fhir.incoming import read_bytes

Json = dict[str, Any]

JANNIE: Json = {
    "resourceType": "Patient",
    "id": "jannie",
    "identifier": [{"system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "999911120"}],
    "name": [{"given": ["Jannie"], "family": "Smit"}],
    "birthDate": "1941-03-02",
}
DOCTOR: Json = {"resourceType": "Practitioner", "id": "dok", "name": [{"text": "R. Bakker"}]}


def concept(text: str = "", code: str = "", system: str = "http://snomed.info/sct") -> Json:
    """A CodeableConcept with a text, a code, or both."""
    made: Json = {"text": text} if text else {}
    if code:
        made["coding"] = [{"system": system, "code": code}]
    return made


def condition(**more: Any) -> Json:
    """A Condition of Jannie: hypertension, unless said otherwise."""
    made = {
        "resourceType": "Condition",
        "id": "c1",
        "subject": {"reference": "Patient/jannie"},
        "code": concept("Hypertensie", "38341003"),
    }
    return {**made, **more}


def observation(**more: Any) -> Json:
    """An Observation of Jannie: a body weight without a value, unless said otherwise."""
    made = {
        "resourceType": "Observation",
        "id": "o1",
        "status": "final",
        "subject": {"reference": "Patient/jannie"},
        "code": concept("Gewicht", "29463-7", "http://loinc.org"),
    }
    return {**made, **more}


def medication(**more: Any) -> Json:
    """A MedicationStatement of Jannie: metoprolol, unless said otherwise."""
    made = {
        "resourceType": "MedicationStatement",
        "id": "m1",
        "status": "active",
        "subject": {"reference": "Patient/jannie"},
        "medicationCodeableConcept": concept("Metoprolol 50 mg"),
    }
    return {**made, **more}


def bundle(*resources: Json, kind: str = "collection", **more: Any) -> Json:
    """A Bundle with these resources as entries."""
    entries = [{"resource": resource} for resource in resources]
    return {"resourceType": "Bundle", "type": kind, "entry": entries, **more}


def read(value: Any, name: str = "proef.json") -> Reading:
    """Reads one JSON value; numbers may be given as they are in Python."""
    return read_bytes(name, json.dumps(value).encode())


def only(value: Any) -> Fact:
    """The one fact in this JSON value."""
    (fact,) = read(value).facts
    return fact
