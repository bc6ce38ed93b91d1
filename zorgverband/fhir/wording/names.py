"""What people call a resource: the name of a person or organisation, a medicine, a finding."""

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.shelf import Shelf
from zorgverband.fhir.wording.codes import coding_words, concept_words, negation
from zorgverband.fhir.wording.findings import in_one_line
from zorgverband.fhir.wording.quantities import ratio_words

_CALLED = ("code", "medicationCodeableConcept", "vaccineCode", "type", "description", "itemCode")


def human_name(names: list[Json]) -> str:
    """The official or first name as people write it: 'Jo van Putten'."""
    usable = [name for name in names if name.get("use") not in ("old", "nickname")] or names
    ordered = sorted(usable, key=lambda name: name.get("use") != "official")
    for name in ordered:
        if name.get("text"):
            return str(name["text"])
        parts = [*_given(name.get("prefix")), *_given(name.get("given")), name.get("family", "")]
        whole = " ".join(filter(None, [*parts, *_given(name.get("suffix"))]))
        if whole:
            return whole
    return ""


def _given(parts: list[str | None] | None) -> list[str]:
    return [part for part in parts or [] if part]


class Names:
    """Names of the resources of one reading."""

    def __init__(self, shelf: Shelf) -> None:
        """`shelf` finds the resources that names refer to."""
        self._shelf = shelf

    def of_reference(self, reference: Json, start: Node) -> str:
        """The name of what `reference` points at; else what the source calls it; else empty."""
        target = self._shelf.resolve(reference=reference, start=start)
        name = self.of(target) if target is not None and target is not start else ""
        identifier = reference.get("identifier", {})
        return name or str(reference.get("display") or identifier.get("value") or "")

    def of(self, node: Node, depth: int = 0) -> str:
        """The name of a resource, or empty when it has none."""
        raw = node.raw
        if depth > 3:
            return ""
        if node.resource_type == "PractitionerRole":
            return self._role(node, depth)
        if node.resource_type == "Medication":
            return self._medicine(node, depth)
        if node.resource_type == "Device":
            return _device(raw)
        if node.resource_type == "Observation":
            return in_one_line(raw)
        if isinstance(raw.get("name"), list):
            return human_name(raw["name"])
        if isinstance(raw.get("name") or raw.get("title"), str):
            return str(raw.get("name") or raw.get("title"))
        return self._called(node, depth)

    def _called(self, node: Node, depth: int) -> str:
        raw = node.raw
        medication = raw.get("medicationReference") or raw.get("device")
        if isinstance(medication, dict):
            target = self._shelf.resolve(reference=medication, start=node)
            return self.of(target, depth + 1) if target else str(medication.get("display", ""))
        for name in _CALLED:
            value = raw.get(name)
            value = value[0] if isinstance(value, list) else value
            words = concept_words(value) if isinstance(value, dict) else str(value or "")
            if words:
                return (negation(value) if isinstance(value, dict) else "") or words
        return coding_words(raw["class"]) if "class" in raw else ""

    def _role(self, node: Node, depth: int) -> str:
        """'W. Klaasen, huisarts (Praktijk Oost)', as far as known."""
        raw = node.raw
        person = self._referred(raw.get("practitioner"), node, depth)
        work = [concept_words(c) for c in [*raw.get("specialty", []), *raw.get("code", [])]]
        organisation = self._referred(raw.get("organization"), node, depth)
        words = ", ".join(filter(None, [person, work[0] if work else ""]))
        if words and organisation:
            return f"{words} ({organisation})"
        return words or organisation

    def _referred(self, reference: Json | None, node: Node, depth: int) -> str:
        if not reference:
            return ""
        target = self._shelf.resolve(reference=reference, start=node)
        return self.of(target, depth + 1) if target else str(reference.get("display", ""))

    def _medicine(self, node: Node, depth: int) -> str:
        """The product name, else what it is made of, with strength and form."""
        raw = node.raw
        parts = [concept_words(raw.get("code", {}))] if "code" in raw else []
        if not any(parts):
            parts = [self._ingredient(one, node, depth) for one in raw.get("ingredient", [])]
        form = concept_words(raw["form"]) if "form" in raw and not _in(raw, parts) else ""
        return ", ".join(filter(None, [*parts, form]))

    def _ingredient(self, ingredient: Json, node: Node, depth: int) -> str:
        concept = ingredient.get("itemCodeableConcept")
        name = concept_words(concept) if concept else ""
        name = name or self._referred(ingredient.get("itemReference"), node, depth)
        return " ".join(filter(None, [name, ratio_words(ingredient.get("strength", {}))]))


def _in(raw: Json, parts: list[str]) -> bool:
    form = concept_words(raw["form"]).lower().split(" ")[0]
    return any(form in part.lower() for part in parts)


def _device(raw: Json) -> str:
    names = [name["name"] for name in raw.get("deviceName", []) if name.get("name")]
    kind = negation(raw.get("type", {})) or concept_words(raw.get("type", {}))
    model = " ".join(filter(None, [raw.get("manufacturer"), raw.get("modelNumber")]))
    return ", ".join(filter(None, [kind or (names[0] if names else ""), model]))
