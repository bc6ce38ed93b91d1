"""QuestionnaireResponse: the questions someone answered, with the answers."""

from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene, choice_in
from zorgverband.fhir.wording.telling import Telling


def _title(scene: Scene) -> str:
    named = scene.raw.get("_questionnaire", {}).get("extension", [])
    found = [one.get("valueString") for one in named if one.get("valueString")]
    name = found[0] if found else scene.raw.get("questionnaire", "").rpartition("/")[2]
    return f"Vragenlijst: {name}" if name else "Vragenlijst"


def _first(scene: Scene) -> list[str]:
    telling = Telling(node=scene.node, names=scene.names, silent=frozenset())
    model = _inner(model_of("QuestionnaireResponse"), "item")
    return [line for item in scene.raw.get("item", []) for line in _lines(item, model, telling, 0)]


def _inner(model: type[Any] | None, name: str) -> type[Any] | None:
    return elements(model)[name].model if model else None


def _lines(item: Json, model: type[Any] | None, telling: Telling, depth: int) -> list[str]:
    """A question with its answers, and under it the questions that follow from them."""
    answers = [_answer(one, _inner(model, "answer"), telling) for one in item.get("answer", [])]
    question = item.get("text") or item.get("linkId", "")
    lines = [f"{'  ' * depth}{question}: {'; '.join(filter(None, answers))}".rstrip()]
    below = [*item.get("item", [])]
    below += [inner for one in item.get("answer", []) for inner in one.get("item", [])]
    for inner in below:
        lines += _lines(inner, model, telling, depth + 1)
    return lines


def _answer(answer: Json, model: type[Any] | None, telling: Telling) -> str:
    found = choice_in(answer, model, "value")
    return telling.words(found[1], found[0]) if found else ""


RECIPE = Recipe(
    resource_type="QuestionnaireResponse",
    kind="questionnaire",
    subject="health",
    title=_title,
    when=("authored",),
    authors=("author", "source"),
    codes=(),
    told=frozenset({"item", "questionnaire"}),
    first=_first,
)
