"""DiagnosticReport: the report of laboratory, imaging or other examination, with its results."""

from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.observation import RECIPE as OBSERVATION
from zorgverband.fhir.wording.telling import joined

_STATUS = {"cancelled": "Niet doorgegaan: ", "preliminary": "Voorlopig: ", "partial": "Deel: "}


def _title(scene: Scene) -> str:
    name = scene.concept("code") or scene.concept("category") or "Verslag zonder naam"
    return _STATUS.get(scene.raw.get("status", ""), "") + name


def _first(scene: Scene) -> list[str]:
    """The results with their values; they are facts of their own too."""
    results = [_result(scene, one) for one in scene.raw.get("result", [])]
    told = joined([result for result in results if result])
    return [f"Uitslag: {told}"] if told else []


def _result(scene: Scene, reference: dict[str, str]) -> str:
    target = scene.target(reference)
    if target is None or target.resource_type != "Observation":
        return scene.name(reference)
    return OBSERVATION.title(_scene_of(target, scene))


def _scene_of(node: Node, scene: Scene) -> Scene:
    return Scene(
        node=node, shelf=scene.shelf, names=scene.names, identities=scene.identities
    )


RECIPE = Recipe(
    resource_type="DiagnosticReport",
    kind="report",
    subject="results",
    title=_title,
    when=("effective", "issued"),
    authors=("resultsInterpreter", "performer"),
    told=frozenset({"code", "result"}),
    first=_first,
)
