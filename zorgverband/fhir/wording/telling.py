"""A whole resource in Dutch lines: every element that is there, in the order of the standard.

Driven by the types of the standard, so that an element cannot be forgotten: what is not told must
be named as silent, here or in the file of its resource.
"""

from collections.abc import Callable
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import Element, elements, model_of
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.wording.dates import date_words
from zorgverband.fhir.wording.extensions import absent_reason, extension_label, told
from zorgverband.fhir.wording.names import Names
from zorgverband.fhir.wording.plain import PLAIN, attachment_words, joined, side_by_side
from zorgverband.fhir.wording.terms import label

# Identity, form, links to whole other resources, and the client: not part of what is told.
_SILENT = (
    "id meta implicitRules language text contained identifier masterIdentifier groupIdentifier "
    "subject patient encounter basedOn partOf instantiatesCanonical instantiatesUri "
    "requisition linkId"
)
SILENT = frozenset(_SILENT.split())
# Extensions inside a value are told after it, between brackets.
_SILENT_INSIDE = frozenset({"id", "extension"})
# 'Lid: Jan de Wit' needs no second label when the member is all that is said.
_ALONE = "member actor individual condition attachment detail party link location uri code"
_SPEAKS_FOR_ITSELF = frozenset(_ALONE.split())


class Telling:
    """The words of one resource."""

    def __init__(self, *, node: Node, names: Names, silent: frozenset[str]) -> None:
        """`names` gives the names of what the resource refers to.

        `silent` are elements of the resource, or 'Type.element' for one inside it.
        """
        self._node = node
        self._names = names
        self._silent = SILENT | silent

    def lines(self, raw: Json) -> list[str]:
        """'Label: words' for each element of `raw` that is not silent, extensions last."""
        model = model_of(self._node.resource_type)
        return self._of_elements(raw, model, top=True) if model else []

    def words(self, value: Any, element: Element) -> str:
        """One value of an element in words; empty when it says nothing."""
        if element.datatype == "base64Binary":
            return ""
        if element.datatype == "boolean":
            return "ja" if value else "nee"
        if element.datatype == "Extension":
            return self._extension(value) if told(value) else ""
        if element.model is None:
            return str(PLAIN.get(element.datatype, str)(value))
        return self._complex(value, element) + self._added(value)

    def _of_elements(self, raw: Json, model: type[Any], *, top: bool) -> list[str]:
        found, added = [], []
        for element in elements(model).values():
            if self._is_silent(element, model.__name__, top):
                continue
            words = self._all(raw, element, joined if top else side_by_side)
            if words and element.datatype == "Extension":
                added.append(words)
            elif words:
                found.append(f"{label(element.base, model.__name__)}: {words}")
        return found + added

    def _is_silent(self, element: Element, owner: str, top: bool) -> bool:
        silent = self._silent if top else _SILENT_INSIDE
        return element.name in silent or f"{owner}.{element.name}" in self._silent

    def _all(self, raw: Json, element: Element, join: Callable[[list[str]], str]) -> str:
        value = raw.get(element.name)
        if value is None:
            extra = raw.get(f"_{element.name}", {})
            return absent_reason(extra) if isinstance(extra, dict) else ""
        if element.name == "doNotPerform" and value is False:
            return ""
        values = value if element.many else [value]
        words = [self.words(item, element) for item in values if item is not None]
        join = "\n".join if element.datatype == "Extension" else join
        return join([word for word in words if word])

    def _complex(self, value: Json, element: Element) -> str:
        if element.datatype == "Reference":
            return self._names.of_reference(value, self._node)
        if element.datatype in PLAIN:
            return str(PLAIN[element.datatype](value))
        if element.datatype == "Annotation":
            return self._annotation(value)
        if element.datatype == "Attachment":
            return attachment_words(value)
        if element.datatype == "Identifier":
            return str(value.get("value", ""))
        assert element.model is not None
        parts = self._of_elements(value, element.model, top=False)
        if len(parts) == 1 and set(value) & _SPEAKS_FOR_ITSELF:
            return parts[0].partition(": ")[2]
        return "; ".join(parts)

    def _annotation(self, note: Json) -> str:
        author = note.get("authorString", "")
        if "authorReference" in note:
            author = self._names.of_reference(note["authorReference"], self._node)
        when = date_words(note["time"]) if "time" in note else ""
        who = ", ".join(filter(None, [author, when]))
        return f"{note.get('text', '')} ({who})" if who else str(note.get("text", ""))

    def _added(self, value: Json) -> str:
        """The extensions inside a value, between brackets."""
        extensions = value.get("extension", [])
        inner = [self._extension(one) for one in extensions if told(one)]
        inner = [words for words in inner if words]
        return f" ({'; '.join(inner)})" if inner else ""

    def _extension(self, extension: Json) -> str:
        model = model_of_extension()
        name = extension_label(str(extension.get("url", "")))
        nested = [self._extension(one) for one in extension.get("extension", []) if told(one)]
        values = [
            self.words(extension[element.name], element)
            for element in elements(model).values()
            if element.base == "value" and element.name in extension
        ]
        words = "; ".join(filter(None, [*values, *nested]))
        return f"{name}: {words}" if words else ""


def model_of_extension() -> type[Any]:
    """The model of Extension, reached through a resource that has one."""
    basic = model_of("Basic")
    assert basic is not None
    model = elements(basic)["extension"].model
    assert model is not None
    return model
