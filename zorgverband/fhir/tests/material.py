"""The public FHIR examples that nobody of this project wrote; tests say so when they are absent."""

from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "fhir"

# One official example breaks the standard's own rule: items without linkId.
INVALID = "Questionnaire-qs1.json"

SETS = {
    "synthea": "synthea-r4/*.json",
    "ips bundles": "ips-2.0.0/Bundle-*.json",
    "ips": "ips-2.0.0/*.json",
    "nictiz": "nictiz-zib2020/examples-json/*.json",
    "hl7": "hl7-r4-examples/*.json",
}


def files(name: str) -> list[Path]:
    """The files of one set, without the invalid one; skips the test when there are none."""
    found = [path for path in sorted(HERE.glob(SETS[name])) if path.name != INVALID]
    if not found:
        pytest.skip(f"the public examples are not here: {SETS[name]}")
    return found


def one(name: str) -> Path:
    """One file by its path below the examples; skips the test when it is absent."""
    path = HERE / name
    if not path.exists():
        pytest.skip(f"the public examples are not here: {name}")
    return path
