"""Which files, functions and templates grew beyond what reads well: advice, not a verdict.

python -m tests.sizes
"""

import ast
from collections.abc import Iterable
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1] / "zorgverband"
FILE, FUNCTION, TEMPLATE = 150, 15, 60
# Aims are aims: what is half as long again is worth a look.
SLACK = 1.5


def too_large(paths: Iterable[Path]) -> list[str]:
    """A line for each file, function or template far beyond its aim."""
    found = []
    for path in paths:
        text = path.read_text()
        aim = TEMPLATE if path.suffix == ".html" else FILE
        length = text.count("\n")
        if length > aim * SLACK:
            found.append(f"{path.name}: {length} lines, aim {aim}")
        if path.suffix == ".py":
            found += [f"{path.name} {line}" for line in _functions(ast.parse(text))]
    return found


def _functions(tree: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            begin = node.body[1 if ast.get_docstring(node) else 0 :]
            length = (node.end_lineno or 0) - begin[0].lineno + 1 if begin else 0
            if length > FUNCTION * SLACK:
                found.append(f"{node.name}: {length} lines, aim {FUNCTION}")
    return found


def main() -> None:
    """Print the list of the whole house."""
    paths = [
        path
        for pattern in ("*.py", "*.html")
        for path in sorted(HOUSE.rglob(pattern))
        if "migrations" not in path.parts
    ]
    print("\n".join(too_large(paths)) or "nothing")


if __name__ == "__main__":
    main()
