"""The documents say what the code does."""

import re
from pathlib import Path

import pytest

from tests.docs.glossary import code_names, rows, words_on_screen
from tests.docs.house import drawing
from zorgverband.config.setup import COMMANDS, USAGE

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_drawn_house_is_the_house() -> None:
    assert (ROOT / "docs" / "house.md").read_text() == drawing() + "\n"


@pytest.mark.slow
def test_every_code_name_in_the_glossary_is_in_the_code() -> None:
    known = code_names()
    missing = [row.code for row in rows() if row.code not in known]
    assert missing == []


def test_every_dutch_word_in_the_glossary_is_on_a_screen() -> None:
    screens = words_on_screen()
    missing = [row.dutch for row in rows() if row.dutch.lower() not in screens]
    assert missing == []


@pytest.mark.slow
def test_a_word_that_is_nowhere_would_be_missed() -> None:
    assert "zorgverbandpaspoort" not in words_on_screen()
    assert "ZorgverbandPaspoort" not in code_names()


def test_links_between_documents_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text()):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def unknown_commands(text: str) -> set[str]:
    """What a text calls as `./zv ...` and `zv` does not know."""
    return set(re.findall(r"\./zv ([a-z][a-z-]*)", text)) - set(COMMANDS)


def test_every_command_the_documents_name_is_one_of_zv_and_in_its_help() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert set().union(*(unknown_commands(page.read_text()) for page in pages)) == set()
    assert {one for one in COMMANDS if f"./zv {one}" not in USAGE} == set()


def test_a_command_that_zv_does_not_know_would_be_missed() -> None:
    # The control.
    assert unknown_commands("Roep `./zv check-bottleneck` aan, of `./zv start`.") == {
        "check-bottleneck"
    }
