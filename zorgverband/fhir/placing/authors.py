"""From whom something was taken over: the person or organisation the source names."""

from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Json
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
    name = scene.name(reference)
    return "" if name == address else name


def _from_provenance(scene: Scene) -> str:
    for provenance in scene.shelf.provenances(scene.node):
        for who in at_path(provenance.raw, ["agent", "who"]):
            name = scene.names.of_reference(who, provenance)
            if name and name != who.get("reference"):
                return name
    return ""


def _from_document(scene: Scene) -> str:
    document = scene.shelf.composition(scene.node)
    if document is None:
        return ""
    for part in ("author", "custodian"):
        for who in at_path(document.raw, [part]):
            name = scene.names.of_reference(who, document)
            if name and name != who.get("reference"):
                return name
    return ""


def _from_encounter(scene: Scene) -> str:
    encounter = scene.target(scene.raw.get("encounter", {}))
    if encounter is None:
        return ""
    for path in (["serviceProvider"], ["participant", "individual"]):
        for who in at_path(encounter.raw, path):
            name = scene.names.of_reference(who, encounter)
            if name and name != who.get("reference"):
                return name
    return ""
