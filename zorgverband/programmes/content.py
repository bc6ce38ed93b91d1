"""The programmes that come with the product, read from `content/`: a file per programme."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from zorgverband.plan.domains import DOMAINS, domain
from zorgverband.sharing.subjects import subject_by_code

from .models import ProgrammeLine
from .parties import PARTIES

FOLDER = Path(__file__).parent / "content"
_WORDS = (
    "words",
    "more",
    "domain",
    "party",
    "measure",
    "unit",
    "goal",
    "repeat",
    "due_days",
    "weeks",
)
_OTHER = {"code", "subject", "target", "checked", "review"}


@dataclass(frozen=True)
class Standard:
    """One programme as its file has it; `digest` changes with every change of the file."""

    code: str
    title: str
    summary: str
    subject: int
    review_weeks: int
    lines: tuple[Mapping[str, Any], ...]
    digest: str


def standard_programmes() -> list[Standard]:
    """All programmes of the product, by file name. Raises ValueError for a line that cannot be."""
    return [_read(path) for path in sorted(FOLDER.glob("*.toml"))]


def _read(path: Path) -> Standard:
    text = path.read_bytes()
    found = tomllib.loads(text.decode())
    lines = tuple(
        _line(kind, place, row)
        for kind in ProgrammeLine.Kind.values
        for place, row in enumerate(found[kind], start=1)
    )
    goals = {line["code"] for line in lines if line["kind"] == "goal"}
    if unknown := {line["goal"] for line in lines if line.get("goal")} - goals:
        raise ValueError(f"{path.name}: no such goal: {unknown}")
    return Standard(
        code=found["code"],
        title=found["title"],
        summary=found["summary"],
        subject=subject_by_code(found["subject"]).value,
        review_weeks=found["review_weeks"],
        lines=lines,
        digest=hashlib.sha256(text).hexdigest(),
    )


def _line(kind: str, place: int, row: Mapping[str, Any]) -> dict[str, Any]:
    faults = list(_faults(kind, row))
    if faults:
        raise ValueError(f"{kind} {row.get('code', place)}: {', '.join(faults)}")
    named = row.get("subject")
    return {
        "kind": kind,
        "place": place,
        "code": row.get("code", row.get("party")),
        "subject": (
            subject_by_code(named) if named else domain(row.get("domain", "")).subject
        ).value,
        "target": Decimal(row["target"]) if "target" in row else None,
        "checked_by": row.get("checked", ""),
        "review_weeks": row.get("review"),
        **{word: row[word] for word in _WORDS if word in row},
    }


def _faults(kind: str, row: Mapping[str, Any]) -> Iterator[str]:
    if unknown := set(row) - set(_WORDS) - _OTHER:
        yield f"unknown: {unknown}"
    if row.get("domain") and row["domain"] not in DOMAINS:
        yield f"no domain {row['domain']}"
    if kind in ("party", "agreement") and row.get("party") not in PARTIES:
        yield f"no party {row.get('party')}"
    if kind == "agreement" and not (row.get("due_days") or row.get("weeks")):
        yield "no term"
    if kind == "agreement" and not (row.get("checked") and row.get("review")):
        yield "not checked or not looked back at"
    medical = domain(row.get("domain", "")).subject.medical
    if medical and "subject" in row and not subject_by_code(row["subject"]).medical:
        yield "a medical part of life under a subject that is not"
