"""Documents to nodes: every resource in Bundles, in entries without one, and contained, once."""

from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.faults import shape_fault
from zorgverband.fhir.intake.json_text import Document
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.validity import check
from zorgverband.fhir.refusals import (
    ASK_A_BUNDLE,
    NO_RESOURCE,
    NOT_A_READABLE_BUNDLE,
    WRONG,
    NotFhir,
)

BUNDLES = frozenset({"document", "transaction", "collection", "batch", "searchset", "history"})


def unpack(*, document: Document, scope: int) -> Iterator[Node]:
    """All resources in one document, checked. The outermost Bundle itself is not one of them.

    An entry without resource gives a node of type '' (or of the deleted type), so that it can be
    accounted for. Raises NotFhir.
    """
    if "resourceType" not in document.value:
        raise NotFhir(where=document.where, why=NO_RESOURCE)
    fault = shape_fault(document.value)
    if fault:
        path, why = fault
        where = document.where + (f", {path.lstrip('.')}" if path else "")
        raise NotFhir(where=where, why=why)
    if document.value["resourceType"] == "Bundle":
        yield from _entries(document.value, document.where, scope)
    else:
        yield from _with_contained(Node(raw=document.value, place=document.where, scope=scope))


def _entries(bundle: Json, place: str, scope: int) -> Iterator[Node]:
    entries = _checked_shell(bundle, place)
    if bundle.get("type") not in BUNDLES:
        where = f"{place}, Bundle.type"
        raise NotFhir(where=where, why=NOT_A_READABLE_BUNDLE, now=ASK_A_BUNDLE)
    name = _name(bundle)
    for index, entry in enumerate(entries):
        yield from _entry(entry, f"{place}, Bundle.entry[{index}]", scope, name)


def _entry(entry: Json, place: str, scope: int, bundle: str) -> Iterator[Node]:
    full_url = str(entry.get("fullUrl", ""))
    raw = entry.get("resource")
    if raw is None:
        yield _without_resource(entry, place, scope, bundle)
        return
    node = Node(raw=raw, place=place, scope=scope, bundle=bundle, full_url=full_url)
    if raw.get("resourceType") == "Bundle":
        yield node
        yield from _entries(raw, place, scope)
    else:
        yield from _with_contained(node)


def _without_resource(entry: Json, place: str, scope: int, bundle: str) -> Node:
    """The deletion, or the empty entry, as a node that holds nothing but type and id."""
    request = entry.get("request", {})
    deleted = request.get("method") == "DELETE"
    parts = str(request.get("url", "")).partition("?")[0].split("/")
    raw = {"resourceType": parts[-2], "id": parts[-1]} if deleted and len(parts) > 1 else {}
    full_url = str(entry.get("fullUrl", ""))
    return Node(
        raw=raw, place=place, scope=scope, bundle=bundle, full_url=full_url, deleted=deleted
    )


def _checked_shell(bundle: Json, place: str) -> list[Json]:
    """The entries of a Bundle whose own elements are valid; the resources are judged apart."""
    entries = bundle.get("entry", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise NotFhir(where=f"{place}, Bundle.entry", why=WRONG)
    for index, entry in enumerate(entries):
        if "resource" in entry:
            _must_be_resource(entry["resource"], f"{place}, Bundle.entry[{index}].resource")
    shells = [{k: v for k, v in entry.items() if k != "resource"} for entry in entries]
    # Checked one by one with its index: an entry that held only a resource is now empty.
    check(raw={**bundle, "entry": shells} if shells else bundle, place=place)
    return entries


def _must_be_resource(value: Any, place: str) -> None:
    if not isinstance(value, dict) or not isinstance(value.get("resourceType"), str):
        raise NotFhir(where=place, why=NO_RESOURCE)


def _name(bundle: Json) -> str:
    identifier = bundle.get("identifier", {}).get("value")
    return " ".join(filter(None, ["Bundle", identifier or bundle.get("id")]))


def _with_contained(node: Node) -> Iterator[Node]:
    contained = node.raw.get("contained", [])
    if not isinstance(contained, list):
        contained = [contained]
    if contained and node.container is not None:
        # Contained resources do not contain others (rule dom-2 of the standard).
        raise NotFhir(where=f"{node.place}, contained", why=WRONG)
    for index, inner in enumerate(contained):
        _must_be_resource(inner, f"{node.place}, contained[{index}]")
    check(raw={k: v for k, v in node.raw.items() if k != "contained"}, place=node.place)
    yield node
    for index, inner in enumerate(contained):
        place = f"{node.place}, contained[{index}]"
        yield from _with_contained(
            Node(raw=inner, place=place, scope=node.scope, bundle=node.bundle, container=node)
        )
