"""ImmunizationRecommendation: which vaccinations are advised, and when."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import concept_words


def _title(scene: Scene) -> str:
    advised = scene.raw.get("recommendation", [])
    names = [concept_words(code) for one in advised for code in one.get("vaccineCode", [])]
    names += [concept_words(one.get("targetDisease", {})) for one in advised]
    shown = ", ".join(dict.fromkeys(filter(None, names)))
    return f"Advies voor vaccinatie: {shown or 'zie de tekst'}"


RECIPE = Recipe(
    resource_type="ImmunizationRecommendation",
    kind="immunization",
    subject="medication",
    title=_title,
    when=("date",),
    authors=("authority",),
    status=(),
    codes=(),
    mind=False,
)
