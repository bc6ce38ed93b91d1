"""Composition: the head of a document. Its entries are facts of their own.

Only what stands nowhere else is told: the sections, and the text of a section without entries.
"""

from collections.abc import Iterator

from zorgverband.fhir.fact import Json
from zorgverband.fhir.placing.mind import speaks_of_mind
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import concept_words
from zorgverband.fhir.wording.narrative import plain_text


def _title(scene: Scene) -> str:
    return scene.raw.get("title") or scene.concept("type") or "Document zonder naam"


def _sections(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from _sections(section.get("section", []))


def _first(scene: Scene) -> list[str]:
    return [_told(section, scene) for section in _sections(scene.raw.get("section", []))]


def _told(section: Json, scene: Scene) -> str:
    """'Medicijnen: 3 gegevens', or the text when no entry of it is in the file."""
    name = section.get("title") or concept_words(section.get("code", {})) or "Onderdeel"
    entries = [scene.target(one) for one in section.get("entry", [])]
    here = len([entry for entry in entries if entry is not None])
    if here:
        return f"{name}: {here} {'gegeven' if here == 1 else 'gegevens'}"
    text = plain_text(section.get("text", {}))
    empty = concept_words(section.get("emptyReason", {}))
    if not text:
        return f"{name}: leeg ({empty})" if empty else f"{name}: leeg"
    return f"{name}:\n{text}" if "\n" in text else f"{name}: {text}"


def _subject(scene: Scene) -> str:
    """`mind` when the text of a section that is told here is about it."""
    told = [
        {"text": plain_text(section.get("text", {})), "code": section.get("code")}
        for section in _sections(scene.raw.get("section", []))
        if not any(scene.target(one) for one in section.get("entry", []))
    ]
    return "mind" if speaks_of_mind(told) else "health"


RECIPE = Recipe(
    resource_type="Composition",
    kind="document",
    subject=_subject,
    title=_title,
    when=("date",),
    authors=("author", "custodian"),
    codes=("type",),
    told=frozenset({"title"}),
    silent=frozenset({"section", "event", "relatesTo", "confidentiality"}),
    first=_first,
)
