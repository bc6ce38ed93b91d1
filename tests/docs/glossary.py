"""Reads docs/glossary.md, and finds which names are in the code and which words on the screens."""

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "zorgverband"


@dataclass(frozen=True)
class Row:
    """One line of the glossary: the word on the screen, the name in the code, the FHIR name."""

    dutch: str
    code: str
    fhir: str


def rows() -> list[Row]:
    """All lines of the glossary's tables."""
    found = []
    for line in (ROOT / "docs" / "glossary.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) >= 4 and cells[1].startswith("`"):
            found.append(Row(cells[0], cells[1].strip("`"), cells[2]))
    return found


@cache
def code_names() -> frozenset[str]:
    """Every name of a class, function, attribute or constant in the product's code."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                    names.add(name)
                case ast.Name(id=name):
                    names.add(name)
                case ast.Constant(value=str(value)) if value.isidentifier():
                    names.add(value)
    return frozenset(names)


@cache
def words_on_screen() -> str:
    """All sentences people can read, in small letters."""
    texts = []
    for path in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]:
        texts += re.findall(r"""["']([^"'\n]*)["']|>([^<>{}\n]+)<""", path.read_text())
    refusals = " ".join(path.read_text() for path in PACKAGE.rglob("actions/*.py"))
    return (" ".join(part for pair in texts for part in pair) + refusals).lower()
