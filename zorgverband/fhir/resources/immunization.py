"""Immunization: a vaccination given or not given.

Under `medication`: a vaccine is a medicine, and who watches over medicines must see it.
"""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import negation


def _title(scene: Scene) -> str:
    name = scene.concept("vaccineCode") or "vaccin zonder naam"
    if negation(scene.raw["vaccineCode"]):
        return name
    given = scene.raw.get("status") != "not-done"
    return f"Vaccinatie: {name}" if given else f"Niet gevaccineerd: {name}"


RECIPE = Recipe(
    resource_type="Immunization",
    kind="immunization",
    subject="medication",
    title=_title,
    when=("occurrence", "recorded"),
    authors=("performer.actor",),
    codes=("vaccineCode",),
    told=frozenset({"vaccineCode"}),
    mind=False,
)
