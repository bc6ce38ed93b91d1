"""CarePlan: what a care organisation plans to do. It stays their plan, under treatment.

It is named in the plan here among the plans of others; what it wants done can be agreed on.
"""

from zorgverband.fhir.fact import Json
from zorgverband.fhir.placing.deeds import activities, ids_of
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.planned import Planned

_OVER = frozenset({"completed", "revoked"})


def _title(scene: Scene) -> str:
    raw = scene.raw
    found = [raw.get("title"), scene.concept("category"), raw.get("description")]
    found += [scene.name(one) for one in raw.get("addresses", [])]
    name = next(filter(None, found), "")
    return f"Zorgplan: {name}" if name else "Zorgplan"


def is_over(raw: Json) -> bool:
    """Whether the source says that this plan has ended."""
    return raw.get("status") in _OVER


def _plan(scene: Scene) -> Planned:
    raw, over = scene.raw, is_over(scene.raw)
    held = [one["reference"] for one in raw.get("activity", []) if "reference" in one]
    return Planned(
        part="other_plan",
        state="over" if over else "now",
        holds=ids_of(scene, [*raw.get("goal", []), *raw.get("careTeam", []), *held]),
        wholes=ids_of(scene, [*raw.get("basedOn", []), *raw.get("partOf", [])]),
        deeds=activities(scene, over=over),
    )


RECIPE = Recipe(
    resource_type="CarePlan",
    kind="care_plan",
    subject="treatment",
    title=_title,
    when=("created", "period"),
    starts=("period",),
    ends=("period",),
    authors=("author", "contributor"),
    plan=_plan,
    codes=("category",),
    told=frozenset({"title"}),
    silent=frozenset(
        {"CarePlanActivityDetail.instantiatesCanonical", "CarePlanActivityDetail.instantiatesUri"}
    ),
)
