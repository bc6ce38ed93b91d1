"""Icons are safe, silent for screen readers, and grow with the letters."""

import re
from pathlib import Path

import pytest
from lucide import IconDoesNotExist
from markupsafe import Markup

from zorgverband.ui.icons import icon

TEMPLATES = Path(__file__).parents[1] / "jinja2"


def test_an_icon_is_safe_markup_that_screen_readers_skip() -> None:
    drawing = icon("phone")
    assert isinstance(drawing, Markup)
    assert drawing.startswith("<svg ")
    assert drawing.endswith("</svg>")
    assert 'aria-hidden="true"' in drawing
    assert "xmlns" not in drawing
    assert "style" not in drawing


def test_an_icon_grows_with_the_letters_around_it() -> None:
    assert 'width="1.5em" height="1.5em"' in icon("phone", 24)


def test_the_same_icon_is_drawn_once() -> None:
    assert icon("users", 20) is icon("users", 20)


def test_an_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(IconDoesNotExist):
        icon("no-such-icon")


def test_every_icon_named_in_a_template_exists() -> None:
    text = "\n".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    names = set(re.findall(r'icon\("([\w-]+)"', text))
    assert len(names) > 5
    for name in names:
        icon(name)
