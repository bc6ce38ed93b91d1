"""Which resource is the same as one that came earlier, and whether its content changed.

A source may give its resources identifiers, ids, or only an address in the file. A globally unique
one (a GUID) is trusted by itself. A short one, such as 12345, is trusted only together with what
the resource is about: two systems that both count from 1 must never overwrite each other's facts.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.shelf import Shelf, identifiers

_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
# Numbers that several resources share: of the order, the visit, the series.
_SHARED = frozenset({"PLAC", "FILL", "ACSN", "VN"})
_ABOUT = ("code", "vaccineCode", "medicationCodeableConcept", "type", "description", "category")
_QUOTED = frozenset({"Medication", "Device", "Substance"})


class Identities:
    """Identity and digest of every node of one reading."""

    def __init__(self, shelf: Shelf) -> None:
        """`shelf` resolves the references that take part in both."""
        self._shelf = shelf
        self._ids: dict[int, str] = {}

    def source_id(self, node: Node) -> str:
        """Type and hash: the same each time the same resource comes; holds no readable value."""
        if id(node) not in self._ids:
            self._ids[id(node)] = _hashed(node, self._identity(node))
        return self._ids[id(node)]

    def set_apart(self, nodes: Iterable[Node]) -> None:
        """Gives nodes that turned out to share one identifier an identity by id or address."""
        for node in nodes:
            own = f"{node.own_name or self.digest(node)}|{self._about(node)}"
            self._ids[id(node)] = _hashed(node, own)

    def digest(self, node: Node) -> str:
        """SHA-256 over what the resource says, without ids, timestamps and generated narrative.

        References inside the files count by identity, so a new export with new addresses has the
        same digest; a medicine or device that is only referred to counts with its content.
        """
        return hashlib.sha256(_canonical(self._content(node, depth=0)).encode()).hexdigest()

    def _identity(self, node: Node) -> str:
        if node.resource_type == "Patient" and _identifier(node.raw):
            return _identifier(node.raw)
        if node.container is not None:
            inner = node.id or self.digest(node)
            return f"{self.source_id(node.container)}#{inner}"
        key = _identifier(node.raw) or node.id or node.full_url
        if not key:
            return self.digest(node)
        if _GUID.search(key):
            return key.lower()
        about = self._about(node)
        return f"{key}|{about}" if about else f"{key}|{node.id or node.full_url}"

    def _about(self, node: Node) -> str:
        medication = node.raw.get("medicationReference")
        if medication:
            target = self._shelf.resolve(reference=medication, start=node)
            return self._about(target) if target else str(medication.get("reference"))
        for name in _ABOUT:
            if name in node.raw:
                return _canonical(node.raw[name])
        return ""

    def _content(self, node: Node, *, depth: int) -> Any:
        raw = {k: v for k, v in node.raw.items() if k not in ("id", "meta", "text")}
        if node.raw.get("text", {}).get("status") != "generated":
            raw["text"] = node.raw.get("text")
        raw["security"] = node.raw.get("meta", {}).get("security")
        return self._settled(raw, node, depth)

    def _settled(self, value: Any, node: Node, depth: int) -> Any:
        if isinstance(value, list):
            return [self._settled(item, node, depth) for item in value]
        if not isinstance(value, dict):
            return value
        settled = {key: self._settled(item, node, depth) for key, item in value.items()}
        if isinstance(value.get("reference"), str):
            settled["reference"] = self._target(value, node, depth)
        return settled

    def _target(self, reference: Json, node: Node, depth: int) -> Any:
        target = self._shelf.resolve(reference=reference, start=node)
        if target is None or target.container is not None or target is node:
            return reference["reference"]
        if target.resource_type in _QUOTED and depth < 2:
            return self._content(target, depth=depth + 1)
        return self.source_id(target)


def _hashed(node: Node, identity: str) -> str:
    whole = f"{node.resource_type}|{identity}".encode()
    return f"{node.resource_type}-{hashlib.sha256(whole).hexdigest()[:40]}"


def _identifier(raw: Json) -> str:
    """The best identifier as 'system|value', or empty."""
    master = raw.get("masterIdentifier")
    found = []
    for identifier in [master] if master else identifiers(raw):
        kinds = {coding.get("code") for coding in identifier.get("type", {}).get("coding", [])}
        if identifier.get("use") in ("old", "temp") or kinds & _SHARED:
            continue
        if identifier.get("system") and identifier.get("value"):
            first = identifier.get("use") != "official"
            found.append((first, f"{identifier['system']}|{identifier['value']}"))
    return min(found)[1] if found else ""


def _canonical(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=_number)


def _number(value: object) -> str:
    assert isinstance(value, Decimal)
    return f"decimal:{value}"
