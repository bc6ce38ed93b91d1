"""The same resource more than once in one reading: once is enough, and the newest counts."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from zorgverband.fhir import reasons
from zorgverband.fhir.intake.identity import Identities
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.wording.dates import moment

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class Doubles:
    """Which nodes repeat another one, and which were deleted by their source."""

    def __init__(self, *, nodes: Sequence[Node], identities: Identities) -> None:
        """Compares all nodes; those that only share an identifier get an identity of their own."""
        self._reasons: dict[int, str] = {}
        self._deleted = _deleted(nodes)
        alive = [node for node in nodes if node.raw and id(node) not in self._deleted]
        for group in _grouped(alive, identities):
            if not _is_one(group, identities):
                identities.set_apart(group)
        for group in _grouped(alive, identities):
            self._choose(group, identities)

    def deleted(self, node: Node) -> str:
        """The reason when the source deleted this resource, else empty."""
        return reasons.DELETED if id(node) in self._deleted else ""

    def objection(self, node: Node) -> str:
        """The reason when another node stands for this one, else empty."""
        return self._reasons.get(id(node), "")

    def _choose(self, group: list[Node], identities: Identities) -> None:
        newest = max(group, key=_age)
        same = identities.digest(newest)
        for node in group:
            if node is not newest:
                is_same = identities.digest(node) == same
                self._reasons[id(node)] = reasons.TWICE if is_same else reasons.OLDER


def _grouped(nodes: Sequence[Node], identities: Identities) -> list[list[Node]]:
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[identities.source_id(node)].append(node)
    return [group for group in groups.values() if len(group) > 1]


def _is_one(group: list[Node], identities: Identities) -> bool:
    """Whether these are one resource: the same id or address, or the same content."""
    names = {node.own_name for node in group}
    return len(names) == 1 or len({identities.digest(node) for node in group}) == 1


def _age(node: Node) -> tuple[datetime, int]:
    """When the source last changed it; without that the first one stands: histories are newest first."""
    meta = node.raw.get("meta", {})
    version = str(meta.get("versionId", ""))
    changed = moment(meta["lastUpdated"]).at if "lastUpdated" in meta else _LONG_AGO
    return changed, int(version) if version.isdecimal() and len(version) < 10 else 0


def _deleted(nodes: Sequence[Node]) -> set[int]:
    """Deletions, and what stands after one for the same resource: history lists newest first."""
    gone: set[tuple[int, str]] = set()
    found = set()
    for node in nodes:
        if node.deleted:
            gone.add((node.scope, node.key))
        if node.deleted or (node.key and (node.scope, node.key) in gone):
            found.add(id(node))
    return found
