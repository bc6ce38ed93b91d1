"""Draws docs/house.md from the code: the rooms with their one sentence, and who leans on whom.

Run `python -m tests.docs.house > docs/house.md` after adding a room or an arrow.
"""

import ast
import sys
import tomllib
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "zorgverband"


def floors() -> list[list[str]]:
    """The rooms per floor, highest first, as the import contract in pyproject.toml has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contract = settings["tool"]["importlinter"]["contracts"][0]
    return [[room.strip() for room in floor.split("|")] for floor in contract["layers"]]


def sentence_of(room: str) -> str:
    """What a room is for: the docstring of its __init__."""
    text = (PACKAGE / room / "__init__.py").read_text()
    return (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].replace("\n", " ")


def arrows() -> dict[str, list[str]]:
    """Per room the rooms it imports from; tests do not count."""
    graph = grimp.build_graph("zorgverband")
    rooms = [room for floor in floors() for room in floor]
    found: dict[str, set[str]] = {room: set() for room in rooms}
    for module in graph.modules:
        room = _room(module)
        if room not in found or ".tests" in module:
            continue
        for other in graph.find_modules_directly_imported_by(module):
            if _room(other) in found and _room(other) != room:
                found[room].add(_room(other))
    return {room: sorted(found[room], key=rooms.index) for room in rooms}


def _room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def drawing() -> str:
    """The whole page."""
    lines = [HEAD]
    for floor in floors():
        for room in floor:
            lines.append(f"| `{room}` | {sentence_of(room)} |")
    lines += [
        "",
        "## Arrows",
        "",
        "Who imports from whom; every arrow points down.",
        "",
        "```mermaid",
    ]
    lines.append("flowchart TD")
    for room, others in arrows().items():
        lines += [f"  {room} --> {other}" for other in others]
    lines += ["```", "", TAIL]
    return "\n".join(lines)


HEAD = """# The house

Drawn from the code by `python -m tests.docs.house`; a test fails when this page and the code differ.

Rooms are domains, drawers are layers, arrows point down. Someone looking for *uitnodigen* opens
`membership/` and finds table, action, page, template and test there. The lock of every table stands in
`privacy/locks/`, one file per room, so that the whole policy can be read in one folder.

## Rooms, the highest floor first

| room | what it is for |
|---|---|"""

TAIL = """## Drawers of a room

| drawer | what is in it |
|---|---|
| `models.py` | what is kept, with the constraints of the database |
| `queries.py` | reading: nouns |
| `actions/` | changing: a file per verb, with its refusals above it |
| `forms.py`, `views/`, `urls.py` | thin function views behind a door (`sharing/doors.py`) |
| `jobs.py` | background work; calls actions |
| `jinja2/<room>/` | its templates, made of the components in `ui/` |
| `migrations/`, `tests/` | tables over time; a test file per verb or noun |

From an address to a row: `urls` -> `views` -> `actions` or `queries` -> `models`. The same name at every
hop. See [one-feature.md](one-feature.md) for a walk through one of them."""


if __name__ == "__main__":
    sys.stdout.write(drawing() + "\n")
