"""Rows of the record as a page shows them: plain words, dates, and codes for who works in care."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import Side
from zorgverband.ui.dates import full_date

from .models import Allergy, Examination, Medication, Problem
from .numbers import figure_words
from .plain_words import plain_unit, plain_word

_SYSTEMS = {
    "http://loinc.org": "LOINC",
    "http://www.whocc.no/atc": "ATC",
    "http://snomed.info/sct": "SNOMED CT",
    "http://hl7.org/fhir/sid/icpc-1-nl": "ICPC",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
}


@dataclass(frozen=True)
class Shown:
    """One line of a list: what, the details in a sentence, and what one can do with it."""

    id: UUID
    title: str
    detail: str
    href: str
    code: str = ""
    label: str = ""
    tone: str = ""
    act: str = ""
    act_href: str = ""
    result_href: str = ""


def code_words(seat: Seat, row: Mapping[str, Any]) -> str:
    """'ATC C07AB02' for the care side; nothing for others, to whom it says nothing."""
    if seat.side != Side.CARE or not row["code"]:
        return ""
    return f"{_SYSTEMS.get(row['code_system'], '')} {row['code']}".strip()


def href_of(network: UUID, item: UUID) -> str:
    """The page of an item, with its readers and versions."""
    return reverse("item", kwargs={"network_id": network, "item_id": item})


def sentence(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def since(day: date | None) -> str:
    """'sinds 3 maart 2026', 'vanaf' for a day to come, or nothing."""
    if day and day > clock.today():
        return _("vanaf %(day)s") % {"day": full_date(day)}
    return _("sinds %(day)s") % {"day": full_date(day)} if day else ""


def until(day: date | None) -> str:
    """'tot 3 maart 2026', or nothing."""
    return _("tot %(day)s") % {"day": full_date(day)} if day else ""


def medication(seat: Seat, row: Mapping[str, Any]) -> Shown:
    """A line of the medication list."""
    status = Medication.Status(row["status"])
    waiting = {
        Medication.Status.PLANNED: _("nog niet begonnen"),
        Medication.Status.PAUSED: _("tijdelijk gestopt"),
        Medication.Status.UNKNOWN: _("niet zeker of dit nog wordt gebruikt"),
    }
    stops = status != Medication.Status.STOPPED
    begun = row["starts_on"] is not None and row["starts_on"] <= clock.today()
    begins = status == Medication.Status.PLANNED and begun
    return Shown(
        id=row["item_id"],
        title=row["item__title"],
        detail=sentence(row["dose"], row["route"], since(row["starts_on"]), until(row["ends_on"])),
        href=href_of(seat.network, row["item_id"]),
        code=code_words(seat, row),
        label="" if begins else waiting.get(status, ""),
        act=_("Stoppen") if stops else "",
        act_href=_act("stop_medication", seat, row) if stops else "",
    )


def allergy(seat: Seat, row: Mapping[str, Any]) -> Shown:
    """A line of the list of allergies."""
    words = {
        Allergy.Status.GONE: _("voorbij"),
        Allergy.Status.RULED_OUT: _("uitgesloten"),
    }
    severe = row["criticality"] == Allergy.Criticality.HIGH
    return Shown(
        id=row["item_id"],
        title=row["item__title"],
        detail=row["reaction"],
        href=href_of(seat.network, row["item_id"]),
        code=code_words(seat, row),
        label=words.get(Allergy.Status(row["status"]), _("ernstig") if severe else ""),
        tone="overdue" if severe and row["status"] == Allergy.Status.ACTIVE else "",
    )


def problem(seat: Seat, row: Mapping[str, Any]) -> Shown:
    """A line of the list of problems."""
    active = row["status"] == Problem.Status.ACTIVE
    return Shown(
        id=row["item_id"],
        title=row["item__title"],
        detail=sentence(since(row["since"]), until(row["until"])),
        href=href_of(seat.network, row["item_id"]),
        code=code_words(seat, row),
        act=_("Voorbij") if active else "",
        act_href=_act("close_problem", seat, row) if active else "",
    )


def examination(seat: Seat, row: Mapping[str, Any]) -> Shown:
    """A line of the list of examinations."""
    planned = row["state"] == Examination.State.PLANNED
    cancelled = row["state"] == Examination.State.CANCELLED
    day = full_date(row["on_date"]) if row["on_date"] else _("datum niet bekend")
    return Shown(
        id=row["item_id"],
        title=row["item__title"],
        detail=sentence(day, row["by"], _again(row)),
        href=href_of(seat.network, row["item_id"]),
        code=code_words(seat, row),
        label=_("niet doorgegaan") if cancelled else "",
        act=_("Gedaan") if planned else "",
        act_href=_act("finish_examination", seat, row) if planned else "",
        # Of a result one may not read there is no kind, and then no link.
        result_href=href_of(seat.network, row["result_id"]) if row["result__kind"] else "",
    )


def _again(row: Mapping[str, Any]) -> str:
    """Why it was planned although an earlier one was valid."""
    why = row["again_because"]
    return _("nog een keer, want: %(why)s") % {"why": why} if why else ""


def _act(name: str, seat: Seat, row: Mapping[str, Any]) -> str:
    return reverse(name, kwargs={"network_id": seat.network, "item_id": row["item_id"]})


def value_words(row: Mapping[str, Any], parts: Sequence[Mapping[str, Any]]) -> str:
    """'138/82 mmHg', '< 5 mg', 'positief': what was measured, in one go."""
    unit = _(plain_unit(row["unit"]))
    if row["value"] is not None:
        return " ".join(filter(None, (row["comparator"], figure_words(row["value"]), unit)))
    numbers = [part["value"] for part in parts]
    units = {part["unit"] for part in parts}
    if len(numbers) == 2 and len(units) == 1 and all(isinstance(n, Decimal) for n in numbers):
        # As everybody says it: the upper pressure before the lower.
        both = sorted(numbers, reverse=True)
        return " ".join(filter(None, ("/".join(figure_words(n) for n in both), unit)))
    return (
        row["text"]
        or "; ".join(f"{part_name(part)}: {value_words(part, ())}" for part in parts)
        or _("geen waarde")
    )


def measurement_name(row: Mapping[str, Any]) -> str:
    """What was measured, in plain words where we have them."""
    return str(_(plain_word(row["code"], row["name"])))


def part_name(part: Mapping[str, Any]) -> str:
    """What a part is called, in plain words where we have them."""
    return str(_(plain_word(part["code"], part["name"])))


def normal_words(row: Mapping[str, Any]) -> str:
    """'90 tot 140 mmHg': the normal range the source or writer gave."""
    low, high, unit = row["low"], row["high"], _(plain_unit(row["unit"]))
    if low is not None and high is not None:
        words = _("%(low)s tot %(high)s") % {"low": figure_words(low), "high": figure_words(high)}
    elif low is not None:
        words = _("vanaf %(low)s") % {"low": figure_words(low)}
    elif high is not None:
        words = _("tot %(high)s") % {"high": figure_words(high)}
    else:
        return ""
    return f"{words} {unit}".strip()


def outside_normal(row: Mapping[str, Any]) -> str:
    """'hoog' or 'laag' for a value outside its own normal range, else empty."""
    value = row["value"]
    if value is None:
        return ""
    if row["high"] is not None and value > row["high"]:
        return str(_("hoog"))
    return str(_("laag")) if row["low"] is not None and value < row["low"] else ""
