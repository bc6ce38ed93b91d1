"""CarePlan: what a care organisation plans to do. It stays their plan, under treatment."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene


def _title(scene: Scene) -> str:
    raw = scene.raw
    found = [raw.get("title"), scene.concept("category"), raw.get("description")]
    found += [scene.name(one) for one in raw.get("addresses", [])]
    name = next(filter(None, found), "")
    return f"Zorgplan: {name}" if name else "Zorgplan"


RECIPE = Recipe(
    resource_type="CarePlan",
    kind="care_plan",
    subject="treatment",
    title=_title,
    when=("created", "period"),
    starts=("period",),
    ends=("period",),
    authors=("author", "contributor"),
    codes=("category",),
    told=frozenset({"title"}),
    silent=frozenset(
        {"CarePlanActivityDetail.instantiatesCanonical", "CarePlanActivityDetail.instantiatesUri"}
    ),
)
