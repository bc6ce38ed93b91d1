"""DiagnosticReport: the report of laboratory, imaging or other examination, with its results."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene

_STATUS = {"cancelled": "Niet doorgegaan: ", "preliminary": "Voorlopig: ", "partial": "Deel: "}


def _title(scene: Scene) -> str:
    name = scene.concept("code") or scene.concept("category") or "Verslag zonder naam"
    return _STATUS.get(scene.raw.get("status", ""), "") + name


RECIPE = Recipe(
    resource_type="DiagnosticReport",
    kind="report",
    subject="results",
    title=_title,
    when=("effective", "issued"),
    authors=("resultsInterpreter", "performer"),
    told=frozenset({"code"}),
)
