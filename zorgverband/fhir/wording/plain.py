"""Values that need nothing around them to be said: for each datatype its words."""

from collections.abc import Callable
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.wording.codes import coding_words, concept_words
from zorgverband.fhir.wording.dates import date_words, period_words, time_words
from zorgverband.fhir.wording.narrative import plain_text
from zorgverband.fhir.wording.quantities import (
    number,
    quantity_words,
    range_words,
    ratio_words,
    sampled_words,
)
from zorgverband.fhir.wording.terms import term
from zorgverband.fhir.wording.timing import dosage_words, dose_words, timing_words

_BULLETS_FROM = 100
PLAIN: dict[str, Callable[[Any], str]] = {
    "CodeableConcept": concept_words,
    "Coding": coding_words,
    "Period": period_words,
    "Quantity": quantity_words,
    "Age": quantity_words,
    "Duration": quantity_words,
    "Range": range_words,
    "Ratio": ratio_words,
    "SampledData": sampled_words,
    "Timing": timing_words,
    "Dosage": dosage_words,
    "DosageDoseAndRate": dose_words,
    "Narrative": plain_text,
    "code": term,
    "date": date_words,
    "dateTime": date_words,
    "instant": date_words,
    "time": time_words,
    "decimal": number,
    "integer": str,
    "positiveInt": str,
    "unsignedInt": str,
}


def joined(words: list[str]) -> str:
    """Short things on one line; what is long, or has parts of its own, each on a line."""
    long = sum(map(len, words)) > _BULLETS_FROM or any("\n" in one or "; " in one for one in words)
    if len(words) > 1 and long:
        return "".join(f"\n- {one}" for one in words)
    return "; ".join(words)


def side_by_side(words: list[str]) -> str:
    """The same within a line: what has parts of its own stands between brackets."""
    if len(words) > 1 and any("; " in one for one in words):
        return ", ".join(f"({one})" for one in words)
    return "; ".join(words)


def attachment_words(attachment: Json) -> str:
    """Its title, its date, and whether the file itself came along or is only a link."""
    kept = "als bijlage bewaard" if attachment.get("data") else ""
    title = attachment.get("title") or attachment.get("contentType") or "bestand"
    made = date_words(attachment["creation"]) if "creation" in attachment else ""
    parts = [title, made, kept or attachment.get("url", "")]
    return ", ".join(str(part) for part in parts if part)
