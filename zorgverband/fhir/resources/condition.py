"""Condition: a problem or diagnosis."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import code_in, negation

_DOUBT = {
    "refuted": "Uitgesloten",
    "unconfirmed": "Niet bevestigd",
    "provisional": "Voorlopig",
    "differential": "Mogelijk",
}


def _title(scene: Scene) -> str:
    """The name; what is ruled out or not certain says so before the name."""
    raw = scene.raw
    name = scene.concept("code") or scene.concept("category") or "Aandoening zonder naam"
    doubt = _DOUBT.get(code_in(raw.get("verificationStatus", {})))
    return f"{doubt}: {name}" if doubt and not negation(raw.get("code", {})) else name


RECIPE = Recipe(
    resource_type="Condition",
    kind="problem",
    subject="health",
    title=_title,
    when=("onset", "recordedDate"),
    starts=("onset",),
    ends=("abatement",),
    authors=("asserter", "recorder"),
    status=("clinicalStatus", "verificationStatus"),
    told=frozenset({"code"}),
)
