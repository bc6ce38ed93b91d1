"""DeviceUseStatement: an aid or implant that someone uses."""

from zorgverband.fhir.placing.recipe import Recipe
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.resources.device import details

_STATUS = {"completed": "Niet meer gebruikt: ", "stopped": "Gestopt: ", "intended": "Nog niet: "}


def _title(scene: Scene) -> str:
    name = scene.name(scene.raw["device"]) or "Hulpmiddel zonder naam"
    return _STATUS.get(scene.raw.get("status", ""), "") + name


def _first(scene: Scene) -> list[str]:
    """The device itself is told here; it has no meaning apart from its use."""
    device = scene.target(scene.raw["device"])
    if device is None or device.resource_type != "Device":
        return []
    return details(node=device, names=scene.names)


RECIPE = Recipe(
    resource_type="DeviceUseStatement",
    kind="device",
    subject="health",
    title=_title,
    when=("timing", "recordedOn"),
    starts=("timing",),
    ends=("timing",),
    authors=("source",),
    codes=(),
    told=frozenset({"device"}),
    first=_first,
)
