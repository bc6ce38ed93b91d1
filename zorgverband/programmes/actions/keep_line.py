"""Adding, changing and removing a line of a draft."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Max

from zorgverband.base.ids import new_id
from zorgverband.base.refusals import NotHere, Refusal
from zorgverband.base.repeating import Repeat
from zorgverband.plan.domains import DOMAINS, domain
from zorgverband.plan.models import Measure
from zorgverband.sharing.forms import UnknownChoice
from zorgverband.sharing.subjects import Subject

from ..kept import draft_of
from ..models import ProgrammeLine
from ..parties import PARTIES
from .draft_programme import LONGEST_REVIEW, NoDraftAnyMore

_KINDS = ProgrammeLine.Kind
_LONGEST_DAYS = 730


class NoLineWords(Refusal):
    """Vul in wat u voorstelt."""


class NoParty(Refusal):
    """Kies wie dit is of doet."""


class NoTerm(Refusal):
    """Vul in binnen hoeveel dagen, of hoeveel weken lang. Hoogstens twee jaar."""


@dataclass(frozen=True)
class LineWords:
    """A line as it was filled in; what does not belong to its kind is left out."""

    kind: str
    words: str
    more: str = ""
    domain: str = ""
    subject: Subject = Subject.ARRANGEMENTS
    party: str = ""
    measure: Measure = Measure.NONE
    unit: str = ""
    target: Decimal | None = None
    repeat: Repeat = Repeat.ONCE
    due_days: int | None = None
    weeks: int | None = None
    checked_by: str = ""
    review_weeks: int | None = None
    goal: str = ""

    def columns(self) -> dict[str, object]:
        """What is kept. Raises NoLineWords, NoParty, NoTerm or UnknownChoice."""
        if not self.words.strip():
            raise NoLineWords(field="words")
        columns: dict[str, object] = {"words": self.words.strip(), "more": self.more.strip()}
        match self.kind:
            case _KINDS.QUESTION:
                return columns | self._lived()
            case _KINDS.GOAL:
                return columns | self._lived() | self._measured()
            case _KINDS.PARTY:
                return columns | self._who() | {"subject": Subject.ARRANGEMENTS.value}
            case _KINDS.AGREEMENT:
                return columns | self._who() | self._agreed()
        raise NotHere()

    def _lived(self) -> dict[str, object]:
        if self.domain and self.domain not in DOMAINS:
            raise UnknownChoice(field="domain")
        # What is said of a medical part of life never comes under a subject that is not.
        falls = domain(self.domain).subject
        open_one = falls.medical and not self.subject.medical
        return {"domain": self.domain, "subject": (falls if open_one else self.subject).value}

    def _who(self) -> dict[str, object]:
        if self.party not in PARTIES:
            raise NoParty(field="party")
        return {"party": self.party}

    def _measured(self) -> dict[str, object]:
        if self.weeks is not None and not 1 <= self.weeks <= LONGEST_REVIEW:
            raise NoTerm(field="weeks")
        return {"measure": self.measure.value, "unit": self.unit.strip(), "target": self.target,
                "weeks": self.weeks}  # fmt: skip

    def _agreed(self) -> dict[str, object]:
        once = self.repeat == Repeat.ONCE
        term, longest = (self.due_days, _LONGEST_DAYS) if once else (self.weeks, LONGEST_REVIEW)
        if term is None or not 1 <= term <= longest:
            raise NoTerm(field="due_days" if once else "weeks")
        if self.review_weeks is not None and not 1 <= self.review_weeks <= LONGEST_REVIEW:
            raise NoTerm(field="review_weeks")
        return {
            "subject": self.subject.value, "repeat": self.repeat.value,
            "due_days": self.due_days if once else None, "weeks": None if once else self.weeks,
            "checked_by": self.checked_by.strip(), "review_weeks": self.review_weeks,
            "goal": self.goal,
        }  # fmt: skip


def keep_line(*, person: UUID, version: UUID, line: UUID | None, words: LineWords) -> UUID:
    """Add this line to a draft as the last of its kind, or put it in the place of `line`. Raises
    NotHere, NoDraftAnyMore, and what the words raise."""
    draft_of(person, version)
    columns = words.columns()
    rows = ProgrammeLine.objects.filter(version_id=version, kind=words.kind)
    if line is not None:
        if not rows.filter(id=line).update(**columns):
            raise NotHere()
        return line
    last = rows.aggregate(last=Max("place"))["last"] or 0
    id = new_id()
    row = ProgrammeLine(id=id, version_id=version, kind=words.kind, place=last + 1,
                        code=f"own_{id.hex}", **columns)  # fmt: skip
    ProgrammeLine.objects.bulk_create([row])
    return id


def remove_line(*, person: UUID, version: UUID, line: UUID) -> None:
    """Take a line out of a draft. Raises NotHere or NoDraftAnyMore."""
    draft_of(person, version)
    if not ProgrammeLine.objects.filter(version_id=version, id=line).delete()[0]:
        raise NoDraftAnyMore()
