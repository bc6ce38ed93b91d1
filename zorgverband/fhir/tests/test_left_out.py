"""What gets no place, and why; what only looks like it and does get one."""

from typing import Any

import pytest

from zorgverband.fhir import reasons
from zorgverband.fhir.counts import count_table
from zorgverband.fhir.tests.samples import (
    DOCTOR,
    JANNIE,
    bundle,
    concept,
    condition,
    medication,
    observation,
    read,
)

CERTAINTY = "http://terminology.hl7.org/CodeSystem/condition-ver-status"


def why(value: Any) -> list[str]:
    """The reasons for everything that got no place."""
    return [one.reason for one in read(value).left_out]


@pytest.mark.parametrize(
    "mistaken",
    [
        observation(status="entered-in-error"),
        medication(status="entered-in-error"),
        condition(verificationStatus=concept(code="entered-in-error", system=CERTAINTY)),
    ],
)
def test_a_mistake_of_the_source_is_not_taken_over(mistaken: Any) -> None:
    assert why(mistaken) == [reasons.IN_ERROR]


def test_what_is_ruled_out_is_kept_and_says_so() -> None:
    ruled_out = condition(verificationStatus=concept(code="refuted", system=CERTAINTY))
    (fact,) = read(ruled_out).facts
    assert fact.title == "Uitgesloten: Hypertensie"


def test_an_addition_that_changes_the_meaning_is_not_guessed_at() -> None:
    changed = condition(modifierExtension=[{"url": "http://x.nl/niet", "valueBoolean": True}])
    assert why(changed) == [reasons.CHANGES_MEANING]
    assert why(condition(implicitRules="http://x.nl/regels")) == [reasons.CHANGES_MEANING]
    plain = condition(extension=[{"url": "http://x.nl/kleur", "valueString": "rood"}])
    assert read(plain).facts[0].body == "kleur: rood"


def test_what_is_about_a_group_is_not_about_a_client() -> None:
    assert why(observation(subject={"reference": "Group/g"})) == [reasons.NOT_A_PERSON]


def test_people_and_organisations_are_named_with_the_facts() -> None:
    assert why(bundle(JANNIE, DOCTOR)) == [reasons.PATIENT, reasons.NAMED]


def test_money_stays_out() -> None:
    cover = {"resourceType": "Coverage", "status": "active"}
    whole = {**cover, "beneficiary": {"display": "J"}, "payor": [{"display": "Z"}]}
    assert why(whole) == [reasons.MONEY]


def test_what_is_inside_something_without_a_place_has_none() -> None:
    cover = {
        "resourceType": "Coverage",
        "status": "active",
        "beneficiary": {"display": "J"},
        "payor": [{"display": "Z"}],
        "contained": [condition()],
    }
    assert why(cover) == [reasons.MONEY, reasons.INSIDE]


def test_what_is_inside_a_list_does_have_a_place() -> None:
    listing = {"resourceType": "List", "status": "current", "mode": "working"}
    reading = read({**listing, "contained": [condition()]})
    assert [fact.title for fact in reading.facts] == ["Hypertensie"]


def test_consent_to_share_is_not_a_wish_about_treatment() -> None:
    scope = "http://terminology.hl7.org/CodeSystem/consentscope"
    sharing = {
        "resourceType": "Consent",
        "status": "active",
        "scope": concept(code="patient-privacy", system=scope),
        "category": [concept("delen")],
    }
    assert why(sharing) == [reasons.SHARING]
    wish = {**sharing, "scope": concept(code="treatment", system=scope)}
    assert read(wish).facts[0].kind == "directive"


def test_a_type_that_only_r4_has_is_left_out_and_not_refused() -> None:
    assert why({"resourceType": "MedicinalProduct", "name": [{"productName": "x"}]}) == [
        reasons.NO_PLACE
    ]


def test_the_table_counts_both_sides() -> None:
    table = count_table(read(bundle(JANNIE, condition(), condition(id="c2"), observation())))
    assert "| Condition | 2 | 0 |  |" in table
    assert f"| Patient | 0 | 1 | {reasons.PATIENT} (1) |" in table
    assert table.endswith("| samen | 3 | 1 | |")
