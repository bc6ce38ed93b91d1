"""Over all public examples: every resource is once in facts or left out, and never unsafe."""

import json
import time
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from zorgverband.fhir import reasons
from zorgverband.fhir.fact import Fact, Reading
from zorgverband.fhir.incoming import read_files
from zorgverband.fhir.resources import RECIPES
from zorgverband.fhir.tests import material
from zorgverband.fhir.tests.samples import JANNIE, bundle, condition, observation, read

MEDICAL = {"health", "medication", "results", "treatment", "mind"}


def resources_in(value: Any) -> list[Any]:
    """Counted apart from the code under test: entries (also empty ones) and contained resources."""
    found = []
    if value.get("resourceType") == "Bundle":
        for entry in value.get("entry", []):
            inner = entry.get("resource")
            found += [inner] if inner is None or inner["resourceType"] == "Bundle" else []
            found += resources_in(inner) if inner else []
        return found
    return [value, *(one for inner in value.get("contained", []) for one in resources_in(inner))]


@pytest.fixture(scope="module", params=list(material.SETS))
def whole_set(request: pytest.FixtureRequest) -> tuple[list[Any], Reading, float]:
    """The raw resources of one set, what was read, and the seconds that took."""
    paths = material.files(request.param)
    inside = [x for path in paths for x in resources_in(json.loads(path.read_bytes()))]
    started = time.process_time()
    reading = read_files(paths)
    return inside, reading, time.process_time() - started


Whole = tuple[list[Any], Reading, float]


def test_every_resource_is_exactly_once_in_facts_or_left_out(whole_set: Whole) -> None:
    inside, reading, _seconds = whole_set
    expected = Counter((x["resourceType"], x.get("id", "")) for x in inside)
    given = Counter((fact.resource_type, fact.raw.get("id", "")) for fact in reading.facts)
    given += Counter((one.resource_type, one.id) for one in reading.left_out)
    assert given == expected


def test_all_that_comes_from_care_stays_medical(whole_set: Whole) -> None:
    assert {fact.subject for fact in whole_set[1].facts} <= MEDICAL


def test_every_reason_is_a_sentence_of_the_list(whole_set: Whole) -> None:
    known = {
        value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)
    }
    assert {one.reason for one in whole_set[1].left_out} <= known


def test_every_fact_can_be_shown_and_kept(whole_set: Whole) -> None:
    for fact in whole_set[1].facts:
        assert fact.title.strip()
        assert len(fact.title) <= 200
        assert "\n" not in fact.title
        assert fact.body.strip()
        assert fact.happened_at is None or fact.happened_at.tzinfo is not None
        assert (fact.happened_at is None) == (fact.precision == "unknown")
        assert "{'" not in fact.body, "a piece of the resource itself reached the text"


def test_no_two_facts_have_the_same_identity(whole_set: Whole) -> None:
    ids = [fact.source_id for fact in whole_set[1].facts]
    assert len(set(ids)) == len(ids)


def test_every_number_is_the_number_in_the_file(whole_set: Whole) -> None:
    for fact in whole_set[1].facts:
        quantity = fact.raw.get("valueQuantity", {})
        if "value" in quantity:
            assert str(fact.value) == str(Decimal(quantity["value"]))


def test_reading_takes_seconds_and_not_minutes(whole_set: Whole) -> None:
    inside, _reading, seconds = whole_set
    assert seconds < 2 + len(inside) * 0.05


def test_the_types_that_belong_in_a_record_are_read(whole_set: Whole) -> None:
    silent = {reasons.IN_ERROR, reasons.TWICE, reasons.OLDER, reasons.NOT_A_PERSON}
    silent |= {reasons.SHARING, reasons.PART, reasons.INSIDE}
    for one in whole_set[1].left_out:
        assert one.resource_type not in RECIPES or one.reason in silent, one


def test_the_same_files_give_the_same_facts() -> None:
    paths = material.files("ips bundles")
    assert read_files(paths) == read_files(paths)


def test_the_one_invalid_example_is_refused_by_name() -> None:
    from zorgverband.fhir.refusals import NotFhir

    path = material.one(f"hl7-r4-examples/{material.INVALID}")
    with pytest.raises(NotFhir) as refused:
        read_files([path])
    assert refused.value.sentence == (
        "Questionnaire-qs1.json, Questionnaire.item[0].item[0].linkId: Dit verplichte veld "
        "ontbreekt. Er is niets overgenomen. Vraag de bron om een bestand in FHIR R4."
    )


COUNTS = {
    "synthea": {"Observation": 168, "Encounter": 24, "Immunization": 16, "DiagnosticReport": 12},
    "ips bundles": {"Immunization": 11, "Observation": 26, "MedicationStatement": 6},
    "nictiz": {"Observation": 122, "Condition": 26, "DeviceUseStatement": 13, "Consent": 4},
    "hl7": {"MedicationRequest": 40, "Observation": 60, "FamilyMemberHistory": 37, "CarePlan": 11},
}


@pytest.mark.parametrize("name", COUNTS)
def test_about_as_many_as_there_are_get_a_place(name: str) -> None:
    read_types = Counter(fact.resource_type for fact in read_files(material.files(name)).facts)
    for resource_type, least in COUNTS[name].items():
        assert read_types[resource_type] >= least


def test_the_count_notices_a_resource_that_is_lost() -> None:
    document = bundle(JANNIE, condition(), observation())
    reading = read(document)
    lost = Reading(facts=reading.facts[1:], left_out=reading.left_out, patients=())
    assert len(reading.facts) + len(reading.left_out) == len(resources_in(document))
    assert len(lost.facts) + len(lost.left_out) != len(resources_in(document))


def test_a_fact_hides_its_resource_from_logs() -> None:
    (fact,) = read(condition()).facts
    assert isinstance(fact, Fact)
    assert "38341003" not in repr(fact).replace(repr(fact.codes), "")
