"""Voorlezen and Inspreken, by a made-up device: asked first where words could leave, nothing sent."""

import json
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.running import Site

from .looking import Setting, small_targets, violations
from .pages import Look
from .windows import Windows

pytestmark = pytest.mark.browser
# A device with these voices, which says what it was asked to say; and one that hears what we tell it.
DEVICE = """(() => {
  const said = window.said = [], voices = VOICES;
  class Words { constructor(text) { this.text = text } }
  Object.defineProperty(window, "SpeechSynthesisUtterance", {value: Words, configurable: true});
  Object.defineProperty(window, "speechSynthesis", {configurable: true, value: {
    getVoices: () => voices, cancel: () => said.push("quiet"), addEventListener: () => 0,
    speak: one => { said.push([one.text, one.lang, one.voice.name]); window.ready = one.onend } }});
  if (!HEARS) Object.defineProperty(window, "webkitSpeechRecognition", {value: undefined});
  window.SpeechRecognition = HEARS && class {
    start() { window.heard = words => this.onresult(
      {resultIndex: 0, results: [Object.assign([{transcript: words}], {isFinal: true})]}) }
    stop() { this.onend && this.onend() }
    constructor() { window.falls_silent = () => this.onend() }
  };
})();"""
HERE = {"lang": "nl-NL", "name": "van hier", "localService": True}
AWAY = {"lang": "nl-NL", "name": "van ver", "localService": False}
SETTINGS = [
    Setting(390, "normal", "light"), Setting(390, "normal", "dark"), Setting(390, "xlarge", "light"),
    Setting(320, "large", "light"), Setting(1280, "normal", "light"),
]  # fmt: skip
START, YES, NO = "[data-aloud] [data-start]", "[data-aloud] [data-yes]", "[data-aloud] [data-no]"
STOP = "[data-aloud] [data-stop]"


@pytest.fixture
def device(windows: Windows, world: Any, site: Site) -> Any:
    """`device(address, voices)`: this page for Marijke, on a device with these voices."""
    opened = []

    def open_one(
        name: str, *voices: dict[str, Any], hears: bool = True, shared: bool = False
    ) -> Any:
        page = windows.fresh(world.cast.marijke)
        words = DEVICE.replace("VOICES", json.dumps(voices)).replace("HEARS", json.dumps(hears))
        page.add_init_script(words)
        opened.append(page.context)
        look = Look(*name.split(":"))
        if shared:
            page.route("**/*", lambda route: _as_shared(route))
        page.goto(site.address + look.address(world))
        return page

    yield open_one
    for context in opened:
        context.close()


def _as_shared(route: Any) -> None:
    """The page as it is on a shared device."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    text = answer.text().replace("data-aloud hidden", "data-aloud hidden data-shared")
    route.fulfill(response=answer, body=text.replace("data-dictate>", "data-dictate data-shared>"))


def said(page: Any) -> list[Any]:
    """What the device was asked to say."""
    found: list[Any] = page.evaluate("window.said")
    return found


def test_a_page_is_read_piece_by_piece_with_a_voice_of_the_device_and_stops(device: Any) -> None:
    page = device("item:marijke:home", AWAY, HERE)
    page.locator(START).click()
    expect(page.locator(STOP)).to_be_focused()
    page.evaluate("window.ready()")
    first, second = said(page)[1:3]
    assert first[1:] == ["nl", "van hier"]
    assert second != first
    page.locator(STOP).click()
    assert said(page)[-1] == "quiet"
    expect(page.locator(START)).to_be_focused()
    everything = " ".join(one[0] for one in said(page)[1:] if one != "quiet")
    assert "Wat kan ik hier" not in everything


def test_all_of_a_line_is_read_and_a_time_in_one_piece(device: Any) -> None:
    page = device("today:marijke", HERE)
    times = page.locator(".visit-time").all_inner_texts()
    assert times
    page.locator(START).click()
    while page.locator(STOP).is_visible():
        page.evaluate("window.ready()")
    read = [one[0] for one in said(page) if one != "quiet"]
    # Who comes, with when, in one breath; nothing of what one can press.
    name = page.locator(".visit b").first.inner_text()
    assert any(times[0] in one and name in one for one in read), read
    assert not any("Voorlezen" in one or "Hele agenda " in one for one in read)


def test_a_voice_that_sends_words_away_is_asked_for_once(device: Any) -> None:
    page = device("plan:marijke", AWAY)
    page.locator(START).click()
    assert said(page) == []
    page.locator(NO).click()
    expect(page.locator(START)).to_be_focused()
    page.locator(START).click()
    page.locator(YES).click()
    assert len(said(page)) == 2
    page.reload()
    page.locator(START).click()
    assert len(said(page)) == 2


def test_on_a_shared_device_everybody_is_asked_each_time(device: Any) -> None:
    page = device("plan:marijke", HERE, shared=True)
    for _time in range(2):
        page.locator(START).click()
        assert said(page) == []
        page.locator(YES).click()
        assert len(said(page)) == 2
        page.reload()


def test_a_device_that_cannot_offers_nothing(device: Any) -> None:
    english = {"lang": "en-GB", "name": "elders", "localService": True}
    page = device("write:marijke", english, hears=False)
    assert page.locator(".dictate").count() == 0
    page = device("plan:marijke", english)
    expect(page.locator(START)).to_be_hidden()
    # The control: with a voice it does.
    expect(device("plan:marijke", HERE).locator(START)).to_be_visible()


def test_what_one_says_comes_at_the_cursor_and_is_not_sent(device: Any) -> None:
    page = device("write:marijke", HERE)
    posts = []
    page.on("request", lambda one: posts.append(one.url) if one.method == "POST" else None)
    field, box = page.locator("textarea").first, page.locator(".dictate").first
    field.fill("Ma is moe. Tot morgen.")
    field.evaluate("one => one.setSelectionRange(10, 10)")
    box.locator("[data-start]").click()
    assert page.evaluate("window.heard === undefined")
    box.locator("[data-yes]").click()
    page.evaluate("window.heard('Ze at wel goed.')")
    assert field.input_value() == "Ma is moe. Ze at wel goed. Tot morgen."
    box.locator("[data-stop]").click()
    expect(field).to_be_focused()
    # A device that hears nothing for a while stops by itself, and so does what is said about it.
    box.locator("[data-start]").click()
    expect(box.locator("[data-told]")).to_have_text("Uw toestel luistert.")
    page.evaluate("window.falls_silent()")
    expect(box.locator("[data-start]")).to_be_visible()
    expect(box.locator("[data-told]")).to_have_text("")
    assert posts == []


@pytest.mark.parametrize(
    ("name", "press"),
    [
        ("today:marijke", ""),
        ("plan:marijke", START),
        ("write:marijke", ".dictate [data-start]"),
    ],
)
def test_the_offer_and_the_question_are_sound_in_every_setting(
    device: Any, name: str, press: str
) -> None:
    page = device(name, AWAY)
    if press:
        page.locator(press).first.click()
    faults = [*violations(page, SETTINGS), *small_targets(page)]
    assert not faults, "\n".join(faults)
