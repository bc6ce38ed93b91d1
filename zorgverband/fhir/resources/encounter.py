"""Encounter: a visit, a call, an admission."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import coding_words

_STATUS = {"planned": "Gepland", "cancelled": "Niet doorgegaan"}


def _title(scene: Scene) -> str:
    """The kind of contact by type, service or class."""
    kind = scene.concept("type") or scene.concept("serviceType")
    name = kind or coding_words(scene.raw["class"]) or "contact zonder naam"
    before = _STATUS.get(scene.raw.get("status", ""), "Contact")
    return f"{before}: {name}"


RECIPE = Recipe(
    resource_type="Encounter",
    kind="encounter",
    subject="treatment",
    title=_title,
    when=("period",),
    starts=("period",),
    ends=("period",),
    authors=("serviceProvider", "participant.individual"),
    codes=("type",),
    silent=frozenset({"account", "appointment", "episodeOfCare"}),
)
