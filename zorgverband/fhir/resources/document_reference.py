"""DocumentReference: a letter or other document, with the file when it came along."""

from zorgverband.fhir import reasons
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene


def _title(scene: Scene) -> str:
    raw = scene.raw
    titles = [one.get("attachment", {}).get("title") for one in raw.get("content", [])]
    found = [raw.get("description"), scene.concept("type"), *titles, scene.concept("category")]
    return next(filter(None, found), "Document zonder naam")


def _refuse(scene: Scene) -> str:
    return reasons.IN_ERROR if scene.raw.get("docStatus") == "entered-in-error" else ""


RECIPE = Recipe(
    resource_type="DocumentReference",
    kind="document",
    subject="health",
    title=_title,
    when=("date",),
    authors=("author", "authenticator", "custodian"),
    codes=("type",),
    silent=frozenset(
        {"DocumentReferenceContext.encounter", "DocumentReferenceContext.sourcePatientInfo"}
    ),
    refuse=_refuse,
)
