"""Storing: each resource once, changed ones as versions, read by whom the rule says."""

import json
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from zorgverband.fhir.actions import NotForYou, SomebodyElse
from zorgverband.fhir.storing.raw_text import raw_text
from zorgverband.journal.models import Event
from zorgverband.record.models import Measurement, Medication, Problem, Source
from zorgverband.sharing.models import Item, Version

from .samples import bundle, concept, condition, medication, observation
from .storing import JANNIE, items, stored


def _weight(value: float = 64.5, **more: Any) -> Any:
    figure = {"value": value, "unit": "kg"}
    return observation(valueQuantity=figure, effectiveDateTime="2026-11-02", **more)


def test_facts_become_items_with_date_source_and_structure(cast: Cast) -> None:
    told = stored(cast, cast.anouk, bundle(JANNIE, _weight(), condition(), medication()))
    assert sorted(told.created) == ["Condition", "MedicationStatement", "Observation"]
    assert {item.kind for item in items(cast)} == {"measurement", "problem", "medication"}
    row = Measurement.objects.using("owner").get(network_id=cast.network)
    item = Item.objects.using("owner").get(id=row.item_id)
    assert item.happened_at.date().isoformat() in ("2026-11-01", "2026-11-02")
    assert item.taken_over_from
    assert row.value == Decimal("64.5")
    assert Problem.objects.using("owner").get(network_id=cast.network).status == "active"


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    value = bundle(JANNIE, _weight(), condition())
    stored(cast, cast.anouk, value)
    before = [(item.id, item.version, item.edited_at) for item in items(cast)]
    events = Event.objects.using("owner").filter(network_id=cast.network).count()
    told = stored(cast, cast.anouk, value)
    assert (len(told.created), len(told.changed), len(told.unchanged)) == (0, 0, 2)
    assert [(item.id, item.version, item.edited_at) for item in items(cast)] == before
    assert Event.objects.using("owner").filter(network_id=cast.network).count() == events


def test_the_same_file_by_a_colleague_changes_nothing_either(cast: Cast) -> None:
    stored(cast, cast.anouk, bundle(JANNIE, _weight()))
    told = stored(cast, cast.fatima, bundle(JANNIE, _weight()))
    assert len(told.unchanged) == 1
    assert len(items(cast)) == 1


def test_a_changed_resource_is_a_version_of_the_same_item(cast: Cast) -> None:
    stored(cast, cast.anouk, bundle(JANNIE, medication()))
    stopped = medication(status="stopped")
    told = stored(cast, cast.anouk, bundle(JANNIE, stopped))
    assert list(told.changed) == ["MedicationStatement"]
    (item,) = items(cast)
    assert item.version == 2
    assert item.title == "Gestopt: Metoprolol 50 mg"
    assert Version.objects.using("owner").get(item_id=item.id).title == "Metoprolol 50 mg"
    assert Medication.objects.using("owner").get(item_id=item.id).status == "stopped"
    kept = Source.objects.using("owner").filter(item_id=item.id).order_by("version")
    assert [json.loads(one.raw)["status"] for one in kept] == ["active", "stopped"]
    assert stored(cast, cast.anouk, bundle(JANNIE, stopped)).unchanged


def test_what_a_colleague_took_over_gets_a_newer_item_in_its_place(
    cast: Cast, client_of: Any
) -> None:
    stored(cast, cast.anouk, bundle(JANNIE, condition()))
    changed = condition(clinicalStatus=concept(code="resolved"), abatementDateTime="2026-01-01")
    told = stored(cast, cast.fatima, bundle(JANNIE, changed))
    assert list(told.created) == ["Condition"]
    old, new = items(cast)
    rows = Problem.objects.using("owner")
    assert rows.get(item_id=old.id).replaced_at is not None
    assert rows.get(item_id=new.id).status == "closed"
    again = stored(cast, cast.anouk, bundle(JANNIE, changed))
    assert len(again.unchanged) == 1
    address = reverse("problems", args=[cast.network])
    assert client_of(cast.marijke).get(address).content.decode().count("Hypertensie") == 1


def test_an_item_one_cannot_read_stays_unsaid(cast: Cast, owner: Any) -> None:
    stored(cast, cast.anouk, bundle(JANNIE, condition()))
    (first,) = items(cast)
    owner.execute(
        "UPDATE sharing_item SET denied = %s WHERE id = %s", [[cast.fatima.member], first.id]
    )
    told = stored(cast, cast.fatima, bundle(JANNIE, condition()))
    assert list(told.created) == ["Condition"]
    assert not told.left_out[1:]
    again = stored(cast, cast.fatima, bundle(JANNIE, condition()))
    assert len(again.unchanged) == 1


def test_an_older_export_does_not_undo_a_newer_one(cast: Cast) -> None:
    new = condition(meta={"lastUpdated": "2026-10-02T10:00:00Z"}, onsetDateTime="2020")
    old = condition(meta={"lastUpdated": "2026-10-01T10:00:00Z"})
    stored(cast, cast.anouk, bundle(JANNIE, new))
    told = stored(cast, cast.anouk, bundle(JANNIE, old))
    assert not told.changed
    assert "Hier staat al een nieuwere versie van." in {one.reason for one in told.left_out}


