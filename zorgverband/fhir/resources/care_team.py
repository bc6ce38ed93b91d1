"""CareTeam: who treat someone, says a care system.

Under treatment and not under arrangements: that a psychiatrist or an oncologist takes part is
medical. Their names give nobody access; people join a network by invitation.
"""

from zorgverband.fhir.placing.mates import mates, over
from zorgverband.fhir.placing.mind import speaks_of_mind
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.planned import Planned
from zorgverband.fhir.resources.care_plan import is_over


def _title(scene: Scene) -> str:
    name = scene.raw.get("name") or scene.concept("category")
    return f"Zorgteam: {name}" if name else "Zorgteam"


def _subject(scene: Scene) -> str:
    """`mind` only for a team that is called so; the reasons are left out of the text."""
    named = {"name": scene.raw.get("name"), "category": scene.raw.get("category")}
    return "mind" if speaks_of_mind({"text": named["name"], **named}) else "treatment"


def _plan(scene: Scene) -> Planned:
    """A team that is over, or that came inside a plan that is, suggests nobody."""
    raw, container = scene.raw, scene.node.container
    inside = container is not None and is_over(container.raw)
    ended = raw.get("status") == "inactive" or over(raw) or inside
    return Planned(state="over" if ended else "now", mates=mates(scene, ended=ended))


RECIPE = Recipe(
    resource_type="CareTeam",
    kind="care_team",
    subject=_subject,
    title=_title,
    when=("period",),
    starts=("period",),
    ends=("period",),
    authors=("managingOrganization",),
    codes=("category",),
    told=frozenset({"name"}),
    mind=False,
    plan=_plan,
)
