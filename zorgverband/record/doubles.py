"""Whether two medicines do the same, or a medicine goes against an allergy: by ATC code, else by name.

ATC: the first 7 signs are the substance, the first 5 its chemical group (WHO, ATC/DDD).
"""

import re
from enum import StrEnum

ATC = "http://www.whocc.no/atc"
GROUP = 5
_WHOLE = re.compile(r"[A-Z]\d\d[A-Z]{2}\d\d")
_PART = re.compile(r"[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?")


class Double(StrEnum):
    """How two medicines are the same: one substance, or one chemical group."""

    SUBSTANCE = "substance"
    GROUP = "group"


def is_atc(code: str, *, whole: bool) -> bool:
    """Whether this has the form of an ATC code: of a substance, or when not `whole` of any group."""
    return bool((_WHOLE if whole else _PART).fullmatch(code))


def atc_of(*, code_system: str, code: str) -> str:
    """The ATC code of a row of the record, empty when it has none."""
    return code if code_system == ATC else ""


def double(*, atc: str, name: str, other_atc: str, other_name: str) -> Double | None:
    """How these two medicines are the same; None when they are not, or nobody can tell."""
    if is_atc(atc, whole=True) and is_atc(other_atc, whole=True):
        if atc == other_atc:
            return Double.SUBSTANCE
        return Double.GROUP if atc[:GROUP] == other_atc[:GROUP] else None
    return Double.SUBSTANCE if substance(name) == substance(other_name) != "" else None


def against(*, allergy_atc: str, allergy: str, atc: str, name: str) -> bool:
    """Whether this medicine is, or is of the group of, what somebody cannot stand."""
    if allergy_atc and atc and atc.startswith(allergy_atc):
        return True
    return substance(allergy) == substance(name) != ""


def substance(name: str) -> str:
    """The first word of what stands on the box, in small letters: mostly the substance. Empty for a
    word too short to say anything."""
    words = name.casefold().replace(",", " ").split()
    shortest = 5
    return words[0] if words and len(words[0]) >= shortest else ""
