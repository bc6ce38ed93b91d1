"""Flag: a warning that everyone who treats should see."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import codes_of

_DETAIL = "http://hl7.org/fhir/StructureDefinition/flag-detail"
_ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason"


def _title(scene: Scene) -> str:
    """The code, or what the flag is about when the code says nothing."""
    raw = scene.raw
    says_nothing = {code.system for code in codes_of(raw["code"])} == {_ABSENT}
    details = [one for one in raw.get("extension", []) if one.get("url") == _DETAIL]
    found = [scene.name(one["valueReference"]) for one in details if "valueReference" in one]
    name = "" if says_nothing and found else scene.concept("code")
    ended = "Waarschuwing, niet meer van kracht" if raw["status"] == "inactive" else "Waarschuwing"
    return f"{ended}: {name or next(filter(None, found), 'niet omschreven')}"


RECIPE = Recipe(
    resource_type="Flag",
    kind="flag",
    subject="health",
    title=_title,
    when=("period",),
    starts=("period",),
    ends=("period",),
    authors=("author",),
    told=frozenset({"code"}),
)