def test_each_reader_is_told_once_per_subject(cast: Cast) -> None:
    more = [_weight(60 + n, id=f"o{n}") for n in range(20)]
    stored(cast, cast.anouk, bundle(JANNIE, *more, condition()))
    assert len(items(cast)) == 21
    assert Event.objects.using("owner").filter(network_id=cast.network).count() == 2


def test_neighbour_and_municipality_find_nothing_of_it(cast: Cast, client_of: Any) -> None:
    stored(cast, cast.anouk, bundle(JANNIE, _weight(), condition(), medication()))
    ids = [str(item.id) for item in items(cast)]
    for who in (cast.ria, cast.linda):
        client = client_of(who)
        for name in ("record", "news", "medication", "problems", "measurements", "documents"):
            answer = client.get(reverse(name, args=[cast.network])).content.decode()
            assert not any(word in answer for word in ("Hypertensie", "Metoprolol", *ids))
        found = client.get(reverse("search", args=[cast.network]) + "?q=hypertensie")
        assert not any(id in found.content.decode() for id in ids)
    daughter = client_of(cast.marijke).get(reverse("problems", args=[cast.network]))
    assert "Hypertensie" in daughter.content.decode()


def test_what_the_source_calls_confidential_stays_with_client_and_care(
    cast: Cast, entered: Any
) -> None:
    label = {
        "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
        "code": "R",
    }
    stored(cast, cast.anouk, bundle(JANNIE, condition(meta={"security": [label]})))
    for who, count in ((cast.jannie, 1), (cast.fatima, 1), (cast.marijke, 0), (cast.linda, 0)):
        with entered(who):
            assert Item.objects.count() == count
            assert Source.objects.count() == count


@pytest.mark.parametrize("name", ["ria", "linda", "marijke"])
def test_only_care_and_who_decides_take_over(cast: Cast, name: str) -> None:
    with pytest.raises(NotForYou):
        stored(cast, getattr(cast, name), bundle(JANNIE, condition()))
    assert not items(cast)
    assert stored(cast, cast.jannie, bundle(JANNIE, condition())).created


def test_what_one_may_not_write_about_is_left_out_with_the_reason(cast: Cast) -> None:
    sad = condition(id="c2", code=concept("Depressie", "35489007"))
    told = stored(cast, cast.fatima, bundle(JANNIE, condition(), sad))
    assert list(told.created) == ["Condition"]
    reasons = {one.reason for one in told.left_out if one.resource_type == "Condition"}
    assert reasons == {"U mag niet schrijven over: psychische gezondheid."}


@pytest.mark.parametrize(
    ("patient", "several", "birth", "name"),
    [
        ({**JANNIE, "birthDate": "1950-01-01"}, False, True, False),
        ({**JANNIE, "name": [{"family": "Jansen"}]}, False, False, True),
    ],
)
def test_a_file_about_somebody_else_is_stored_only_when_that_is_meant(
    cast: Cast, patient: Any, several: bool, birth: bool, name: bool
) -> None:
    with pytest.raises(SomebodyElse) as refused:
        stored(cast, cast.anouk, bundle(patient, condition()))
    doubt = refused.value.doubt
    assert (doubt.several, doubt.other_birth_date, doubt.other_name) == (several, birth, name)
    assert not items(cast)
    assert stored(cast, cast.anouk, bundle(patient, condition()), other_person=True).created


def test_a_file_about_two_people_is_doubted(cast: Cast) -> None:
    other = {**JANNIE, "id": "kees", "name": [{"given": ["Kees"], "family": "de Wit"}]}
    theirs = condition(id="c2", subject={"reference": "Patient/kees"})
    with pytest.raises(SomebodyElse) as refused:
        stored(cast, cast.anouk, bundle(JANNIE, other, condition(), theirs))
    assert refused.value.doubt.several


def test_a_married_name_with_accents_is_the_same_name(cast: Cast) -> None:
    married = {**JANNIE, "name": [{"text": "J. van Dâm-de Wit"}]}
    assert stored(cast, cast.anouk, bundle(married, condition())).created


def test_raw_json_keeps_every_digit() -> None:
    raw = {"value": Decimal("81.20"), "big": Decimal("1E+3"), "text": '\x01"5\x01', "n": None}
    text = raw_text(raw)
    assert '"value":81.20' in text
    assert json.loads(text, parse_float=Decimal) == {**raw, "big": 1000}


@pytest.mark.slow
def test_a_bundle_of_a_hundred_takes_few_statements(cast: Cast) -> None:
    more = [_weight(60 + n / 10, id=f"o{n}") for n in range(100)]
    stored(cast, cast.anouk, bundle(JANNIE, _weight(59, id="first")))
    with CaptureQueriesContext(connection) as asked:
        stored(cast, cast.anouk, bundle(JANNIE, *more))
    assert len(items(cast)) == 101
    assert len(asked) < 30
    assert sum(float(one["time"]) for one in asked) < 1
