"""Every component stands in the gallery, and the base layout holds what every page needs."""

import re
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from zorgverband.ui.gallery import gallery_context, gallery_environment, render_gallery

TEMPLATES = Path(__file__).parents[1] / "jinja2" / "ui"
#: Used by other components only, never by a page.
INNER = {"option", "field_label", "field_error", "field_marks", "network_card"}


def macros() -> set[str]:
    """The names of all macros of all components."""
    files = (TEMPLATES / "components").glob("*.html")
    return {name for file in files for name in re.findall(r"macro (\w+)\(", file.read_text())}


def test_every_component_stands_in_the_gallery() -> None:
    shown = "\n".join(
        file.read_text() for file in (*TEMPLATES.glob("gallery/*.html"), TEMPLATES / "gallery.html")
    )
    from_layout = set(re.findall(r"import (\w+) %", (TEMPLATES / "base.html").read_text()))
    used = set(re.findall(r"ui\.(\w+)\(", shown)) | from_layout
    assert macros() - INNER - used == set()


def test_every_component_is_exported_under_its_own_name() -> None:
    module = gallery_environment().get_template("ui/components.html").module
    assert macros() - {"option"} <= set(vars(module))


def test_every_component_says_what_it_takes() -> None:
    for file in (TEMPLATES / "components").glob("*.html"):
        comment = file.read_text().split("#}")[0]
        assert comment.startswith("{# "), file.name
        for name in re.findall(r"macro (\w+)\(", file.read_text()):
            assert name == "option" or name in comment, (file.name, name)


@pytest.mark.parametrize("letters", ["normal", "large", "xlarge", "compact"])
@pytest.mark.parametrize("theme", ["device", "light", "dark"])
def test_the_gallery_renders_in_every_setting(letters: str, theme: str) -> None:
    page = render_gallery(letters, theme)
    assert f'data-letters="{letters}" data-theme="{theme}"' in page
    assert page.lstrip().lower().startswith("<!doctype html>")


def test_every_page_holds_what_everyone_needs() -> None:
    page = render_gallery()
    assert page.count("<h1") == 1
    assert page.count("<main") == 1
    assert 'href="tel:112"' in page
    assert 'href="#main"' in page
    assert '"allowEval":false' in page
    assert 'data-item="1"' in page


def test_every_form_that_changes_something_has_protection_and_a_key() -> None:
    page = render_gallery() + render_gallery(template="ui/gallery/confirm.html")
    forms = re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL)
    assert len(forms) >= 5
    for form in forms:
        assert 'name="csrfmiddlewaretoken"' in form
        assert 'name="key"' in form


def test_while_writing_the_post_button_takes_the_place_of_the_bar() -> None:
    assert 'class="has-actionbar"' in render_gallery()
    assert 'class="has-actionbar"' not in render_gallery(template="ui/gallery/confirm.html")


def test_a_page_without_anyone_signed_in_has_a_header_and_no_menu() -> None:
    context = gallery_context(letters="normal", theme="light")
    page = gallery_environment().from_string('{% extends "ui/base.html" %}')
    html = page.render(context | {"viewer": None, "network": None, "nav": []})
    assert 'class="brand"' in html
    assert "<nav" not in html


def test_what_people_write_is_escaped() -> None:
    source = '{% import "ui/components.html" as ui %}{{ ui.signal(text) }}'
    html = gallery_environment().from_string(source).render(text="<b>&</b>")
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in html


def test_a_name_that_is_not_given_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError):
        gallery_environment().from_string("{{ nobody }}").render()


def test_people_of_a_team_without_a_name_of_their_own_stand_once_with_how_many() -> None:
    macro = gallery_environment().get_template("ui/components/readers_panel.html").module
    people = [
        {"name": name, "initials": name[:1], "shape": "square"}
        for name in ("Anouk", "Team Oost", "Team Oost", "Team Oost")
    ]
    shown = macro.readers_panel(4, people)  # type: ignore[attr-defined]
    assert shown.count("Team Oost") == 1
    assert "Team Oost (3)" in shown
    assert shown.count("<li>") == 2
