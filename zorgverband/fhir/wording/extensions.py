"""Extensions in words: what a profile added to a resource belongs to what it says.

Only extensions that cannot change the meaning; `modifier_extensions` names the others.
"""

from collections.abc import Iterator
from typing import Any

from zorgverband.fhir.fact import Json
from zorgverband.fhir.wording.terms import has_label, label, term

# About the form of a value, not about the client.
_NAMES = (
    "translation data-absent-reason ext-CodeSpecification rendered-value rendering-xhtml "
    "narrativeLink originalText textLink ordinalValue iso21090-EN-qualifier "
    "iso21090-PQ-translation RevisionDate"
)
_SILENT = frozenset(_NAMES.split())

# Modifier extensions whose meaning is known: they add words and turn nothing around.
UNDERSTOOD = frozenset(
    {"http://nictiz.nl/fhir/StructureDefinition/ext-TreatmentDirective2.SpecificationOther"}
)


def short_name(url: str) -> str:
    """'Comment' for '.../ext-Comment'."""
    return url.rstrip("/").rpartition("/")[2].rpartition("#")[2].removeprefix("ext-")


def extension_label(url: str) -> str:
    """The Dutch label of an extension, or its own short name."""
    name = short_name(url)
    last = name.rpartition(".")[2].rpartition("-")[2]
    return label(f"ext.{last}") if has_label(f"ext.{last}") else name


def told(extension: Json) -> bool:
    """Whether this extension is about the client and not about the form of a value."""
    name = str(extension.get("url", "")).rstrip("/").rpartition("/")[2]
    return name not in _SILENT and not name.startswith("iso21090")


def absent_reason(extra: Json) -> str:
    """Why a primitive has no value, or the words that specify a fixed code."""
    for extension in extra.get("extension", []):
        if str(extension.get("url", "")).endswith("/data-absent-reason"):
            return term(str(extension.get("valueCode", "unknown")))
    return ""


def modifier_extensions(value: Any) -> Iterator[str]:
    """The urls of all modifier extensions in a resource, without those of contained resources."""
    if isinstance(value, list):
        for item in value:
            yield from modifier_extensions(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name == "modifierExtension":
                yield from (str(extension.get("url")) for extension in item)
            elif name != "contained":
                yield from modifier_extensions(item)
