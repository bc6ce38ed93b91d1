"""Prints random weeks, from few visits to very many, and checks that each is one whole page.

    python -m tests.printed.weeks --weeks 200 --seed 1 [--keep FOLDER]

Each week is made twice: with the letters of this machine and with only those the typesetter brings
along, as on a machine without any. Checked are: one page of A4, tagged; no letter smaller than twelve
points; nothing in the margins, where a word that is too long would run; every row that should be there;
and a sentence that says so when rows were put together. The exit code is 1 when anything is wrong.
"""

import argparse
import io
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import orjson
from PIL import Image

from tests.paper import pages_of, sizes_on, words_on

from .random_weeks import random_week

SMALLEST, TAGGED = 12.0, (b"/StructTreeRoot", b"pdfuaid")
# Points to a dot, and how much of the margin must be empty: the shape has 1.8 and 1.5 centimetres.
DOTS, SIDE, TOP = 36, 0.07, 0.04


@contextmanager
def only_own_letters() -> Iterator[None]:
    """As on a machine on which no font is installed."""
    import typst

    from zorgverband.ui import fonts, letters

    own = typst.Fonts(include_system_fonts=False)
    letters._prints.cache_clear()
    try:
        with patch.object(fonts, "installed", lambda: own):
            yield
    finally:
        letters._prints.cache_clear()


def made(words: dict[str, Any], shape: Path) -> tuple[bytes, bytes]:
    """The paper of these words, and a picture of its first page."""
    import typst

    from zorgverband.ui import fonts
    from zorgverband.ui.typeset import as_pdf

    whole: Any = typst
    pdf = as_pdf(shape, words, made_at=datetime(2026, 11, 22, tzinfo=UTC))
    picture = whole.compile(
        shape.read_bytes(), format="png", ppi=DOTS, font_paths=fonts.installed(),
        sys_inputs={"words": orjson.dumps(words).decode()},
    )  # fmt: skip
    return pdf, picture[0] if isinstance(picture, list) else picture


def faults_on(pdf: bytes, picture: bytes, words: dict[str, Any]) -> list[str]:
    """What is wrong with this paper, in words."""
    found = []
    if pages_of(pdf) != 1:
        found.append(f"{pages_of(pdf)} pages")
    if not all(mark in pdf for mark in TAGGED):
        found.append("not tagged")
    if min(sizes_on(pdf)) < SMALLEST:
        found.append(f"letters of {min(sizes_on(pdf))} points")
    if not _margins_empty(picture):
        found.append("something in the margin")
    said = _plain(words_on(pdf))
    way = way_of(said, words)
    missing = [one for one in _expected(words, words["ways"][way]) if _plain(one) not in said]
    return [*found, *(f"way {way}: not there: {one}" for one in missing)]


def way_of(said: str, words: dict[str, Any]) -> int:
    """In which of its ways the week was printed: by the sentence that says so."""
    noted = [place for place, way in enumerate(words["ways"]) if way["note"]]
    return next((one for one in noted if _plain(words["ways"][one]["note"]) in said), 0)


def _expected(words: dict[str, Any], way: dict[str, Any]) -> Iterator[str]:
    yield from (words["title"], words["span"], words["theirs"], words["made"], words["wrong"])
    for day in way["days"]:
        yield day["name"]
        for row in day["visits"]:
            yield row["time"]
            yield row["who"]
            yield row["what"]
    for row in way["agreed"]:
        yield f"{row['when']}: {row['who']}"
        yield row["what"]
    for one in (*words["calls"], {"name": words["urgent"][0], "phone": words["urgent"][1]}):
        yield one["name"]
        yield one["phone"]


def _plain(text: str) -> str:
    """Without spaces and hyphens: where a line ends is no difference."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").replace("-", "").split())


def _margins_empty(picture: bytes) -> bool:
    with Image.open(io.BytesIO(picture)) as opened:
        page = opened.convert("L")
    width, height = page.size
    side, top = int(width * SIDE), int(height * TOP)
    edges = (
        *((0, 0, side, height), (width - side, 0, width, height)),
        *((0, 0, width, top), (0, height - top, width, height)),
    )
    return all(page.crop(edge).getextrema()[0] == 255 for edge in edges)


def checked(chance: random.Random, *, keep: Path | None = None) -> tuple[list[str], Counter[str]]:
    """One random week, made twice: what is wrong with it, and how it was printed."""
    from zorgverband.papers.week import SHAPE
    from zorgverband.ui.letters import shown

    week = random_week(chance)
    found, counted = [], Counter[str]()
    for own in (False, True):
        with only_own_letters() if own else _this_machine():
            words = shown(week)
            pdf, picture = made(words, SHAPE)
        found += [
            f"{fault}{' (own letters)' if own else ''}" for fault in faults_on(pdf, picture, words)
        ]
        counted[f"way {way_of(_plain(words_on(pdf)), words)}"] += 1
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{len(list(keep.iterdir())):03}.pdf").write_bytes(pdf)
    return found, counted


@contextmanager
def _this_machine() -> Iterator[None]:
    yield


def main(words: list[str] | None = None) -> int:
    """Print and check; 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.printed.weeks")
    parser.add_argument("--weeks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the papers, to look at")
    chosen = parser.parse_args(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgverband.config.settings")
    import django

    django.setup()
    begun, counted, faults = time.monotonic(), Counter[str](), []
    for number in range(chosen.weeks):
        found, how = checked(random.Random(f"{chosen.seed}-{number}"), keep=chosen.keep)
        counted += how
        faults += [f"week {number}: {fault}" for fault in found]
    print(f"{chosen.weeks} weeks, {dict(counted)}, {len(faults)} faults, "
          f"{time.monotonic() - begun:.0f} s")  # fmt: skip
    print("\n".join(faults[:20]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
