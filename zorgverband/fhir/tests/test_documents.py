"""Documents, questionnaires and files: what stands nowhere else is told, files come along."""

from typing import Any

from zorgverband.fhir.fact import Fact
from zorgverband.fhir.tests.samples import bundle, concept, condition, only, read
from zorgverband.fhir.wording.narrative import plain_text

HEAD = {
    "resourceType": "Composition",
    "status": "final",
    "type": concept("brief"),
    "date": "2024-05-01",
    "title": "Ontslagbrief",
    "author": [{"display": "R. Bakker"}],
}
XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">{}</div>'


def section(title: str, text: str, *entries: str, **more: Any) -> dict[str, Any]:
    """A section with a narrative and references."""
    made: dict[str, Any] = {"title": title}
    made["text"] = {"status": "generated", "div": XHTML.format(text)}
    if entries:
        made["entry"] = [{"reference": entry} for entry in entries]
    return {**made, **more}


def head(*sections: dict[str, Any]) -> Fact:
    """The document with these sections, as a fact."""
    document = bundle({**HEAD, "section": list(sections)}, condition(), kind="document")
    return next(fact for fact in read(document).facts if fact.kind == "document")


def test_a_section_with_data_is_named_and_one_without_is_told() -> None:
    fact = head(
        section("Problemen", "<p>Hoge bloeddruk</p>", "Condition/c1"),
        section("Beloop", "<p>Voorspoedig.</p><p>Naar huis.</p>"),
    )
    assert fact.body.startswith("Problemen: 1 gegeven\nBeloop:\nVoorspoedig.\nNaar huis.\n")


def test_a_section_inside_a_section_is_told() -> None:
    fact = head({"title": "Plan", "section": [section("Medicatie", "stoppen")]})
    assert "Plan: leeg\nMedicatie: stoppen" in fact.body


def test_a_psychological_text_moves_the_document_to_mind() -> None:
    assert head(section("Beloop", "Depressieve klachten")).subject == "mind"
    assert head(section("Beloop", "Rustig")).subject == "health"


def test_narrative_becomes_plain_text() -> None:
    div = (
        "<script>alert(1)</script><table><tr><td>a &lt; b</td><td>c</td></tr></table><p>d<br/>e</p>"
    )
    assert plain_text({"div": XHTML.format(div)}) == "a < b | c\nd\ne"


def test_what_is_only_in_the_narrative_is_not_lost() -> None:
    more = {"status": "additional", "div": XHTML.format("Let op de linkerknie.")}
    assert only(condition(text=more)).body == "Let op de linkerknie."
    same = {"status": "generated", "div": XHTML.format("Hypertensie")}
    assert only(condition(text=same, recordedDate="2020")).body == "Vastgelegd op: 2020"


def test_a_file_in_a_document_comes_along() -> None:
    letter = {
        "resourceType": "DocumentReference",
        "status": "current",
        "description": "Brief",
        "content": [
            {"attachment": {"contentType": "text/plain", "title": "brief", "data": "SGFs bG8="}},
            {"attachment": {"url": "https://x.nl/brief.pdf", "title": "origineel"}},
            {"attachment": {"url": "Binary/b", "title": "scan"}},
        ],
    }
    binary = {"resourceType": "Binary", "id": "b", "contentType": "image/png", "data": "AAEC"}
    fact = only(bundle(letter, binary))
    assert [(one.content_type, one.title, one.content) for one in fact.attachments] == [
        ("text/plain", "brief", b"Hallo"),
        ("image/png", "scan", b"\x00\x01\x02"),
    ]
    assert "origineel, https://x.nl/brief.pdf" in fact.body
    assert "SGFs" not in fact.body


def test_answers_stand_with_their_questions() -> None:
    answers = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "questionnaire": "http://x.nl/Questionnaire/valrisico",
        "item": [
            {
                "linkId": "1",
                "text": "Gevallen?",
                "answer": [
                    {
                        "valueBoolean": True,
                        "item": [
                            {"linkId": "1.1", "text": "Hoe vaak?", "answer": [{"valueInteger": 2}]}
                        ],
                    }
                ],
            },
            {"linkId": "2", "text": "Duizelig?"},
        ],
    }
    fact = only(answers)
    assert fact.title == "Vragenlijst: valrisico"
    assert fact.body.startswith("Gevallen?: ja\n  Hoe vaak?: 2\nDuizelig?:\n")


def test_a_reading_can_be_compared_and_shown_without_its_content() -> None:
    assert "raw" not in repr(only(condition()))
    assert only(condition()) == only(condition())
