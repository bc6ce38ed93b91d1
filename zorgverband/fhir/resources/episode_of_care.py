"""EpisodeOfCare: a stretch of time in which one organisation treats someone for something."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene

_NAME = "http://nictiz.nl/fhir/StructureDefinition/ext-EpisodeOfCare.EpisodeOfCareName"


def _title(scene: Scene) -> str:
    """The name of the Dutch profile, else the type, else the first diagnosis."""
    extensions = scene.raw.get("extension", [])
    named = [one.get("valueString") for one in extensions if one.get("url") == _NAME]
    diagnoses = [scene.name(one["condition"]) for one in scene.raw.get("diagnosis", [])]
    name = next(filter(None, [*named, scene.concept("type"), *diagnoses]), "")
    return f"Behandelperiode: {name}" if name else "Behandelperiode"


RECIPE = Recipe(
    resource_type="EpisodeOfCare",
    kind="encounter",
    subject="treatment",
    title=_title,
    when=("period",),
    starts=("period",),
    ends=("period",),
    authors=("careManager", "managingOrganization"),
    codes=("type",),
    silent=frozenset({"account", "referralRequest"}),
)
