"""NutritionOrder: a diet, tube feeding or supplement."""

from zorgverband.fhir.placing.authors import at_path
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import concept_words

_PATHS = ("oralDiet.type", "supplement.type", "enteralFormula.baseFormulaType")


def _title(scene: Scene) -> str:
    found = [concept_words(x) for path in _PATHS for x in at_path(scene.raw, path.split("."))]
    named = ", ".join(dict.fromkeys(filter(None, found)))
    stopped = {"revoked": "Ingetrokken voeding", "draft": "Voeding, concept"}
    return f"{stopped.get(scene.raw['status'], 'Voeding')}: {named or 'zie de tekst'}"


RECIPE = Recipe(
    resource_type="NutritionOrder",
    kind="nutrition",
    subject="treatment",
    title=_title,
    when=("dateTime",),
    authors=("orderer",),
    codes=(),
    silent=frozenset({"instantiates"}),
)
