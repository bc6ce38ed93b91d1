"""Faults that JSON parsers let pass: found in the text, so that line and column can be named."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from zorgverband.fhir.refusals import EMPTY, NO_JSON, NO_NUMBER, NO_TEXT, TOO_DEEP

DEEPEST = 100
# A double reaches 308 digits, and an official example of the standard goes there.
LONGEST_NUMBER = 400
_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|-?(?:NaN|Infinity)|[{}\[\],:]', re.DOTALL)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def first_fault(text: str) -> tuple[int, int, str]:
    """Line, column and reason of the first double key or impossible number in JSON `text`.

    Slow, and only for text that a parser already found to have one.
    """
    keys: list[set[str] | None] = []
    for match in _PIECE.finditer(text):
        why = _fault_at(match, text, keys)
        if why:
            start = match.start()
            line = text.count("\n", 0, start) + 1
            return line, start - (text.rfind("\n", 0, start) + 1) + 1, why
    return 1, 1, str(NO_JSON)


def _fault_at(match: re.Match[str], text: str, keys: list[set[str] | None]) -> str:
    piece = match.group()
    if piece in "{[":
        keys.append(set() if piece == "{" else None)
    elif piece in "}]":
        keys.pop()
    elif piece[0] == '"':
        follows = text[match.end() : match.end() + 200].lstrip()
        here = keys[-1] if keys else None
        if here is not None and follows.startswith(":"):
            key = json.loads(piece, strict=False)
            if key in here:
                return _("De naam “{key}” staat hier twee keer.").format(key=key[:40])
            here.add(key)
    elif piece not in ",:" and _impossible(piece):
        return str(NO_NUMBER)
    return ""


def _impossible(piece: str) -> bool:
    exponent = re.search(r"[eE]([+-]?\d+)$", piece)
    if "N" in piece or "I" in piece or len(piece) > LONGEST_NUMBER:
        return True
    return exponent is not None and abs(int(exponent.group(1))) > LONGEST_NUMBER


def shape_fault(value: Any) -> tuple[str, str] | None:
    """Path and reason of the first thing no FHIR JSON may hold: null, empty, unreadable, too deep.

    Rules from the JSON representation of FHIR R4. Null may stand in a list, where it keeps the
    place of a value that has only an extension.
    """
    for path, depth, item in _walk(value):
        why = _shape(item, depth)
        if why:
            return path, why
    return None


def _shape(item: Any, depth: int) -> str:
    if depth > DEEPEST:
        return str(TOO_DEEP)
    if isinstance(item, str) and _FORBIDDEN.search(item):
        return str(NO_TEXT)
    if item is None or (isinstance(item, str | list | dict) and not item):
        return str(EMPTY)
    return ""


def _walk(value: Any) -> Iterator[tuple[str, int, Any]]:
    """Everything inside `value`, without recursion: depth is what is being guarded against."""
    stack: list[tuple[str, int, Any]] = [("", 0, value)]
    while stack:
        path, depth, item = stack.pop()
        yield path, depth, item
        if isinstance(item, dict):
            stack += [(f"{path}.{key}"[-300:], depth + 1, inner) for key, inner in item.items()]
        elif isinstance(item, list):
            listed = [x for x in enumerate(item) if x[1] is not None]
            stack += [(f"{path}[{index}]", depth + 1, inner) for index, inner in listed]
