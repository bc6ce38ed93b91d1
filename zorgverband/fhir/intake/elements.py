"""What FHIR R4 knows about each type: its elements, their datatypes, their fixed words.

Read from the R4B models of `fhir.resources`; for every type used here R4B and R4 are the same.
"""

import typing
from dataclasses import dataclass
from functools import cache
from typing import Any

from fhir.resources.R4B import get_fhir_model_class

# These exist in R4 but were removed or rewritten in R4B, so its models cannot judge them.
_NOT_JUDGED = (
    "EffectEvidenceSynthesis RiskEvidenceSynthesis Evidence EvidenceVariable MedicinalProduct "
    "MedicinalProductAuthorization MedicinalProductContraindication MedicinalProductIndication "
    "MedicinalProductIngredient MedicinalProductInteraction MedicinalProductManufactured "
    "MedicinalProductPackaged MedicinalProductPharmaceutical MedicinalProductUndesirableEffect "
    "SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation "
    "SubstanceSourceMaterial SubstanceSpecification"
)
NOT_JUDGED = frozenset(_NOT_JUDGED.split())

# The models shorten these lists to "+"; the full lists are from the R4 value sets.
_FINDING = "registered preliminary final amended corrected cancelled entered-in-error unknown"
_ENCOUNTER = (
    "planned arrived triaged in-progress onleave finished cancelled entered-in-error unknown"
)
_WORDS = {
    ("Observation", "status"): _FINDING,
    ("RiskAssessment", "status"): _FINDING,
    ("DetectedIssue", "status"): _FINDING,
    ("DiagnosticReport", "status"): f"{_FINDING} partial appended",
    ("Encounter", "status"): _ENCOUNTER,
    ("EncounterStatusHistory", "status"): _ENCOUNTER,
    ("DeviceUseStatement", "status"): "active completed entered-in-error intended stopped on-hold",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a type. `base` is the name without datatype for value[x] and its like."""

    name: str
    base: str
    datatype: str
    model: type[Any] | None
    many: bool
    words: tuple[str, ...]


_elements: dict[str, dict[str, Element]] = {}


@cache
def model_of(resource_type: str) -> type[Any] | None:
    """The model class of a resource type, or None when FHIR R4 knows no such type."""
    if not resource_type.isalpha():
        return None
    try:
        model: type[Any] = get_fhir_model_class(resource_type)
    except (ValueError, KeyError, ImportError):
        return None
    names = {cls.__name__ for cls in model.__mro__}
    return model if "Resource" in names and not resource_type.endswith("Resource") else None


def elements(model: type[Any]) -> dict[str, Element]:
    """The elements of a type by their JSON name, in the order of the standard."""
    name = model.__name__
    if name not in _elements:
        _elements[name] = _read(model)
    return _elements[name]


def _read(model: type[Any]) -> dict[str, Element]:
    found = {}
    by_alias = {f.alias or key: f for key, f in model.model_fields.items()}
    for name in model.elements_sequence():
        field = by_alias.get(name)
        if field is not None:
            found[name] = _element(model.__name__, name, field)
    return found


def _element(owner: str, name: str, field: Any) -> Element:
    extra = field.json_schema_extra or {}
    many, leaf = _leaf(field.annotation)
    is_complex = hasattr(leaf, "get_model_klass")
    words = _WORDS.get((owner, name), "").split() or extra.get("enum_values") or []
    return Element(
        name=name,
        base=extra.get("one_of_many") or name,
        datatype=leaf.__name__.removesuffix("Type") if is_complex else _primitive(leaf),
        model=_model(leaf) if is_complex else None,
        many=many,
        words=() if "+" in words else tuple(words),
    )


def _model(leaf: Any) -> type[Any] | None:
    model: type[Any] = leaf.get_model_klass()
    return None if model.__name__ == "Resource" else model


def _leaf(annotation: Any) -> tuple[bool, Any]:
    """Whether the element repeats, and the class or marker of its datatype."""
    if hasattr(annotation, "get_model_klass"):
        return False, annotation
    if hasattr(annotation, "__metadata__"):
        return False, annotation.__metadata__[0]
    inner = [arg for arg in typing.get_args(annotation) if arg is not type(None)]
    if not inner:
        return False, annotation
    many, leaf = _leaf(inner[0])
    return many or typing.get_origin(annotation) is list, leaf


def _primitive(leaf: Any) -> str:
    """The FHIR name of a primitive datatype: 'dateTime', 'decimal', 'boolean', ..."""
    name = leaf.__name__ if isinstance(leaf, type) else type(leaf).__name__
    renamed = {"bool": "boolean", "str": "string", "EncodedBytes": "base64Binary"}
    return renamed.get(name) or name[0].lower() + name[1:]
