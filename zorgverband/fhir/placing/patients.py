"""Whom the files are about, so that a file about someone else is noticed before it is stored."""

from zorgverband.fhir.fact import Json, Patient
from zorgverband.fhir.intake.identity import Identities
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.intake.shelf import Shelf, identifiers
from zorgverband.fhir.wording.names import human_name

SUBJECTS = ("subject", "patient")


class Patients:
    """Collects the persons of one reading; the same person in two Bundles is one."""

    def __init__(self, *, shelf: Shelf, identities: Identities) -> None:
        """`shelf` and `identities` say which person a reference means."""
        self._shelf = shelf
        self._identities = identities
        self._found: dict[str, Patient] = {}

    @property
    def all(self) -> tuple[Patient, ...]:
        """Everyone met so far, in the order of the files."""
        return tuple(self._found.values())

    def meet(self, node: Node) -> str:
        """The key of a Patient resource."""
        key = self._identities.source_id(node)
        if key not in self._found:
            self._found[key] = _patient(key, node.raw)
        return key

    def subject_of(self, node: Node) -> tuple[str, bool]:
        """The key of whom `node` is about ('' when not said), and whether that is a person.

        A contained resource that does not say so is about whom its container is about.
        """
        if node.resource_type == "Appointment":
            return self._attending(node), True
        for name in SUBJECTS:
            reference = node.raw.get(name)
            if isinstance(reference, dict) and reference:
                return self._key(reference, node)
        return self.subject_of(node.container) if node.container else ("", True)

    def _attending(self, node: Node) -> str:
        """An appointment has no subject: the client is one of those who take part."""
        actors = [one["actor"] for one in node.raw.get("participant", []) if "actor" in one]
        return next(filter(None, (self._key(actor, node)[0] for actor in actors)), "")

    def _key(self, reference: Json, node: Node) -> tuple[str, bool]:
        target = self._shelf.resolve(reference=reference, start=node)
        if target is not None and target is not node:
            person = target.resource_type == "Patient"
            return (self.meet(target) if person else ""), person
        address = str(reference.get("reference", ""))
        parts = address.split("/")
        kind = reference.get("type") or (parts[-2] if len(parts) > 1 else "Patient")
        kind = kind.partition("?")[0]
        if kind != "Patient":
            return "", False
        identifier = reference.get("identifier", {})
        key = address or str(identifier.get("value", "")) or str(reference.get("display", ""))
        if key and key not in self._found:
            self._found[key] = _mentioned(key, reference)
        return key, True


def _patient(key: str, raw: Json) -> Patient:
    return Patient(
        key=key,
        name=human_name(raw.get("name", [])),
        birth_date=raw.get("birthDate", ""),
        identifiers=tuple(
            (one.get("system", ""), one["value"]) for one in identifiers(raw) if one.get("value")
        ),
        in_file=True,
    )


def _mentioned(key: str, reference: Json) -> Patient:
    identifier = reference.get("identifier", {})
    known = ((identifier.get("system", ""), identifier["value"]),) if "value" in identifier else ()
    name = str(reference.get("display", ""))
    return Patient(key=key, name=name, birth_date="", identifiers=known, in_file=False)
