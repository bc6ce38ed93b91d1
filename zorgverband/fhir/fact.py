"""What the import hands to the rooms that store it: facts, what was left out, and about whom."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from zorgverband.fhir.planned import Planned

Json = dict[str, Any]

Kind = Literal[
    "problem",
    "allergy",
    "medication",
    "measurement",
    "examination",
    "procedure",
    "immunization",
    "report",
    "document",
    "encounter",
    "care_plan",
    "goal",
    "care_team",
    "family_history",
    "device",
    "flag",
    "directive",
    "service_request",
    "appointment",
    "nutrition",
    "questionnaire",
    "assessment",
]
Precision = Literal["year", "month", "day", "time", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One coding as the source gave it; `display` is never translated."""

    system: str
    code: str
    display: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured value: the number exactly as written, or `text` where it is not a number.

    `comparator` is part of the value: '<' 5 is not 5. `low` and `high` are the reference range in
    the same unit.
    """

    value: Decimal | None = None
    comparator: str = ""
    unit: str = ""
    text: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part of a measurement, such as the systolic half of a blood pressure."""

    name: str
    codes: tuple[Code, ...]
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that came inside the resource. The type is what the source claims, not checked."""

    content_type: str
    title: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One resource as something that belongs in one client's record.

    `subject` is a code name of visibility.md and always a medical one: what comes from a care
    system stays with care. `happened_at` is aware (midnight in the Netherlands when only a day,
    month or year is known; see `precision`) or None when the source gives no date. `source_id`
    stays the same when the same resource comes again, `digest` changes when its content did.
    `patient` is the key of one of `Reading.patients`, or empty when the source names nobody.
    `restricted` is true when the source marked the resource as extra confidential. `raw` is the
    resource itself with its numbers as Decimal; it must be shown to nobody but readers of the fact,
    and to them only without the elements in `withheld`: those hold a psychological reason, which
    readers of medication may not know. `plan` says what it means for the plan, if anything.
    """

    kind: Kind
    subject: str
    title: str
    body: str
    happened_at: datetime | None
    precision: Precision
    codes: tuple[Code, ...]
    figure: Figure
    components: tuple[Component, ...]
    starts_on: date | None
    ends_on: date | None
    status: str
    attachments: tuple[Attachment, ...]
    resource_type: str
    source: str
    source_id: str
    digest: str
    taken_over_from: str
    patient: str
    restricted: bool
    withheld: tuple[str, ...] = ()
    plan: Planned | None = None
    raw: Json = field(repr=False, compare=False)

    @property
    def value(self) -> Decimal | None:
        """The number, exactly as the source wrote it; read `comparator` with it."""
        return self.figure.value

    @property
    def unit(self) -> str:
        """The unit of `value`, `low` and `high`."""
        return self.figure.unit

    @property
    def low(self) -> Decimal | None:
        """Lower end of the normal range."""
        return self.figure.low

    @property
    def high(self) -> Decimal | None:
        """Upper end of the normal range."""
        return self.figure.high


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A resource that got no place. `reason` is a Dutch sentence and a gettext msgid."""

    resource_type: str
    id: str
    reason: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """A person this file is about. `in_file` is false for one who is only referred to."""

    key: str
    name: str
    birth_date: str
    identifiers: tuple[tuple[str, str], ...]
    in_file: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything in the given files: each resource is exactly once in `facts` or in `left_out`."""

    facts: tuple[Fact, ...]
    left_out: tuple[LeftOut, ...]
    patients: tuple[Patient, ...]
