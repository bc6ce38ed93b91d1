"""What the four medication resources have in common: the name of the medicine, and its readers.

All of them stay under `medication`, also medicine for the mind: whoever watches over medication
must see the whole list. The psychological reason is left out of their text.
"""

from collections.abc import Mapping

from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import negation

TOLD = frozenset({"medicationCodeableConcept", "medicationReference"})
CODES = ("medicationCodeableConcept",)


def medicine(scene: Scene) -> str:
    """The name of the medicine, from the code or the Medication it refers to."""
    reference = scene.raw.get("medicationReference")
    name = scene.name(reference) if reference else scene.concept("medicationCodeableConcept")
    return name or "Medicijn zonder naam"


def title_by_status(scene: Scene, words: Mapping[str, str]) -> str:
    """The medicine, after a word for a status that turns the meaning around."""
    before = words.get(scene.raw.get("status", ""))
    if scene.raw.get("doNotPerform"):
        before = "Niet geven"
    absent = negation(scene.raw.get("medicationCodeableConcept", {}))
    return f"{before}: {medicine(scene)}" if before and not absent else medicine(scene)
