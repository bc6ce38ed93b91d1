"""Damaged input gives a reading or a refusal with a sentence; never another exception."""

import json
import random
from typing import Any

import pytest

from zorgverband.fhir.fact import Reading
from zorgverband.fhir.incoming import read_bytes
from zorgverband.fhir.refusals import NotFhir
from zorgverband.fhir.tests import material
from zorgverband.fhir.tests.mutations import cut, damaged, spots
from zorgverband.fhir.tests.samples import (
    DOCTOR,
    JANNIE,
    bundle,
    condition,
    medication,
    observation,
)

OWN = bundle(
    JANNIE,
    DOCTOR,
    condition(recorder={"reference": "Practitioner/dok"}, onsetDateTime="2012"),
    medication(dosage=[{"text": "1 per dag", "timing": {"repeat": {"count": 3}}}]),
    observation(
        valueQuantity={"value": 81.2, "unit": "kg"}, effectiveDateTime="2020-01-01T10:00:00Z"
    ),
)


def outcome(content: bytes) -> str:
    """'read' or 'refused'; anything else raised ends the test."""
    try:
        reading = read_bytes("proef.json", content)
    except NotFhir as refused:
        sentence = refused.sentence
    else:
        assert isinstance(reading, Reading)
        return "read"
    assert sentence.startswith("proef.json")
    assert "Er is niets overgenomen." in sentence
    return "refused"


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_bundle_is_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    outcomes = {outcome(json.dumps(damaged(OWN, chance)).encode()) for _ in range(150)}
    assert outcomes == {"read", "refused"}


@pytest.mark.parametrize("seed", range(4))
def test_bytes_that_were_cut_or_changed_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    text = json.dumps(OWN, indent=1).encode()
    assert "refused" in {outcome(cut(text, chance)) for _ in range(100)}


@pytest.mark.parametrize("seed", range(3))
def test_damaged_public_examples_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    documents = [json.loads(path.read_bytes()) for path in material.files("ips")]
    for _ in range(100):
        outcome(json.dumps(damaged(chance.choice(documents), chance)).encode())


@pytest.mark.parametrize("seed", range(3))
def test_values_that_stand_in_the_wrong_resource_are_read_or_refused(seed: int) -> None:
    """Values moved to where another one of the same name stood: often still valid FHIR."""
    chance = random.Random(seed)
    documents = [json.loads(path.read_bytes()) for path in material.files("hl7")]
    pool: dict[str, list[Any]] = {}
    for document in documents:
        for holder, key in spots(document):
            if isinstance(key, str) and key != "resourceType":
                pool.setdefault(key, []).append(holder[key])
    outcomes = [outcome(_moved(chance.choice(documents), pool, chance)) for _ in range(150)]
    assert outcomes.count("read") > 50


def _moved(document: Any, pool: dict[str, list[Any]], chance: random.Random) -> bytes:
    broken = json.loads(json.dumps(document))
    holder, key = chance.choice([spot for spot in spots(broken) if spot[1] in pool])
    holder[key] = chance.choice(pool[key])
    return json.dumps(broken).encode()


def test_an_exception_that_is_no_refusal_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_args: object, **_more: object) -> None:
        raise KeyError("code")

    monkeypatch.setattr("zorgverband.fhir.incoming.draft", stumble)
    with pytest.raises(KeyError):
        outcome(json.dumps(condition()).encode())
