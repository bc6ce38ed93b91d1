"""Reading the queue of a data-protection officer: as far as the lock shows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from zorgverband.base.refusals import NotHere
from zorgverband.ui.dates import clock, full_date

from ..models import Mark
from .words import described

AT_MOST = 50
RULES = {
    "emergency": gettext_noop("Keek met noodtoegang"),
    "outside": gettext_noop("Keek buiten de tijd van het meedoen"),
    "night": gettext_noop("Keek 's nachts (0 tot 6 uur)"),
    "namesake": gettext_noop("Heeft dezelfde achternaam als de cliënt"),
    "by_name": gettext_noop("Zocht op de naam van de cliënt"),
    "many": gettext_noop("Keek in meer dan 20 netwerken in een uur"),
}


@dataclass(frozen=True)
class Marked:
    """One mark in words. `network`: a short code that the operator can look up, no name."""

    id: UUID
    rule: str
    name: str
    function: str
    when: str
    network: str
    open: bool
    decision: str
    note: str
    decided: str


def waiting() -> list[Marked]:
    """What nobody has decided on, the oldest first."""
    return _read(Mark.objects.filter(decided_at=None).order_by("day", "id"))


def decided() -> list[Marked]:
    """What was decided last."""
    return _read(Mark.objects.exclude(decided_at=None).order_by("-decided_at"))


def one_mark(mark: UUID) -> Marked:
    """One of them; raises NotHere for what this officer does not supervise."""
    found = _read(Mark.objects.filter(id=mark))
    if not found:
        raise NotHere()
    return found[0]


def _read(rows: Any) -> list[Marked]:
    names = (
        "id", "rule", "person_name", "function", "organisation__name", "first_at", "times",
        "network_id", "decided_at", "decision", "note",
    )  # fmt: skip
    return [_marked(row) for row in rows.values(*names)[:AT_MOST]]


def _marked(row: dict[str, Any]) -> Marked:
    return Marked(
        id=row["id"], rule=_(RULES.get(row["rule"], row["rule"])), name=row["person_name"],
        function=described(row["function"], row["organisation__name"] or ""),
        when=_when(row["first_at"], row["times"]), network=str(row["network_id"])[-8:],
        open=row["decided_at"] is None, note=row["note"],
        decision=str(Mark.Decision(row["decision"]).label) if row["decision"] else "",
        decided=full_date(row["decided_at"]) if row["decided_at"] else "",
    )  # fmt: skip


def _when(first: datetime, times: int) -> str:
    words = f"{full_date(first)}, {clock(first)}"
    if times == 1:
        return words
    more = ngettext("%(count)s bladzijde", "%(count)s bladzijden", times) % {"count": times}
    return f"{words}, {more}"
