"""The same resource is recognised when it comes again; a changed one is a new version of it."""

from typing import Any

from zorgverband.fhir import reasons
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

GUID = "2b90dd2b-2dab-4c75-9bb9-a355e07401e8"


def identified(value: str, **more: Any) -> dict[str, Any]:
    """A Condition with this identifier."""
    return condition(identifier=[{"system": "urn:oid:1.2.3", "value": value}], **more)


def test_the_same_again_is_the_same() -> None:
    assert only(condition()) == only(condition())


def test_a_change_is_another_version_of_the_same() -> None:
    first, second = only(condition()), only(condition(note=[{"text": "erger"}]))
    assert first.source_id == second.source_id
    assert first.digest != second.digest


def test_a_figure_written_more_exactly_is_a_change() -> None:
    first = only(observation(valueQuantity={"value": 1, "unit": "kg"}))
    second = only(observation(valueQuantity={"value": 1.0, "unit": "kg"}))
    assert first.digest != second.digest


def test_a_new_export_of_the_same_content_is_no_change() -> None:
    first = only(condition(meta={"versionId": "1", "lastUpdated": "2024-01-01T10:00:00Z"}))
    second = only(condition(meta={"versionId": "2", "lastUpdated": "2025-01-01T10:00:00Z"}))
    assert (first.source_id, first.digest) == (second.source_id, second.digest)


def test_an_identifier_goes_before_an_id_that_changes_with_each_export() -> None:
    assert only(identified(GUID, id="a")).source_id == only(identified(GUID, id="b")).source_id


def test_new_addresses_within_the_file_are_no_change() -> None:
    def export(address: str) -> dict[str, Any]:
        entries = bundle(JANNIE, identified(GUID, subject={"reference": address}))
        entries["entry"][0]["fullUrl"] = address
        return entries

    first, second = only(export("urn:uuid:" + GUID)), only(export("urn:uuid:" + GUID[::-1]))
    assert (first.source_id, first.digest) == (second.source_id, second.digest)


def test_short_numbers_of_two_systems_do_not_overwrite_each_other() -> None:
    first = only(identified("123"))
    second = only(identified("123", code=concept("Diabetes", "73211009")))
    assert first.source_id != second.source_id
    assert (
        only(condition(id="1")).source_id
        != only(condition(id="1", code=concept("Diabetes", "73211009"))).source_id
    )


def test_two_that_share_an_identifier_in_one_file_are_both_kept() -> None:
    reading = read(bundle(identified(GUID, id="a"), identified(GUID, id="b", recordedDate="2020")))
    assert len({fact.source_id for fact in reading.facts}) == 2


def test_double_in_one_file_is_taken_over_once() -> None:
    reading = read(bundle(condition(), condition()))
    assert len(reading.facts) == 1
    assert [one.reason for one in reading.left_out] == [reasons.TWICE]


def test_of_two_versions_the_newest_counts() -> None:
    old = condition(meta={"lastUpdated": "2020-01-01T10:00:00Z"}, recordedDate="2020")
    new = condition(meta={"lastUpdated": "2021-01-01T10:00:00Z"}, recordedDate="2021")
    reading = read(bundle(old, new, kind="history"))
    assert [fact.raw["recordedDate"] for fact in reading.facts] == ["2021"]
    assert [one.reason for one in reading.left_out] == [reasons.OLDER]


def test_what_the_source_deleted_does_not_come_back() -> None:
    history = bundle(condition(), kind="history")
    history["entry"].insert(0, {"request": {"method": "DELETE", "url": "Condition/c1"}})
    reading = read(history)
    assert not reading.facts
    assert [one.reason for one in reading.left_out] == [reasons.DELETED] * 2


def test_what_was_made_again_after_a_deletion_is_there() -> None:
    history = bundle(condition(), kind="history")
    history["entry"].append({"request": {"method": "DELETE", "url": "Condition/c1"}})
    assert len(read(history).facts) == 1


def test_an_entry_without_resource_is_counted() -> None:
    search = bundle(kind="searchset")
    search["entry"] = [{"fullUrl": "http://x.nl/Condition/1"}]
    assert [one.reason for one in read(search).left_out] == [reasons.NO_RESOURCE]


def test_another_strength_of_the_medicine_is_a_change_of_the_medication() -> None:
    def export(strength: str) -> dict[str, Any]:
        product = {"resourceType": "Medication", "id": "p", "code": concept(strength)}
        used = medication(medicationReference={"reference": "Medication/p"})
        del used["medicationCodeableConcept"]
        return bundle(product, used)

    assert only(export("Metoprolol 50 mg")).digest != only(export("Metoprolol 100 mg")).digest


def test_identity_shows_nothing_of_the_person() -> None:
    fact = only(condition(identifier=[{"system": "bsn", "value": "999911120"}]))
    assert "999911120" not in fact.source_id
