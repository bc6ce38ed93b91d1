"""Whether a resource is what FHIR R4 says it is, and if not: which element, and why."""

import base64
import binascii
from decimal import Decimal
from typing import Any, NoReturn

from django.utils.functional import Promise
from pydantic import ValidationError

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.elements import NOT_JUDGED, Element, elements, model_of
from zorgverband.fhir.refusals import MISSING, NO_SUCH_TYPE, ONE_ONLY, UNKNOWN, WRONG, NotFhir

Fault = tuple[str, Promise]
_WHY = {
    "missing": MISSING,
    "model_field_validation.missing": MISSING,
    "extra_forbidden": UNKNOWN,
}
_WHOLE = {"integer": -(2**31), "positiveInt": 1, "unsignedInt": 0, "integer64": -(2**63)}


def check(*, raw: Json, place: str) -> None:
    """Raises NotFhir when `raw`, a resource without its contained ones, is not valid FHIR R4.

    Judged by the R4B models, and strictly where these are lenient: JSON types, fixed words,
    required elements that are null, base64.
    """
    resource_type = raw.get("resourceType")
    if not isinstance(resource_type, str):
        _refuse(place, "resourceType", MISSING)
    if resource_type in NOT_JUDGED:
        return
    model = model_of(resource_type)
    if model is None:
        _refuse(place, "resourceType", NO_SUCH_TYPE)
    fault = _fault(raw, model, resource_type) or _model_fault(raw, model, resource_type)
    if fault:
        _refuse(place, *fault)


def _refuse(place: str, path: str, why: Promise) -> NoReturn:
    raise NotFhir(where=f"{place}, {path}", why=why)


def _model_fault(raw: Json, model: type[Any], path: str) -> Fault | None:
    try:
        model.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        why = _WHY.get(first["type"])
        if why is None and "one field value is expected" in str(first["msg"]):
            why = ONE_ONLY
        if why is None and "any of field value" in str(first["msg"]):
            why = MISSING
        return _path(path, first["loc"]), why or WRONG
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError):
        # The models themselves stumble over some malformed input instead of refusing it.
        return path, WRONG
    return None


def _path(start: str, loc: tuple[int | str, ...]) -> str:
    path = start
    for part in loc:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part != "root":
            path += f".{part}"
    return path


def _fault(raw: Json, model: type[Any], path: str) -> Fault | None:
    """The first element whose JSON type or fixed word is wrong."""
    known = elements(model)
    for name, value in raw.items():
        if name in ("resourceType", "contained", "fhir_comments"):
            continue
        element = known.get(name.removeprefix("_"))
        if element is None or (name.startswith("_") and element.model is not None):
            return f"{path}.{name}", UNKNOWN
        if element.many != isinstance(value, list):
            return f"{path}.{name}", WRONG
        fault = _values_fault(value, element, f"{path}.{name}", extra=name.startswith("_"))
        if fault:
            return fault
    return None


def _values_fault(value: Any, element: Element, path: str, *, extra: bool) -> Fault | None:
    listed = value if element.many else [value]
    for index, item in enumerate(listed):
        spot = f"{path}[{index}]" if element.many else path
        if item is None and element.many and element.model is None:
            continue
        if extra or element.datatype == "Resource":
            if not isinstance(item, dict):
                return spot, WRONG
        elif element.model is not None:
            if not isinstance(item, dict):
                return spot, WRONG
            fault = _fault(item, element.model, spot)
            if fault:
                return fault
        elif not _fits(item, element):
            return spot, WRONG
    return None


def _fits(item: Any, element: Element) -> bool:
    kind = element.datatype
    if kind in _WHOLE:
        return type(item) is int and item >= _WHOLE[kind]
    if isinstance(item, bool) or kind == "boolean":
        return kind == "boolean" and isinstance(item, bool)
    if kind == "decimal":
        return isinstance(item, int | Decimal)
    if not isinstance(item, str):
        return False
    if element.words:
        return item in element.words
    return kind != "base64Binary" or _is_base64(item)


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
