"""The stylesheet is complete, small, and the only place where looks are decided."""

import gzip
import re
from pathlib import Path

import pytest

from zorgverband.ui.stylesheet import FOLDER, build, squeeze

PROJECT = Path(__file__).parents[2]
#: Old tablets (Safari 15) do not know these.
TOO_NEW = re.compile(r"light-dark\(|:has\(|@layer|@container|\s&")
#: What stands in here, a browser that does not know it leaves out as a whole.
ASKED_FIRST = re.compile(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\}")
SIDED = re.compile(
    r"(?:margin|padding|border)-(?:left|right)|[{; ](?:left|right):|float:"
    r"|text-align:(?:left|right)"
)
BY_HAND = re.compile(
    r"<[^>]*\s(?:style|on[a-z]+)\s*=|<style|<script(?![^>]*\ssrc=)|javascript:", re.I
)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def undefined_tokens(text: str) -> set[str]:
    """Tokens that are read without a fallback and set nowhere."""
    read = set(re.findall(r"var\((--[\w-]+)\)", text))
    return read - set(re.findall(r"(--[\w-]+):", text))


def by_hand(template: str) -> str | None:
    """The first inline style or script in a template, comments left out."""
    found = BY_HAND.search(COMMENT.sub("", template))
    return found.group() if found else None


def test_every_token_that_is_read_is_defined() -> None:
    assert undefined_tokens(build().content.decode()) == set()


def test_a_token_that_nobody_defined_is_found() -> None:
    assert undefined_tokens("a{color:var(--inkt)}") == {"--inkt"}


def test_every_colour_has_its_dark_counterpart_in_both_places() -> None:
    text = (FOLDER / "00-tokens.css").read_text()
    chosen, device = (
        set(re.findall(r"(--[\w-]+): (#\w+)", block))
        for block in re.findall(r"\[data-theme=\w+\] \{(.*?)\}", text, re.DOTALL)
    )
    assert chosen == device
    assert len(chosen) > 20


def test_the_stylesheet_stays_small() -> None:
    sheet = build()
    assert len(sheet.content) <= 52 * 1024
    assert len(sheet.packed) <= 11 * 1024


def test_the_stylesheet_uses_nothing_an_old_tablet_does_not_know() -> None:
    text = ASKED_FIRST.sub("", build().content.decode())
    assert TOO_NEW.search(text) is None
    assert SIDED.search(text) is None


@pytest.mark.parametrize("fault", ["a{margin-left:1px}", "a{right:0}", "p{text-align:left}"])
def test_a_side_that_does_not_turn_with_the_language_is_found(fault: str) -> None:
    assert SIDED.search(fault)


def test_comments_and_blank_space_go_and_meaning_stays() -> None:
    assert squeeze("/* x */ a > b ,\n c { color : red ; }") == "a>b,c{color :red}"
    assert squeeze("a :hover{margin:0 1px}") == "a :hover{margin:0 1px}"


def test_the_name_changes_with_the_content(tmp_path: Path) -> None:
    (tmp_path / "01.css").write_text("a{}")
    before = build(tmp_path)
    (tmp_path / "02.css").write_text("b{}")
    after = build(tmp_path)
    assert before.url != after.url
    assert after.content == b"a{}b{}"
    assert gzip.decompress(after.packed) == after.content


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        build(tmp_path)


def test_no_template_of_the_project_has_a_style_or_script_of_its_own() -> None:
    templates = list(PROJECT.rglob("jinja2/**/*.html"))
    assert templates
    faults = {path: by_hand(path.read_text(encoding="utf-8")) for path in templates}
    assert {path: fault for path, fault in faults.items() if fault} == {}


@pytest.mark.parametrize(
    "fault", ['<p style="color:red">', "<a onclick='x()'>", "<script>x()</script>", "<style>"]
)
def test_a_style_or_script_in_a_template_is_found(fault: str) -> None:
    assert by_hand(fault)
    assert by_hand("{# " + fault + " #}") is None
