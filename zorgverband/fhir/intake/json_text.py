"""Bytes to parsed JSON: UTF-8, one document or one per line, numbers exact, nothing twice.

Refuses what JSON libraries usually let pass: a key that stands twice (the last one would silently
win), NaN, numbers too large to be a figure in care, and files or nesting meant to exhaust memory.
"""

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from zorgverband.fhir.fact import Json
from zorgverband.fhir.intake.faults import LONGEST_NUMBER, first_fault
from zorgverband.fhir.refusals import NO_JSON, NO_RESOURCE, TOO_DEEP, NotFhir

LIMIT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One JSON object and where it stood: the file, and the line when the file has many."""

    where: str
    value: Json


class _Fault(Exception):
    """The parser met a key or number that must be refused; `first_fault` finds the place."""


def documents(*, name: str, content: bytes) -> list[Document]:
    """All JSON objects in `content`: one, or one per line (NDJSON). Raises NotFhir."""
    text = _decoded(name, content)
    if not text.strip():
        _refuse(name, _("Het bestand is leeg."))
    if text.lstrip().startswith("<"):
        now = _("Vraag de bron om FHIR als JSON.")
        raise NotFhir(where=name, why=_("Dit is XML. Zorgverband leest FHIR als JSON."), now=now)
    if name.lower().endswith(".ndjson") or _is_one_per_line(text):
        return _lines(name, text)
    return [Document(where=name, value=_parsed(name, text, line=0))]


def _decoded(name: str, content: bytes) -> str:
    if len(content) > LIMIT:
        why = _("Het bestand is groter dan {limit} MB.").format(limit=LIMIT // 1024 // 1024)
        raise NotFhir(where=name, why=why, now=_("Deel het op in kleinere bestanden."))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = _("{name}, regel {line}").format(name=name, line=line)
        now = _("Bewaar het bestand als JSON in UTF-8, of vraag de bron dat te doen.")
        raise NotFhir(where=where, why=_("De tekst is niet in UTF-8."), now=now) from None


def _is_one_per_line(text: str) -> bool:
    """Whether the first line is a whole object and more follows: then the file is NDJSON."""
    first, _newline, rest = text.lstrip().partition("\n")
    if not rest.strip() or not first.rstrip().endswith("}"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def _lines(name: str, text: str) -> list[Document]:
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            where = _("{name}, regel {line}").format(name=name, line=number)
            found.append(Document(where=where, value=_parsed(name, line, line=number)))
    return found


def _parsed(name: str, text: str, *, line: int) -> Json:
    """The object in `text`; `line` is its line in an NDJSON file, or 0 for a file of its own."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        _refuse(_spot(name, line or error.lineno, error.colno), NO_JSON)
    except _Fault:
        row, column, why = first_fault(text)
        _refuse(_spot(name, line or row, column), why)
    except RecursionError:
        _refuse(name, TOO_DEEP)
    if not isinstance(value, dict):
        _refuse(name, NO_RESOURCE)
    return value


def _spot(name: str, line: int, column: int) -> str:
    return _("{name}, regel {line}, kolom {column}").format(name=name, line=line, column=column)


def _refuse(where: str, why: str | Promise) -> NoReturn:
    raise NotFhir(where=where, why=why)


def _object(pairs: list[tuple[str, Any]]) -> Json:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Fault
    return found


def _decimal(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise _Fault from None
    if len(text) > LONGEST_NUMBER or abs(number.adjusted()) > LONGEST_NUMBER:
        raise _Fault
    return number


def _integer(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Fault
    return int(text)


def _no_constant(_text: str) -> NoReturn:
    raise _Fault
