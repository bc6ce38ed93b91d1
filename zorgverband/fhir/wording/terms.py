"""Dutch words for the fixed codes of FHIR: statuses, intents, severities, categories.

The list itself stands in `terms.txt`, one 'code = word' per line.
"""

from functools import cache
from pathlib import Path


@cache
def _pairs(name: str) -> dict[str, str]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.partition(" = ") for line in lines if line and not line.startswith("#")]
    return {key: word for key, _mark, word in pairs}


def term(code: str) -> str:
    """The Dutch word for a fixed code, or the code itself when the list does not have it."""
    return _pairs("terms.txt").get(code, code)


def has_term(code: str) -> bool:
    """Whether the list has a Dutch word for this code."""
    return code in _pairs("terms.txt")


def label(name: str, owner: str = "") -> str:
    """The Dutch label of an element; 'Owner.element' in `labels.txt` goes before 'element'."""
    labels = _pairs("labels.txt")
    return labels.get(f"{owner}.{name}") or labels.get(name) or name


def has_label(name: str, owner: str = "") -> bool:
    """Whether `labels.txt` has a Dutch label for this element."""
    labels = _pairs("labels.txt")
    return f"{owner}.{name}" in labels or name in labels
