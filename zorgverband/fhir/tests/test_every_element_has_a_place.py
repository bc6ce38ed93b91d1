"""For each type with a place: every element of the standard is told in Dutch, or named as silent."""

from collections.abc import Iterator
from typing import Any

import pytest

from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.reasons import BY_TYPE
from zorgverband.fhir.resources import RECIPES
from zorgverband.fhir.wording.plain import PLAIN
from zorgverband.fhir.wording.telling import SILENT
from zorgverband.fhir.wording.terms import has_label, has_term

SPOKEN = {"Reference", "Annotation", "Attachment", "Identifier", "Extension", "Meta"}


def told(model: type[Any], silent: frozenset[str], seen: set[str]) -> Iterator[tuple[str, str]]:
    """Owner and base name of every element that the text of this type can hold."""
    if model.__name__ in seen:
        return
    seen.add(model.__name__)
    for element in elements(model).values():
        quiet = element.name in silent or f"{model.__name__}.{element.name}" in silent
        if quiet or element.name == "id" or element.datatype in ("Extension", "base64Binary"):
            continue
        yield model.__name__, element.base
        if element.model and element.datatype not in PLAIN and element.datatype not in SPOKEN:
            inside = frozenset(name for name in silent if "." in name)
            yield from told(element.model, inside, seen)


@pytest.mark.parametrize("resource_type", sorted(RECIPES))
def test_every_element_has_a_dutch_label(resource_type: str) -> None:
    recipe = RECIPES[resource_type]
    model = model_of(resource_type)
    assert model is not None
    silent = SILENT | recipe.told | recipe.silent
    missing = [pair for pair in told(model, silent, set()) if not has_label(pair[1], pair[0])]
    assert not missing


@pytest.mark.parametrize("resource_type", sorted(RECIPES))
def test_a_recipe_names_only_elements_that_exist(resource_type: str) -> None:
    recipe = RECIPES[resource_type]
    model = model_of(resource_type)
    assert model is not None
    bases = {element.base for element in elements(model).values()}
    names = set(elements(model))
    assert set(recipe.when) | set(recipe.starts) | set(recipe.ends) <= bases
    assert {path.partition(".")[0] for path in recipe.authors} <= names
    assert {name for name in recipe.told | recipe.silent if "." not in name} <= names | SILENT


@pytest.mark.parametrize("resource_type", sorted(RECIPES))
def test_every_status_has_a_dutch_word(resource_type: str) -> None:
    model = model_of(resource_type)
    assert model is not None
    status = elements(model).get("status") or elements(model).get("lifecycleStatus")
    words = status.words if status else ()
    assert [word for word in words if not has_term(word) and word != "entered-in-error"] == []


def test_a_type_is_placed_or_left_out_and_not_both() -> None:
    assert not set(RECIPES) & set(BY_TYPE)


def test_a_missing_label_would_be_noticed() -> None:
    assert not has_label("eenElementDatNietBestaat")
