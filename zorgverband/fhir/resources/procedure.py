"""Procedure: an operation or treatment, done or not done."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene

_STATUS = {
    "not-done": "Niet uitgevoerd",
    "preparation": "Gepland",
    "stopped": "Gestopt",
    "on-hold": "Uitgesteld",
}


def _title(scene: Scene) -> str:
    name = scene.concept("code") or scene.concept("category") or "Verrichting zonder naam"
    before = _STATUS.get(scene.raw.get("status", ""))
    return f"{before}: {name}" if before else name


RECIPE = Recipe(
    resource_type="Procedure",
    kind="procedure",
    subject="treatment",
    title=_title,
    when=("performed",),
    starts=("performed",),
    ends=("performed",),
    authors=("performer.actor", "performer.onBehalfOf", "asserter", "recorder"),
    told=frozenset({"code"}),
)
