"""The controls: each check fails on a page with that one fault, and on no other page."""

from collections.abc import Callable
from typing import Any

import pytest

from .looking import (
    MATRIX,
    frame_faults,
    sideways_when_spaced,
    small_targets,
    violations,
)
from .windows import Windows

pytestmark = pytest.mark.browser
STYLE = "<style>[data-theme=dark] .dim{color:#222;background:#000}a,button{padding:1rem}</style>"
CLOSE = "<style>[data-letters=xlarge] button{padding:0;border:0;width:9px;height:9px}</style>"
PAGE = """<!doctype html><html lang="nl"><head><title>Proef</title>
<meta name="viewport" content="width=device-width, initial-scale=1">%s</head>
<body><main><h1>Proef</h1><p class="dim">Woorden</p>%s</main></body></html>"""
Check = Callable[[Any], list[str]]


@pytest.fixture
def page(windows: Windows) -> Any:
    """An empty page, elsewhere than on the site, so that its style counts."""
    page = windows.of(None)
    page.goto("about:blank")
    return page


def axe(page: Any) -> list[str]:
    """In every setting."""
    return list(violations(page, MATRIX))


FAULTS: dict[str, tuple[str, Check]] = {
    "a picture without words": ('<img src="data:,">', axe),
    "a field without a label": ("<input name=a>", axe),
    "grey on grey": ('<p style="color:#aaa;background:#bbb">Woorden</p>', axe),
    "two headings": ("<h1>Nog een</h1>", frame_faults),
    "too wide": ('<div style="width:500px">Breed</div>', axe),
    "words over words": (
        '<div style="display:flex"><div style="width:60px;white-space:nowrap">Woorden die lang zijn'
        "</div><b>Andere</b></div>",
        axe,
    ),
    "too wide when spaced": (
        '<p style="white-space:nowrap;display:inline-block;font:16px monospace">'
        "achtentwintig tekens in ruimte</p>",
        sideways_when_spaced,
    ),
    "too small": ('<button style="padding:0;height:20px;width:80px">Klein</button>', small_targets),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_noticed(name: str, page: Any) -> None:
    fault, check = FAULTS[name]
    page.set_content(PAGE % ("", fault))
    assert check(page)


def test_a_fault_in_dark_only_is_noticed(page: Any) -> None:
    page.set_content(PAGE % (STYLE, ""))
    found = list(violations(page, MATRIX))
    assert found
    assert all(" dark: color-contrast" in one for one in found)


def test_targets_that_are_too_close_in_the_largest_letters_only_are_noticed(page: Any) -> None:
    page.set_content(PAGE % (CLOSE, "<button>A</button><button>B</button>"))
    found = list(violations(page, MATRIX))
    assert found
    assert all(" xlarge light: target-size" in one for one in found)


def test_a_sound_page_is_sound(page: Any) -> None:
    page.set_content(PAGE % ("", "<p>Meer woorden</p>"))
    for check in {check for _fault, check in FAULTS.values()}:
        assert check(page) == []


def test_a_script_that_fails_and_a_stranger_that_is_asked_are_noticed(
    page: Any, windows: Windows
) -> None:
    windows.faults.clear()
    page.route("http://elders.test/**", lambda route: route.fulfill(body=""))
    page.set_content('<img src="http://elders.test/a.png" alt=""><script>niet.bekend()</script>')
    page.wait_for_load_state("networkidle")
    assert any("elders.test" in fault for fault in windows.faults)
    assert any("niet is not defined" in fault for fault in windows.faults)
    windows.faults.clear()
