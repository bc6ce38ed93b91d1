"""What is not FHIR R4 is refused: the sentence says where, why and what now; nothing is read."""

import json
from pathlib import Path
from typing import Any

import pytest

from zorgverband.fhir.incoming import read_bytes, read_files
from zorgverband.fhir.intake import json_text
from zorgverband.fhir.refusals import NotFhir
from zorgverband.fhir.tests.samples import bundle, condition, observation, read

R4 = "Er is niets overgenomen. Vraag de bron om een bestand in FHIR R4."


def sentence(content: bytes | str, name: str = "proef.json") -> str:
    """The sentence with which these bytes are refused."""
    with pytest.raises(NotFhir) as refused:
        read_bytes(name, content.encode() if isinstance(content, str) else content)
    return refused.value.sentence


def value_sentence(value: Any) -> str:
    """The sentence with which this JSON value is refused."""
    return sentence(json.dumps(value))


def test_broken_json_names_line_and_column() -> None:
    text = '{\n  "resourceType": "Condition",\n  "id" "c1"\n}'
    assert sentence(text) == f"proef.json, regel 3, kolom 8: Dit is geen geldige JSON. {R4}"


def test_a_broken_line_of_many_is_named() -> None:
    good = json.dumps(condition())
    bad = '{"resourceType": "Condition", }'
    told = sentence(f"{good}\n{bad}\n", name="export.ndjson")
    assert told.startswith("export.ndjson, regel 2, kolom 31: Dit is geen geldige JSON.")


def test_a_key_that_stands_twice_is_refused() -> None:
    text = '{"resourceType": "Condition",\n "id": "a", "code": {}, "id": "b"}'
    told = "proef.json, regel 2, kolom 25: De naam “id” staat hier twee keer."
    assert sentence(text) == f"{told} {R4}"


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999999999", "1" * 500])
def test_an_impossible_number_is_refused_with_its_place(number: str) -> None:
    text = f'{{"resourceType": "Observation",\n "valueInteger": {number}}}'
    assert sentence(text) == f"proef.json, regel 2, kolom 18: Dit getal kan niet. {R4}"


def test_other_encodings_are_refused_with_the_line() -> None:
    content = '{\n "resourceType": "Condition", "note": "patiënt"}'.encode("latin-1")
    assert sentence(content) == (
        "proef.json, regel 2: De tekst is niet in UTF-8. Er is niets overgenomen. "
        "Bewaar het bestand als JSON in UTF-8, of vraag de bron dat te doen."
    )


def test_a_mark_at_the_start_of_utf8_is_no_trouble() -> None:
    assert read_bytes("x.json", b"\xef\xbb\xbf" + json.dumps(condition()).encode()).facts


def test_xml_is_recognised() -> None:
    assert sentence("<Bundle/>") == (
        "proef.json: Dit is XML. Zorgverband leest FHIR als JSON. Er is niets overgenomen. "
        "Vraag de bron om FHIR als JSON."
    )


def test_an_empty_file_and_a_list_are_refused() -> None:
    assert sentence(b" \n") == f"proef.json: Het bestand is leeg. {R4}"
    told = "Hier staat geen FHIR-gegeven: een JSON-object met resourceType."
    assert sentence("[]") == f"proef.json: {told} {R4}"
    assert sentence("{}") == f"proef.json: {told} {R4}"


def test_a_file_that_is_too_large_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "LIMIT", 3 * 1024 * 1024)
    assert sentence(b"x" * (3 * 1024 * 1024 + 1)) == (
        "proef.json: Het bestand is groter dan 3 MB. Er is niets overgenomen. "
        "Deel het op in kleinere bestanden."
    )


