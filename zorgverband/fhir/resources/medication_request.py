"""MedicationRequest: a prescription, or the wish not to give something."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.medication import CODES, TOLD, title_by_status

_STATUS = {
    "stopped": "Gestopt",
    "cancelled": "Afgezegd",
    "on-hold": "Tijdelijk gestopt",
    "draft": "Concept",
    "completed": "Afgerond",
}


def _title(scene: Scene) -> str:
    return title_by_status(scene, _STATUS)


RECIPE = Recipe(
    resource_type="MedicationRequest",
    kind="medication",
    subject="medication",
    title=_title,
    when=("authoredOn", "dosageInstruction"),
    starts=("dosageInstruction", "authoredOn"),
    ends=("dosageInstruction",),
    authors=("requester", "recorder", "reportedReference"),
    codes=CODES,
    told=TOLD,
    silent=frozenset({"eventHistory", "insurance"}),
    mind=False,
)
