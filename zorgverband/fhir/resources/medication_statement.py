"""MedicationStatement: what someone says a client uses, used, or does not use."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.medication import CODES, TOLD, title_by_status

_STATUS = {
    "not-taken": "Niet gebruikt",
    "stopped": "Gestopt",
    "completed": "Niet meer gebruikt",
    "on-hold": "Tijdelijk gestopt",
    "intended": "Nog niet begonnen",
}


def _title(scene: Scene) -> str:
    return title_by_status(scene, _STATUS)


RECIPE = Recipe(
    resource_type="MedicationStatement",
    kind="medication",
    subject="medication",
    title=_title,
    when=("effective", "dateAsserted"),
    starts=("effective",),
    ends=("effective",),
    authors=("informationSource",),
    codes=CODES,
    told=TOLD,
    silent=frozenset({"context"}),
    mind=False,
)
