"""One resource with the place where it stood: its entry, its Bundle, its container, its file."""

from dataclasses import dataclass, field

from zorgverband.fhir.fact import Json


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Node:
    """A resource in its place; two nodes are the same only when they are one object.

    `scope` numbers the outermost document it came in: references are looked for there first.
    `place` is file plus element path, for the reader. `bundle` names the innermost Bundle.
    """

    raw: Json = field(repr=False)
    place: str
    scope: int
    bundle: str = ""
    full_url: str = ""
    container: "Node | None" = None
    deleted: bool = False

    @property
    def resource_type(self) -> str:
        """The type the resource says it has."""
        return str(self.raw.get("resourceType", ""))

    @property
    def id(self) -> str:
        """Its own id, or empty."""
        return str(self.raw.get("id", ""))

    @property
    def key(self) -> str:
        """'Observation/123', or empty for a resource without id."""
        return f"{self.resource_type}/{self.id}" if self.id else ""

    @property
    def own_name(self) -> str:
        """Its key or address, within its container when it has one; empty without either."""
        own = self.key or self.full_url
        return f"{self.container.own_name}#{own}" if self.container is not None else own

    @property
    def source(self) -> str:
        """'Bundle urn:uuid:... / Observation/123': where this came from, for people."""
        own = self.key or self.full_url or self.resource_type
        if self.container is not None:
            return f"{self.container.source} / {own}"
        return f"{self.bundle} / {own}" if self.bundle else own
