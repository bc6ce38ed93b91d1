"""Where what comes from care belongs: always with care, and what is psychological under mind."""

from typing import Any

import pytest

from zorgverband.fhir.tests.samples import (
    JANNIE,
    bundle,
    concept,
    condition,
    medication,
    observation,
    only,
    read,
)

ICPC = "http://hl7.org/fhir/sid/icpc-1-nl"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
LOINC = "http://loinc.org"


def subjects(value: Any) -> dict[str, str]:
    """Subject by resource type."""
    return {fact.resource_type: fact.subject for fact in read(value).facts}


@pytest.mark.parametrize(
    "code",
    [
        concept("P76 bij huisarts", "P76", ICPC),
        concept("x", "P76", "urn:oid:2.16.840.1.113883.2.4.4.31.1"),
        concept("x", "F32.1", "http://hl7.org/fhir/sid/icd-10"),
        concept("x", "F20", "urn:oid:2.16.840.1.113883.6.90"),
        concept("x", "296.2", "http://hl7.org/fhir/sid/icd-9-cm"),
        concept("x", "35489007"),
        concept("Depressieve stoornis"),
        concept("Major depressive disorder, single episode"),
        concept("Suïcidaliteit"),
    ],
)
def test_a_psychological_problem_is_of_the_mind(code: Any) -> None:
    assert only(condition(code=code)).subject == "mind"


@pytest.mark.parametrize(
    "code",
    [
        concept("ST depression on ECG"),
        concept("Respiratory depression"),
        concept("x", "K86", ICPC),
        concept("x", "I10", "http://hl7.org/fhir/sid/icd-10"),
        concept("x", "F32.1", "http://andere.nl/codes"),
    ],
)
def test_another_problem_is_of_health(code: Any) -> None:
    assert only(condition(code=code)).subject == "health"


def test_a_label_of_the_source_moves_it_to_mind() -> None:
    labelled = condition(meta={"security": [{"code": "PSY"}]})
    assert only(labelled).subject == "mind"
    assert only(condition(meta={"security": [{"code": "N"}]})).subject == "health"


def test_what_names_a_psychological_problem_goes_along_with_it() -> None:
    contact = {
        "resourceType": "Encounter",
        "status": "finished",
        "class": {"code": "AMB"},
        "subject": {"reference": "Patient/jannie"},
        "diagnosis": [{"condition": {"reference": "Condition/c1"}}],
    }
    depressed = condition(code=concept("Depressie"))
    assert subjects(bundle(contact, depressed))["Encounter"] == "mind"
    assert subjects(bundle(contact, condition()))["Encounter"] == "treatment"


def test_a_measurement_during_psychiatric_care_stays_a_result() -> None:
    contact = {
        "resourceType": "Encounter",
        "id": "e",
        "status": "finished",
        "class": {"code": "AMB"},
        "type": [concept("Psychiatrisch consult")],
    }
    weight = observation(
        encounter={"reference": "Encounter/e"}, valueQuantity={"value": 80, "unit": "kg"}
    )
    found = subjects(bundle(contact, weight))
    assert found == {"Encounter": "mind", "Observation": "results"}


def test_parts_of_a_psychological_panel_go_along_with_it() -> None:
    panel = observation(
        id="p", code=concept("Psychosociaal"), hasMember=[{"reference": "Observation/o1"}]
    )
    found = {fact.raw["id"]: fact.subject for fact in read(bundle(panel, observation())).facts}
    assert found == {"p": "mind", "o1": "mind"}


def test_medication_stays_in_the_list_without_its_psychological_reason() -> None:
    quetiapine = medication(
        medicationCodeableConcept=concept("Quetiapine 25 mg"),
        reasonCode=[concept("Schizofrenie"), concept("Jeuk")],
    )
    fact = only(quetiapine)
    assert fact.subject == "medication"
    assert "Schizofrenie" not in fact.body
    assert "Reden: Jeuk" in fact.body
    assert fact.withheld == ("reasonCode",)
    assert only(medication(reasonCode=[concept("Jeuk")])).withheld == ()


def test_a_reason_by_reference_is_left_out_of_medication_too() -> None:
    used = medication(reasonReference=[{"reference": "Condition/c1"}])
    whole = bundle(used, condition(code=concept("Schizofrenie")))
    fact = next(one for one in read(whole).facts if one.kind == "medication")
    assert fact.body == "Status: actief"


def test_a_contained_reason_and_the_narrative_do_not_give_it_away() -> None:
    inner = condition(id="x", code=concept("Schizofrenie"))
    told = {"status": "additional", "div": "<div>Bij schizofrenie</div>"}
    used = medication(reasonReference=[{"reference": "#x"}], contained=[inner], text=told)
    fact = next(one for one in read(used).facts if one.kind == "medication")
    assert fact.body == "Status: actief"
    assert set(fact.withheld) == {"reasonReference", "contained", "text"}


def test_an_allergy_is_never_hidden_under_mind() -> None:
    allergy = {
        "resourceType": "AllergyIntolerance",
        "patient": {"reference": "Patient/jannie"},
        "code": concept("Haloperidol"),
        "reaction": [{"manifestation": [concept("Psychose")]}],
    }
    assert only(allergy).subject == "health"


def test_how_someone_lives_stays_with_care_when_care_wrote_it_down() -> None:
    smoking = observation(
        category=[concept(code="social-history", system=CATEGORY)],
        code=concept("Roken", "72166-2", LOINC),
        valueQuantity={"value": 5, "unit": "per dag"},
    )
    assert only(smoking).subject == "health"


@pytest.mark.parametrize("category", ["laboratory", "vital-signs", "imaging"])
def test_measurements_and_laboratory_are_results(category: str) -> None:
    found = observation(
        category=[concept(code=category, system=CATEGORY)], valueString="zie verslag"
    )
    assert only(found).subject == "results"


def test_a_care_team_is_treatment_and_never_an_arrangement() -> None:
    team = {"resourceType": "CareTeam", "name": "Complexe ouderenzorg"}
    assert only(team).subject == "treatment"
    assert only({**team, "name": "FACT-team psychiatrie"}).subject == "mind"


def test_extra_confidential_is_passed_on() -> None:
    assert only(condition(meta={"security": [{"code": "R"}]})).restricted
    assert not only(condition()).restricted


def test_a_contained_resource_is_about_whom_its_container_is_about() -> None:
    inner = {"resourceType": "CareTeam", "id": "t", "name": "Team"}
    plan = {
        "resourceType": "CarePlan",
        "status": "active",
        "intent": "plan",
        "subject": {"reference": "Patient/jannie"},
        "careTeam": [{"reference": "#t"}],
        "contained": [inner],
    }
    reading = read(bundle(JANNIE, plan))
    assert {fact.patient for fact in reading.facts} == {reading.patients[0].key}
