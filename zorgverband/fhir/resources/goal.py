"""Goal: what a treatment is meant to reach. A goal of care is medical; the plan has its own."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene

_STATUS = {"rejected": "Afgewezen", "cancelled": "Vervallen", "proposed": "Voorgesteld"}


def _title(scene: Scene) -> str:
    before = _STATUS.get(scene.raw.get("lifecycleStatus", ""), "Doel")
    return f"{before}: {scene.concept('description') or 'niet omschreven'}"


RECIPE = Recipe(
    resource_type="Goal",
    kind="goal",
    subject="treatment",
    title=_title,
    when=("start", "statusDate"),
    starts=("start",),
    authors=("expressedBy",),
    status=("lifecycleStatus",),
    codes=("description",),
    told=frozenset({"description"}),
)
