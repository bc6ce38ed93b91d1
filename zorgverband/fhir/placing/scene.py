"""What the file of a resource gets to work with: the resource, and all that it refers to."""

from dataclasses import dataclass
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import Element, elements, model_of
from zorgverband.fhir.intake.identity import Identities
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.shelf import Shelf
from zorgverband.fhir.wording.codes import concept_words, negation
from zorgverband.fhir.wording.names import Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One resource, ready to be told."""

    node: Node
    shelf: Shelf
    names: Names
    identities: Identities

    @property
    def raw(self) -> Json:
        """The resource as it came."""
        return self.node.raw

    def name(self, reference: Json) -> str:
        """What the resource calls, or what is called, at the end of a reference."""
        return self.names.of_reference(reference, self.node)

    def target(self, reference: Json) -> Node | None:
        """The resource at the end of a reference, when it is in the files."""
        return self.shelf.resolve(reference=reference, start=self.node)

    def concept(self, name: str) -> str:
        """The words of a CodeableConcept element, the first when there are more, or empty."""
        value = self.raw.get(name) or {}
        first = value[0] if isinstance(value, list) else value
        return negation(first) or concept_words(first)

    def choice(self, base: str) -> tuple[Element, Any] | None:
        """The element of value[x] and its like that is there, with its value."""
        return choice_in(self.raw, model_of(self.node.resource_type), base)


def choice_in(raw: Json, model: type[Any] | None, base: str) -> tuple[Element, Any] | None:
    """The element with this base name that `raw`, an object of `model`, has."""
    if model is None:
        return None
    for element in elements(model).values():
        if element.base == base and element.name in raw:
            return element, raw[element.name]
    return None
