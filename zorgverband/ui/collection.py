"""Every sentence the code can show, found without running it: in Python, in the templates, and in
the refusals, whose docstring is the sentence."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.extract import extract

HOUSE = Path(__file__).resolve().parents[1]
# Stories and the gallery are samples; the command line says its few sentences in two languages.
SAMPLES = {"demo", "tests", "migrations", "gallery", "gallery.py", "gallery.html"}
SAMPLES |= {"gallery_sample.py"}
ROOT_REFUSAL = "zorgverband.base.refusals.Refusal"
WORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
}
AS_IN_THE_ENVIRONMENT = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}


@dataclass(frozen=True)
class Sentence:
    """One sentence, its plural when it counts something, and the file (from the root) it is in."""

    one: str
    many: str
    place: str

    @property
    def key(self) -> str | tuple[str, str]:
        """How a catalogue names it."""
        return (self.one, self.many) if self.many else self.one


def sentences(house: Path = HOUSE) -> list[Sentence]:
    """All sentences of the house, once per file they stand in, in the order of the files."""
    code = _files(house, "*.py")
    found = [one for file in _files(house, "jinja2/**/*.*") for one in _in_template(file, house)]
    found += [one for file in code for one in _in_python(file, house)]
    found += _refusals(code, house)
    return sorted(dict.fromkeys(found), key=lambda one: (one.place, one.one))


def _files(house: Path, pattern: str) -> list[Path]:
    found = sorted(house.rglob(pattern))
    return [file for file in found if not set(file.relative_to(house).parts) & SAMPLES]


def _place(file: Path, house: Path) -> str:
    return file.relative_to(house.parent).as_posix()


def _in_template(file: Path, house: Path) -> Iterator[Sentence]:
    """What a template gives to gettext as a literal."""
    with file.open("rb") as text:
        for _line, words, _comments, _context in extract(
            "jinja2.ext:babel_extract", text, WORDS, (), AS_IN_THE_ENVIRONMENT
        ):
            one, many = words if isinstance(words, tuple) else (words, "")
            yield Sentence(one=one, many=many, place=_place(file, house))


def _in_python(file: Path, house: Path) -> Iterator[Sentence]:
    """What a module gives to gettext as a literal, also inside an f-string, where Babel is blind."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        places = (WORDS[name] or (1,)) if name in WORDS else ()
        words = [getattr(one, "value", None) for one in node.args[: len(places)]]
        if words and all(isinstance(word, str) for word in words):
            many = str(words[1]) if len(words) > 1 else ""
            yield Sentence(one=str(words[0]), many=many, place=_place(file, house))


@dataclass(frozen=True)
class _Class:
    bases: tuple[str, ...]
    words: str
    place: str


def _refusals(files: list[Path], house: Path) -> Iterator[Sentence]:
    """The docstrings of all classes that come from Refusal, as Refusal.sentence makes them."""
    classes: dict[str, _Class] = {}
    for file in files:
        classes |= _classes(file, house)
    for name, found in classes.items():
        if found.words and _is_refusal(name, classes):
            words = inspect.cleandoc(found.words).replace("\n", " ")
            yield Sentence(one=words, many="", place=found.place)


def _is_refusal(name: str, classes: dict[str, _Class]) -> bool:
    if name == ROOT_REFUSAL:
        return True
    return name in classes and any(_is_refusal(base, classes) for base in classes[name].bases)


def _classes(file: Path, house: Path) -> dict[str, _Class]:
    """The classes at the top of a module by their full name, with the full names of their bases."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts = file.relative_to(house.parent).with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    package = parts[:-1]
    known: dict[str, str] = {}
    found: dict[str, _Class] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            known |= _imported(node, package)
        elif isinstance(node, ast.ClassDef):
            known[node.name] = f"{module}.{node.name}"
            bases = tuple(known.get(ast.unparse(base), "") for base in node.bases)
            words = ast.get_docstring(node, clean=False) or ""
            found[known[node.name]] = _Class(bases, words, _place(file, house))
    return found


def _imported(node: ast.ImportFrom, package: tuple[str, ...]) -> dict[str, str]:
    above = package[: len(package) - node.level + 1] if node.level else ()
    source = ".".join([*above, *([node.module] if node.module else [])])
    return {one.asname or one.name: f"{source}.{one.name}" for one in node.names}


def as_catalogue(found: list[Sentence]) -> dict[str | tuple[str, str], list[str]]:
    """The sentences by their catalogue key, each with the files it stands in."""
    places: dict[Any, list[str]] = {}
    for sentence in found:
        places.setdefault(sentence.key, []).append(sentence.place)
    return places
