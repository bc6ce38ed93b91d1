"""RiskAssessment, ClinicalImpression and DetectedIssue: what a professional makes of it."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import concept_words


def _risk(scene: Scene) -> str:
    outcomes = [one.get("outcome", {}) for one in scene.raw.get("prediction", [])]
    named = [words for words in map(concept_words, outcomes) if words]
    condition = scene.raw.get("condition")
    found = [scene.concept("code"), scene.name(condition) if condition else "", *named[:2]]
    return f"Inschatting van risico: {next(filter(None, found), 'niet omschreven')}"


def _impression(scene: Scene) -> str:
    raw = scene.raw
    found = [raw.get("description"), scene.concept("code"), raw.get("summary")]
    return f"Beoordeling: {next(filter(None, found), 'niet omschreven')}"


def _issue(scene: Scene) -> str:
    found = [scene.concept("code"), scene.raw.get("detail")]
    return f"Waarschuwing: {next(filter(None, found), 'niet omschreven')}"


RISK_ASSESSMENT = Recipe(
    resource_type="RiskAssessment",
    kind="assessment",
    subject="health",
    title=_risk,
    when=("occurrence",),
    authors=("performer",),
    silent=frozenset({"parent"}),
)
CLINICAL_IMPRESSION = Recipe(
    resource_type="ClinicalImpression",
    kind="assessment",
    subject="health",
    title=_impression,
    when=("effective", "date"),
    authors=("assessor",),
    silent=frozenset({"previous"}),
)
DETECTED_ISSUE = Recipe(
    resource_type="DetectedIssue",
    kind="flag",
    subject="medication",
    title=_issue,
    when=("identified",),
    authors=("author",),
    mind=False,
)
