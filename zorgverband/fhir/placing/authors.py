"""From whom something was taken over: the person or organisation the source names."""

from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.placing.scene import Scene

THE_CLIENT = "de cliënt zelf"
_MOST = 3


def taken_over_from(scene: Scene, paths: tuple[str, ...]) -> str:
    """The names at the first path that gives one; else from Provenance, document or contact.

    Empty when the source names nobody.
    """
    for path in paths:
        names = list(dict.fromkeys(filter(None, _names(scene, path))))
        if names:
            return ", ".join(names[:_MOST])
    return _from_provenance(scene) or _from_document(scene) or _from_encounter(scene)


def _names(scene: Scene, path: str) -> Iterator[str]:
    for reference in at_path(scene.raw, path.split(".")):
        yield _name(scene, reference)


def at_path(value: Any, parts: list[str]) -> Iterator[Json]:
    """Every object at this path, through lists."""
    if isinstance(value, list):
        for item in value:
            yield from at_path(item, parts)
    elif isinstance(value, dict) and not parts:
        yield value
    elif isinstance(value, dict) and parts[0] in value:
        yield from at_path(value[parts[0]], parts[1:])


def _name(scene: Scene, reference: Json) -> str:
    address = str(reference.get("reference", ""))
    target = scene.target(reference)
    kind = target.resource_type if target else reference.get("type", address.partition("/")[0])
    if kind == "Patient":
        return THE_CLIENT
    return scene.name(reference)


def _from_provenance(scene: Scene) -> str:
    found = scene.shelf.provenances(scene.node)
    return next(filter(None, (_first(scene, one, "agent.who") for one in found)), "")


def _from_document(scene: Scene) -> str:
    document = scene.shelf.composition(scene.node)
    return _first(scene, document, "author", "custodian") if document else ""


def _from_encounter(scene: Scene) -> str:
    encounter = scene.target(scene.raw.get("encounter", {}))
    paths = ("serviceProvider", "participant.individual")
    return _first(scene, encounter, *paths) if encounter else ""


def _first(scene: Scene, node: Node, *paths: str) -> str:
    """The first name at these paths of another resource."""
    for path in paths:
        for who in at_path(node.raw, path.split(".")):
            name = scene.names.of_reference(who, node)
            if name:
                return name
    return ""
