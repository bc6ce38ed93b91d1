"""The files inside a resource, or in a Binary beside it; what is only a link stays a link."""

import base64
from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Attachment, Json
from zorgverband.fhir.intake.elements import elements, model_of
from zorgverband.fhir.placing.scene import Scene


def attachments(scene: Scene) -> tuple[Attachment, ...]:
    """All files of a resource, in order."""
    model = model_of(scene.node.resource_type)
    found = (_file(scene, item) for item in _all(scene.raw, model))
    return tuple(one for one in found if one is not None)


def _all(raw: Json, model: type[Any] | None) -> Iterator[Json]:
    for element in elements(model).values() if model else ():
        if element.model is None or element.name not in raw or element.datatype == "Reference":
            continue
        values = raw[element.name] if element.many else [raw[element.name]]
        for value in values:
            if element.datatype == "Attachment":
                yield value
            else:
                yield from _all(value, element.model)


def _file(scene: Scene, attachment: Json) -> Attachment | None:
    kind, data = attachment.get("contentType", ""), attachment.get("data")
    if data is None and "url" in attachment:
        target = scene.target({"reference": attachment["url"]})
        if target is not None and target.resource_type == "Binary":
            kind = kind or target.raw.get("contentType", "")
            data = target.raw.get("data")
    if data is None:
        return None
    return Attachment(
        content_type=kind,
        title=attachment.get("title", ""),
        content=base64.b64decode("".join(data.split())),
    )
