"""MedicationAdministration: what was given, or was not given, at one moment."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.medication import CODES, TOLD, title_by_status

_STATUS = {
    "completed": "Toegediend",
    "not-done": "Niet toegediend",
    "stopped": "Toediening gestopt",
    "on-hold": "Toediening wacht",
    "in-progress": "Wordt toegediend",
}


def _title(scene: Scene) -> str:
    return title_by_status(scene, _STATUS)


RECIPE = Recipe(
    resource_type="MedicationAdministration",
    kind="medication",
    subject="medication",
    title=_title,
    when=("effective",),
    starts=("effective",),
    ends=("effective",),
    authors=("performer.actor",),
    codes=CODES,
    told=TOLD,
    silent=frozenset({"context", "eventHistory"}),
    mind=False,
)
