"""MedicationDispense: what the pharmacy handed over."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.medication import CODES, TOLD, title_by_status

_STATUS = {
    "completed": "Afgeleverd",
    "cancelled": "Niet afgeleverd",
    "declined": "Niet afgeleverd",
    "stopped": "Aflevering gestopt",
    "on-hold": "Aflevering wacht",
    "preparation": "Wordt klaargemaakt",
}


def _title(scene: Scene) -> str:
    return title_by_status(scene, _STATUS)


RECIPE = Recipe(
    resource_type="MedicationDispense",
    kind="medication",
    subject="medication",
    title=_title,
    when=("whenHandedOver", "whenPrepared"),
    authors=("performer.actor",),
    codes=CODES,
    told=TOLD,
    silent=frozenset({"context", "eventHistory"}),
    mind=False,
)
