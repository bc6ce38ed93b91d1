"""The way in: FHIR R4 JSON files become facts ready to be stored; nothing is stored here."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from zorgverband.fhir import reasons
from zorgverband.fhir.fact import Fact, LeftOut, Reading
from zorgverband.fhir.intake.doubles import Doubles
from zorgverband.fhir.intake.identity import Identities
from zorgverband.fhir.intake.json_text import LIMIT, Document, documents
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.shelf import Shelf
from zorgverband.fhir.intake.unpack import unpack
from zorgverband.fhir.placing.draft import draft
from zorgverband.fhir.placing.objections import objection
from zorgverband.fhir.placing.patients import Patients
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.refusals import NotFhir
from zorgverband.fhir.resources import RECIPES
from zorgverband.fhir.wording.names import Names


def read_files(paths: Iterable[Path]) -> Reading:
    """Reads all files as one: references between them are followed, doubles are seen.

    Accepts Bundles (document, transaction, collection, batch, searchset, history), single
    resources and NDJSON, in UTF-8, each file up to 50 MB. Every resource is exactly once in
    `facts` or `left_out`: also contained ones, and Bundle entries without a resource. Raises
    NotFhir, and gives nothing, when anything in any file is not valid FHIR R4.
    """
    found: list[Document] = []
    for path in paths:
        found += documents(name=path.name, content=_content(path))
    return _read(found)


def read_bytes(name: str, content: bytes) -> Reading:
    """The same for one file that is already in memory; `name` is only used in refusals."""
    return _read(documents(name=name, content=content))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than allowed: enough to be refused, without reading the rest.
            return file.read(LIMIT + 1)
    except OSError:
        now = _("Kijk of de naam klopt en of u het bestand mag lezen.")
        why = _("Dit bestand kan niet worden gelezen.")
        raise NotFhir(where=path.name, why=why, now=now) from None


def _read(found: Sequence[Document]) -> Reading:
    nodes = [node for scope, one in enumerate(found) for node in unpack(document=one, scope=scope)]
    shelf = Shelf(nodes)
    identities = Identities(shelf)
    patients = Patients(shelf=shelf, identities=identities)
    doubles = Doubles(nodes=nodes, identities=identities)
    names = Names(shelf)
    facts: list[Fact] = []
    left_out: list[LeftOut] = []
    why: dict[int, str] = {}
    for node in nodes:
        scene = Scene(node=node, shelf=shelf, names=names, identities=identities)
        patient, person = patients.subject_of(node)
        reason = doubles.deleted(node) or objection(scene=scene, about_person=person)
        reason = reason or doubles.objection(node) or _inside(why.get(id(node.container), ""))
        why[id(node)] = reason
        if node.resource_type == "Patient" and node.raw and not node.deleted:
            patients.meet(node)
        if reason:
            left_out.append(_left(node, reason))
        else:
            facts.append(draft(recipe=RECIPES[node.resource_type], scene=scene, patient=patient))
    return Reading(facts=tuple(facts), left_out=tuple(left_out), patients=patients.all)


def _inside(reason_of_container: str) -> str:
    """What is inside a resource without a place has none either; a list only holds others."""
    listing = reason_of_container in ("", reasons.LIST, reasons.CONTAINER)
    return "" if listing else reasons.INSIDE


def _left(node: Node, reason: str) -> LeftOut:
    return LeftOut(
        resource_type=node.resource_type or reasons.NO_TYPE,
        id=node.id,
        reason=reason,
        place=node.place,
    )
