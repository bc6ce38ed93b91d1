"""A son far away shares photos; his mother sees them, the municipality does not; and it comes
on paper."""

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.cast import Cast
from tests.paper import words_on
from tests.running import Site

from .walking import inside

pytestmark = pytest.mark.browser


def photo(colour: str) -> dict[str, Any]:
    out = io.BytesIO()
    Image.new("RGB", (400, 300), colour).save(out, "JPEG")
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_photos_of_a_son_are_in_the_album_of_his_mother_and_in_her_letter(
    cast: Cast, site: Site, browse: Any
) -> None:
    peter, jannie, linda = browse(cast.peter), browse(cast.jannie), browse(cast.linda)
    peter.goto(inside(site, cast))
    # First whether all is well, then small news, before who comes and what is asked.
    tiles, coming = (
        peter.locator(".tiles").first,
        peter.get_by_role("heading", level=2).filter(has_text="Wie komt er vandaag?"),
    )
    since = peter.locator(".today-since").first
    heights = [part.bounding_box()["y"] for part in (since, tiles, coming)]
    assert heights == sorted(heights)
    tiles.get_by_role("link", name="Foto's").click()
    peter.get_by_role("link", name="Foto's delen").click()
    peter.locator("[name=photo]").set_input_files([photo("teal"), photo("gold")])
    peter.get_by_label("Wilt u er iets bij zeggen?").fill("De hond in het park")
    with peter.expect_response(lambda answer: "/lezers/" in answer.url):
        peter.get_by_role("radio", name="Alleen familie").check()
    peter.locator("button[form=write]").click()
    expect(peter.locator(".album img")).to_have_count(2)

    jannie.goto(inside(site, cast, "fotos/"))
    first = jannie.get_by_role("img", name="De hond in het park (foto 1 van 2)")
    expect(first).to_be_visible()
    first.click()
    expect(jannie.locator(".message-photo img")).to_have_count(2)
    linda.goto(inside(site, cast, "fotos/"))
    expect(linda.locator(".empty")).to_be_visible()
    expect(linda.locator(".album img")).to_have_count(0)

    peter.goto(inside(site, cast, "afdrukken/"))
    peter.get_by_role("link", name="Brief met nieuws").click()
    peter.get_by_label("Nieuws van welke tijd?").select_option("month")
    peter.get_by_role("button", name="Laat zien").click()
    letter = peter.get_by_role("link", name="Brief openen")
    # What he wrote himself is news for his mother.
    href = letter.get_attribute("href")
    answer = peter.request.get(peter.url.split("/n/")[0] + href)
    assert "De hond in het park" in words_on(answer.body())
    peter.get_by_role("button", name="De brief is gebracht").click()
    expect(peter.get_by_text("door Peter de Wit.")).to_be_visible()
    expect(letter).to_have_count(0)
