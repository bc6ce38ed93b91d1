"""Words in tables that a spreadsheet could take for a formula."""

import csv
import io
import re

import pytest

from zorgverband.base.cells import harmless

FORMULA = re.compile(r"\s*[=+\-@]")


@pytest.mark.parametrize("name", [
    "=1+1", "+31", "-1", "@SOM(A1)", "\t=1", "\r=1", " =1", "Jan;=HYPERLINK(\"https://x\")",
    "Jan,=1+1", "Jan\t@x", "Jan;\"=1", "Jan; =1", "Jan\n=1",
])  # fmt: skip
@pytest.mark.parametrize("written_with", [",", ";"])
@pytest.mark.parametrize("divided_at", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_the_line_is_divided(
    name: str, written_with: str, divided_at: str
) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=written_with).writerow(["maandag", harmless(name), "gelezen"])
    lines = [line for line in re.split(r"[\r\n]+", out.getvalue()) if line]
    cells = [cell.strip('"') for line in lines for cell in line.split(divided_at)]
    assert not [cell for cell in cells if FORMULA.match(cell)]


def test_other_words_stay_as_they_are() -> None:
    for words in (
        "Anouk Visser",
        "Wijk-team, zuid",
        "2026-11-22T09:00:00+01:00",
        "a@b.nl",
        "",
        "A = B",
    ):
        assert harmless(words) == words
