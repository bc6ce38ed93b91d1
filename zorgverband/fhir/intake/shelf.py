"""Where references lead: within the same Bundle first, then in the other files read with it."""

from collections import defaultdict
from collections.abc import Iterable

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.node import Node


class Shelf:
    """All resources of one reading, found by fullUrl, by 'Type/id', or by identifier."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        """Remembers every node that has content; deletions and empty entries cannot be found."""
        self._near: dict[tuple[int, str], Node] = {}
        self._anywhere: dict[str, list[Node]] = defaultdict(list)
        self._agreed: dict[str, Node | None] = {}
        self._contained: dict[tuple[int, str], Node] = {}
        self._made_by: dict[int, list[Node]] = defaultdict(list)
        self._documents: dict[tuple[int, str], Node] = {}
        known = [node for node in nodes if node.raw and not node.deleted]
        for node in known:
            self._put(node)
        self._used: set[int] = set()
        self._wholes: dict[int, list[Node]] = defaultdict(list)
        for node in known:
            if node.resource_type == "Provenance":
                self._note_provenance(node)
            elif node.resource_type == "DeviceUseStatement":
                self._used.add(id(self.resolve(reference=node.raw["device"], start=node)))
            for part in [*node.raw.get("hasMember", []), *_results(node)]:
                self._wholes[id(self.resolve(reference=part, start=node))].append(node)

    def resolve(self, *, reference: Json, start: Node) -> Node | None:
        """The resource `reference` points at as seen from `start`, or None when it is not here."""
        target = str(reference.get("reference", ""))
        if target.startswith("#"):
            holder = start.container or start
            return holder if target == "#" else self._contained.get((id(holder), target[1:]))
        target = target.partition("/_history/")[0]
        for name in self._names(target, start):
            found = self._near.get((start.scope, name)) or self._only(name)
            if found is not None:
                return found
        return self._by_identifier(reference, start)

    def provenances(self, node: Node) -> list[Node]:
        """The Provenance resources that say who made `node`."""
        return self._made_by.get(id(node), [])

    def is_used_device(self, node: Node) -> bool:
        """Whether a DeviceUseStatement tells how this Device is used."""
        return id(node) in self._used

    def wholes(self, node: Node) -> list[Node]:
        """The panels and reports that `node` is a part of."""
        return self._wholes.get(id(node), [])

    def composition(self, node: Node) -> Node | None:
        """The head of the document that `node` came in, if it came in one."""
        found = self._documents.get((node.scope, node.bundle))
        return None if found is node else found

    def _put(self, node: Node) -> None:
        if node.container is not None:
            self._contained[id(node.container), node.id] = node
            return
        if node.resource_type == "Composition" and node.bundle:
            self._documents.setdefault((node.scope, node.bundle), node)
        for name in filter(None, (node.full_url, node.key, *_identifier_names(node))):
            self._near.setdefault((node.scope, name), node)
            self._anywhere[name].append(node)

    def _note_provenance(self, provenance: Node) -> None:
        for reference in provenance.raw.get("target", []):
            target = self.resolve(reference=reference, start=provenance)
            if target is not None:
                self._made_by[id(target)].append(provenance)

    @staticmethod
    def _names(target: str, start: Node) -> list[str]:
        """Absolute as it is; relative against the server of the entry, then by itself."""
        if not target:
            return []
        kind, _mark, query = target.partition("?identifier=")
        if query:
            return [f"{kind}?{query}"]
        names = [target]
        parts = start.full_url.rsplit("/", 2)
        if "://" not in target and len(parts) == 3 and "://" in start.full_url:
            names.insert(0, f"{parts[0]}/{target}")
        if "://" in target and target.count("/") > 3:
            names.append("/".join(target.rsplit("/", 2)[-2:]))
        return names

    def _only(self, name: str) -> Node | None:
        """The one resource with this name in other documents; None when they differ."""
        if name not in self._agreed:
            found = self._anywhere.get(name, [])
            same = all(node.raw == found[0].raw for node in found[1:])
            self._agreed[name] = found[0] if found and same else None
        return self._agreed[name]

    def _by_identifier(self, reference: Json, start: Node) -> Node | None:
        identifier = reference.get("identifier", {})
        kind = reference.get("type")
        if not (kind and identifier.get("system") and identifier.get("value")):
            return None
        name = f"{kind}?{identifier['system']}|{identifier['value']}"
        return self._near.get((start.scope, name)) or self._only(name)


def _results(node: Node) -> list[Json]:
    return node.raw.get("result", []) if node.resource_type == "DiagnosticReport" else []


def _identifier_names(node: Node) -> list[str]:
    names = []
    for identifier in identifiers(node.raw):
        if identifier.get("system") and identifier.get("value"):
            names.append(f"{node.resource_type}?{identifier['system']}|{identifier['value']}")
    return names


def identifiers(raw: Json) -> list[Json]:
    """The identifiers of a resource; for some types the standard allows only one."""
    found = raw.get("identifier", [])
    return found if isinstance(found, list) else [found]
