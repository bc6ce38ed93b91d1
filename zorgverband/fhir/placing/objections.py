"""Why a resource gets no place: what it is, what the source says of it, whom it is about."""

from zorgverband.fhir import reasons
from zorgverband.fhir.fact import Json
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources import RECIPES
from zorgverband.fhir.wording.codes import codes_of
from zorgverband.fhir.wording.extensions import UNDERSTOOD, modifier_extensions

IN_ERROR = "entered-in-error"


def objection(*, scene: Scene, about_person: bool) -> str:
    """The reason of `reasons.py`, or empty for a resource that becomes a fact."""
    raw, resource_type = scene.raw, scene.node.resource_type
    if not resource_type:
        return reasons.NO_RESOURCE
    recipe = RECIPES.get(resource_type)
    if recipe is None:
        return reasons.reason_for(resource_type)
    if _in_error(raw):
        return reasons.IN_ERROR
    if not about_person:
        return reasons.NOT_A_PERSON
    if "implicitRules" in raw or set(modifier_extensions(raw)) - UNDERSTOOD:
        return reasons.CHANGES_MEANING
    return recipe.refuse(scene)


def _in_error(raw: Json) -> bool:
    certainty = {code.code for code in codes_of(raw.get("verificationStatus", {}))}
    return IN_ERROR in {raw.get("status"), raw.get("lifecycleStatus"), *certainty}
