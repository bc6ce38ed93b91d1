"""Who takes part according to a CareTeam, with what they do, as people who could be invited."""

from zorgverband.base import clock
from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.node import Node
from zorgverband.fhir.placing.scene import Scene
from zorgverband.fhir.planned import Mate
from zorgverband.fhir.wording.codes import codes_of, concept_words
from zorgverband.fhir.wording.dates import last_day

_SPECIALTY = "2.16.840.1.113883.2.4.6.7"
# Specialties of Dutch care (Vektis): the whole code first, then its first two figures.
_BY_SPECIALTY = {
    "0316": "paediatrician", "0329": "psychiatrist", "0330": "psychiatrist",
    "0335": "geriatrician", "01": "gp", "02": "pharmacist", "03": "specialist",
    "04": "physiotherapist",
}  # fmt: skip
_RELATION = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
_BY_RELATION = {
    "partner": "HUSB WIFE SPS DOMPART", "daughter": "DAU DAUC", "son": "SON SONC",
    "mother": "MTH NMTH", "father": "FTH NFTH", "sister": "SIS NSIS", "brother": "BRO NBRO",
    "grandchild": "GRNDCHILD GRNDDAU GRNDSON", "friend": "FRND", "neighbour": "NBOR",
    "relative": "FAMMEMB EXT COUSN AUNT UNCLE NEPHEW NIECE GRPRN GRMTH GRFTH",
}  # fmt: skip
_RELATIONS = {code: name for name, codes in _BY_RELATION.items() for code in codes.split()}


def over(raw: Json) -> bool:
    """Whether the period of a team, or of taking part in it, lies behind us."""
    end = raw.get("period", {}).get("end")
    return bool(end) and last_day(end) < clock.today()


def mates(scene: Scene, *, ended: bool) -> tuple[Mate, ...]:
    """Every participant of a CareTeam, in order; also who took part before."""
    return tuple(_mate(scene, one, ended=ended) for one in scene.raw.get("participant", []))


def _mate(scene: Scene, participant: Json, *, ended: bool) -> Mate:
    reference = participant.get("member", {})
    target = scene.target(reference)
    known = _known(target)
    roles = [concept_words(one) for one in [*participant.get("role", []), *known]]
    name, kind = _name(scene, reference, target), _kind(reference, target)
    role = ", ".join(list(dict.fromkeys(filter(None, roles)))[:2])
    behalf = scene.name(participant.get("onBehalfOf", {}))
    return Mate(
        key=f"{name}|{role}".casefold(), name=name,
        role=f"{role} ({behalf})" if role and behalf else role or behalf,
        function=_function([*participant.get("role", []), *known]),
        client=kind == "Patient", over=ended or over(participant),
    )  # fmt: skip


def _known(target: Node | None) -> list[Json]:
    """What the resource of this person says they do, or are to the client."""
    raw = target.raw if target is not None else {}
    if target is not None and target.resource_type == "RelatedPerson":
        found: list[Json] = raw.get("relationship", [])
        return sorted(found, key=lambda one: not any(c.system == _RELATION for c in codes_of(one)))
    return [*raw.get("specialty", []), *raw.get("code", [])] if _is_role(target) else []


def _is_role(target: Node | None) -> bool:
    return target is not None and target.resource_type == "PractitionerRole"


def _name(scene: Scene, reference: Json, target: Node | None) -> str:
    """The person, without what they do: that stands beside it."""
    if target is not None and _is_role(target) and "practitioner" in target.raw:
        return scene.names.of_reference(target.raw["practitioner"], target) or scene.name(reference)
    return scene.name(reference)


def _kind(reference: Json, target: Node | None) -> str:
    if target is not None:
        return target.resource_type
    address = str(reference.get("reference", "")).split("/")
    return str(reference.get("type") or (address[-2] if len(address) > 1 else ""))


def _function(concepts: list[Json]) -> str:
    for code in (one for concept in concepts for one in codes_of(concept)):
        if code.system.endswith(_SPECIALTY):
            found = _BY_SPECIALTY.get(code.code) or _BY_SPECIALTY.get(code.code[:2])
        else:
            found = _RELATIONS.get(code.code) if code.system == _RELATION else None
        if found:
            return found
    return ""
