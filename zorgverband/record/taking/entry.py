"""What another system handed over, ready to be written down here, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from zorgverband.sharing.subjects import Subject

from ..models import Allergy, Examination, Measurement, Medication, Problem, RecordRow

TABLES: Mapping[str, type[RecordRow]] = {
    "measurement": Measurement,
    "medication": Medication,
    "allergy": Allergy,
    "problem": Problem,
    "examination": Examination,
    "report": Examination,
}


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """A file that came along."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing to write down: words, structure for the table of its kind, and its source.

    `columns` are those of the table of `kind`, without item, network and about; `parts` are rows
    of MeasurementPart. `restricted` keeps it between the client and care, whatever others may read.
    `raw` is the source itself; `digest` changes when its content does.
    """

    subject: Subject
    kind: str
    title: str
    body: str
    happened_at: datetime | None
    taken_over_from: str
    restricted: bool
    source_id: str
    digest: str
    resource_type: str
    raw: str = field(repr=False)
    updated: datetime | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)
    parts: Sequence[Mapping[str, Any]] = ()
    enclosed: Sequence[Enclosed] = ()


@dataclass(frozen=True, kw_only=True)
class Refused:
    """An entry, or a file with it, that was not taken over, and why in a sentence."""

    entry: Entry
    reason: str
    file: str = ""


@dataclass(frozen=True, kw_only=True)
class TakenOver:
    """What became of the entries: ids of items, and the entries themselves."""

    created: Mapping[UUID, Entry]
    changed: Mapping[UUID, Entry]
    unchanged: Sequence[Entry]
    refused: Sequence[Refused]
