"""FamilyMemberHistory: illness in the family. About the client, although it names a relative."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import concept_words


def _title(scene: Scene) -> str:
    conditions = [concept_words(one["code"]) for one in scene.raw.get("condition", [])]
    who = scene.raw.get("name") or scene.concept("relationship") or "familielid"
    told = ", ".join(filter(None, conditions)) or "geen aandoening genoemd"
    return f"In de familie ({who}): {told}"


RECIPE = Recipe(
    resource_type="FamilyMemberHistory",
    kind="family_history",
    subject="health",
    title=_title,
    when=("date",),
    authors=(),
    codes=("relationship",),
)