@pytest.mark.parametrize("depth", [150, 5000, 200_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    text = '{"resourceType": "Basic", "x": ' + "[" * depth + "1" + "]" * depth + "}"
    assert "De gegevens zitten te diep in elkaar." in sentence(text)


def test_an_element_that_is_missing_is_named_with_its_path() -> None:
    broken = observation()
    del broken["code"]
    told = "proef.json, Bundle.entry[1], Observation.code: Dit verplichte veld ontbreekt."
    assert value_sentence(bundle(condition(), broken)) == f"{told} {R4}"


def test_an_unknown_element_is_named() -> None:
    told = "proef.json, Condition.kleur: Dit veld bestaat niet in FHIR R4."
    assert value_sentence(condition(kleur="rood")) == f"{told} {R4}"


def test_an_unknown_type_is_named() -> None:
    told = "proef.json, resourceType: Dit soort gegeven bestaat niet in FHIR R4."
    assert value_sentence({"resourceType": "Kat"}) == f"{told} {R4}"


WRONG = "De waarde heeft niet de vorm die FHIR R4 voorschrijft."


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"valueQuantity": {"value": "81.2"}}, "Observation.valueQuantity.value"),
        ({"valueInteger": 1.0}, "Observation.valueInteger"),
        ({"valueBoolean": "true"}, "Observation.valueBoolean"),
        ({"effectiveDateTime": "2020-02-30"}, "Observation.effectiveDateTime"),
        ({"effectiveDateTime": "2020-02-03T10:11"}, "Observation.effectiveDateTime"),
        ({"effectiveDateTime": 2020}, "Observation.effectiveDateTime"),
        ({"status": "klaar"}, "Observation.status"),
        ({"code": [{"text": "x"}]}, "Observation.code"),
        ({"code": '{"text": "x"}'}, "Observation.code"),
        ({"note": {"text": "x"}}, "Observation.note"),
        ({"component": [{"code": {"text": 3}}]}, "Observation.component[0].code.text"),
        ({"id": "niet goed"}, "Observation.id"),
    ],
)
def test_a_value_of_the_wrong_shape_is_named(more: dict[str, Any], path: str) -> None:
    assert value_sentence(observation(**more)) == f"proef.json, {path}: {WRONG} {R4}"


@pytest.mark.parametrize("empty", [None, "", [], {}])
def test_an_empty_value_is_refused(empty: object) -> None:
    told = "proef.json, note: Dit veld is leeg. Een leeg veld moet ontbreken."
    assert value_sentence(condition(note=empty)) == f"{told} {R4}"


def test_two_values_at_once_are_refused() -> None:
    told = value_sentence(observation(valueString="a", valueInteger=1))
    assert told == f"proef.json, Observation: Hier mag maar één waarde staan. {R4}"


@pytest.mark.parametrize("text", ["nul \u0000 teken", "half \ud800 teken"])
def test_characters_that_no_text_may_hold_are_refused(text: str) -> None:
    told = "proef.json, note[0].text: Hier staat een teken dat in tekst niet mag."
    assert value_sentence(condition(note=[{"text": text}])) == f"{told} {R4}"


def test_a_file_that_is_not_base64_is_refused() -> None:
    media = {"resourceType": "Media", "status": "completed", "content": {"data": "geen b64!"}}
    assert value_sentence(media) == f"proef.json, Media.content.data: {WRONG} {R4}"


def test_a_bundle_without_data_is_refused() -> None:
    assert value_sentence({"resourceType": "Bundle", "type": "batch-response"}) == (
        "proef.json, Bundle.type: Dit soort Bundle bevat geen gegevens om over te nemen. "
        "Er is niets overgenomen. Vraag de bron om een document, collection of transaction."
    )


def test_what_is_contained_contains_nothing_itself() -> None:
    inner = condition(id="a", contained=[condition(id="b")])
    told = value_sentence(condition(contained=[inner]))
    assert told == f"proef.json, contained[0], contained: {WRONG} {R4}"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFhir) as refused:
        read_files([tmp_path / "weg.json"])
    assert refused.value.sentence == (
        "weg.json: Dit bestand kan niet worden gelezen. Er is niets overgenomen. "
        "Kijk of de naam klopt en of u het bestand mag lezen."
    )


def test_one_bad_file_stops_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "goed.json").write_text(json.dumps(condition()))
    (tmp_path / "slecht.json").write_text("{")
    with pytest.raises(NotFhir):
        read_files([tmp_path / "goed.json", tmp_path / "slecht.json"])
    assert read_files([tmp_path / "goed.json"]).facts


def test_the_refusal_tells_nothing_of_what_is_in_the_file() -> None:
    told = value_sentence(observation(effectiveDateTime="Jannie Smit, 1941"))
    assert "Jannie" not in told


@pytest.mark.parametrize(
    "kind", ["document", "transaction", "collection", "batch", "searchset", "history"]
)
def test_every_kind_of_bundle_with_data_is_read(kind: str) -> None:
    assert len(read(bundle(condition(), kind=kind)).facts) == 1


def test_a_resource_per_line_is_read_with_any_name() -> None:
    lines = "\n".join(json.dumps(one) for one in (condition(), observation()))
    assert len(read_bytes("export.ndjson", lines.encode()).facts) == 2
    assert len(read_bytes("export.json", lines.encode()).facts) == 2
