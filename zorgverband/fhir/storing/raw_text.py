"""A resource as JSON text with every number exactly as the source wrote it."""

import json
import re
from decimal import Decimal

from zorgverband.fhir.fact import Json

# Characters that cannot stand in JSON text unescaped, so that no string of a source looks like it.
_MARK = "\x01"
_MARKED = re.compile(r'"\\u0001([^"\\]*)\\u0001"')


def raw_text(raw: Json) -> str:
    """The JSON of `raw`; its Decimals stand there digit for digit, as numbers."""
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"), default=_marked)
    return _MARKED.sub(_number, text)


def _marked(value: object) -> str:
    if not isinstance(value, Decimal):
        raise TypeError(type(value))
    return f"{_MARK}{value}{_MARK}"


def _number(found: re.Match[str]) -> str:
    try:
        Decimal(found[1])
    except ArithmeticError:
        return found[0]
    return found[1]
