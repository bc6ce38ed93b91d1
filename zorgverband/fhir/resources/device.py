"""Device: an aid or implant of the client; other devices only measured something."""

from zorgverband.fhir import reasons
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.wording.codes import negation
from zorgverband.fhir.wording.names import Names
from zorgverband.fhir.wording.telling import Telling

_NAMES = "definition distinctIdentifier owner url parent contact safety property"
_SILENT = frozenset(_NAMES.split())


def details(*, node: Node, names: Names) -> list[str]:
    """What a Device says of itself, without its use."""
    return Telling(node=node, names=names, silent=_SILENT | {"status"}).lines(node.raw)


def _title(scene: Scene) -> str:
    absent = negation(scene.raw.get("type", {}))
    return absent or scene.names.of(scene.node) or "Hulpmiddel zonder naam"


def _refuse(scene: Scene) -> str:
    """Told with its use, or the equipment of a professional: then not a fact of its own."""
    if "patient" not in scene.raw or scene.shelf.is_used_device(scene.node):
        return reasons.PART
    return ""


RECIPE = Recipe(
    resource_type="Device",
    kind="device",
    subject="health",
    title=_title,
    when=("manufactureDate",),
    authors=("owner",),
    codes=("type",),
    silent=_SILENT,
    refuse=_refuse,
)
