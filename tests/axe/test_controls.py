"""The controls: each check fails on a page with that one fault, and on no other page."""

from collections.abc import Callable
from typing import Any

import pytest

from .looking import (
    MATRIX,
    arrange,
    frame_faults,
    sideways_when_spaced,
    small_targets,
    violations,
)
from .scripts import AXE, RULES
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


def thoroughly(page: Any) -> list[str]:
    """What axe has against the page when it is asked everything in every setting."""
    found = []
    for setting in MATRIX:
        arrange(page, setting)
        found += [f"{setting.width} {setting.letters} {setting.theme}: {one}"
                  for one in page.evaluate(AXE, RULES)]  # fmt: skip
    return found


def place(fault: str) -> tuple[str, str, str]:
    """At which width, and which rule says it about what."""
    width, _letters, _theme, rule, about = fault.split(" ")[:5]
    return width, rule, about


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


# What is wrong at one width only, in light or dark: its style, what stands there, where it is found.
AT_ONE: dict[str, tuple[str, str, str]] = {
    "a picture without words is shown": (
        ".one{display:none}@media(min-width:700px) and (max-width:800px){.one{display:block}}",
        '<div class="one"><img src="data:,"></div>',
        "768 normal light: image-alt",
    ),
    "words are grey on grey": (
        "@media(min-width:1200px){.one{color:#aaa;background:#bbb}}",
        '<p class="one">Woorden</p>',
        "1280 normal light: color-contrast",
    ),
    "words are grey on grey in dark": (
        "@media(max-width:330px){[data-theme=dark] .one{color:#333;background:#222}}",
        '<p class="one">Woorden</p>',
        "320 normal dark: color-contrast",
    ),
    "words come to lie on another surface": (
        ".one{color:#ddd;position:absolute;top:300px;left:0}"
        ".under{background:#000;position:absolute;top:290px;left:0;width:300px;height:90px}"
        "@media(min-width:1200px){.one{left:600px}}",
        '<div class="under"></div><p class="one">Woorden</p>',
        "1280 normal light: color-contrast",
    ),
    "what one taps is too close": (
        ".one{width:60px;height:60px;padding:0}"
        "@media(min-width:380px) and (max-width:400px){.one{width:9px;height:9px}}",
        '<button class="one">A</button><button class="one">B</button>',
        "390 normal light: target-size",
    ),
    "a box that scrolls takes no keyboard": (
        ".one p{white-space:nowrap}@media(max-width:330px){.one{width:60px;overflow:auto}}",
        '<div class="one"><p>Drie lange woorden</p></div>',
        "320 normal light: scrollable-region-focusable",
    ),
}


@pytest.mark.parametrize("name", AT_ONE)
def test_a_fault_at_one_width_only_is_noticed_there(name: str, page: Any) -> None:
    style, words, where = AT_ONE[name]
    page.set_content(PAGE % (f"<style>a,button{{padding:1rem}}{style}</style>", words))
    found = list(violations(page, MATRIX))
    assert any(one.startswith(where) for one in found), found
    # Asked everything in every setting axe finds the same, at the same width.
    assert {place(one) for one in thoroughly(page)} == {place(one) for one in found}


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
