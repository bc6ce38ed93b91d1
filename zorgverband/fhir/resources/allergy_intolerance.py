"""AllergyIntolerance: what someone does not tolerate. Never hidden as psychological."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import code_in, concept_words, negation

_KIND = {"allergy": "Allergie", "intolerance": "Overgevoeligheid"}


def _title(scene: Scene) -> str:
    """'Allergie: penicilline'; 'Geen allergieën bekend' stays what it says."""
    raw = scene.raw
    absent = negation(raw.get("code", {}))
    if absent:
        return absent
    kind = _KIND.get(raw.get("type", ""), "Allergie of overgevoeligheid")
    doubt = code_in(raw.get("verificationStatus", {}))
    kind = {
        "refuted": f"Uitgesloten: {kind.lower()}",
        "unconfirmed": f"{kind}, niet bevestigd",
    }.get(doubt, kind)
    return f"{kind}: {_substance(scene) or 'stof niet genoemd'}"


def _substance(scene: Scene) -> str:
    found = [scene.concept("code")]
    found += [concept_words(one.get("substance", {})) for one in scene.raw.get("reaction", [])]
    return next(filter(None, found), "")


RECIPE = Recipe(
    resource_type="AllergyIntolerance",
    kind="allergy",
    subject="health",
    title=_title,
    when=("onset", "recordedDate", "lastOccurrence"),
    starts=("onset",),
    authors=("recorder", "asserter"),
    status=("clinicalStatus", "verificationStatus"),
    told=frozenset({"code"}),
    mind=False,
)
