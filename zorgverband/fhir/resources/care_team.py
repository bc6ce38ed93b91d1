"""CareTeam: who treat someone, says a care system.

Under treatment and not under arrangements: that a psychiatrist or an oncologist takes part is
medical. Their names give nobody access; people join a network by invitation.
"""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene


def _title(scene: Scene) -> str:
    name = scene.raw.get("name") or scene.concept("category")
    return f"Zorgteam: {name}" if name else "Zorgteam"


RECIPE = Recipe(
    resource_type="CareTeam",
    kind="care_team",
    subject="treatment",
    title=_title,
    when=("period",),
    starts=("period",),
    ends=("period",),
    authors=("managingOrganization",),
    codes=("category",),
    told=frozenset({"name"}),
)
