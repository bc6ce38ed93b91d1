"""ImagingStudy and Media: pictures. The pictures of a study stay where they are; it is named."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import coding_words


def _study(scene: Scene) -> str:
    raw = scene.raw
    modality = [coding_words(one) for one in raw.get("modality", [])]
    modality += [coding_words(one["modality"]) for one in raw.get("series", [])]
    found = [scene.concept("procedureCode"), raw.get("description"), *modality]
    return f"Beeldvormend onderzoek: {next(filter(None, found), 'niet omschreven')}"


def _media(scene: Scene) -> str:
    raw = scene.raw
    found = [raw.get("content", {}).get("title"), scene.concept("view"), scene.concept("modality")]
    site = [scene.concept("bodySite"), scene.concept("reasonCode")]
    named = next(filter(None, [*found, scene.concept("type"), *site]), "")
    return f"Beeld: {named}" if named else "Beeld zonder naam"


IMAGING_STUDY = Recipe(
    resource_type="ImagingStudy",
    kind="examination",
    subject="results",
    title=_study,
    when=("started",),
    authors=("interpreter", "referrer"),
    codes=("procedureCode",),
    silent=frozenset({"endpoint", "ImagingStudySeries.instance", "ImagingStudySeries.uid"}),
)
MEDIA = Recipe(
    resource_type="Media",
    kind="document",
    subject="health",
    title=_media,
    when=("created", "issued"),
    authors=("operator",),
    codes=("type",),
)
