"""The nurse writes about a wound with a photo; the GP sees it live, the municipality nothing."""

import io
import time
from typing import Any

import pytest
from PIL import Image

from tests.cast import Cast
from tests.running import Site, wait_until

from .walking import POST, inside, listening, post, requests_of, write

pytestmark = pytest.mark.browser
WORDS = "De wond aan het been is netjes en droog. Verband vernieuwd."
QUICK = 2.0


def photo() -> dict[str, Any]:
    """A picture of a camera, with the place where it was taken."""
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Kerkstraat 1"
    Image.new("RGB", (640, 480), "#b88").save(content, "JPEG", exif=exif)
    return {"name": "wond.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def test_what_the_nurse_writes_reaches_the_open_page_of_the_gp_and_not_that_of_the_municipality(
    cast: Cast, site: Site, browse: Any
) -> None:
    gp, municipality, nurse = (browse(who) for who in (cast.anouk, cast.linda, cast.fatima))
    for page in (gp, municipality):
        listening(page, inside(site, cast, "nieuws/"))
    # An open page notes once, after three seconds, until when it was read.
    municipality.wait_for_timeout(300)
    asked, before = requests_of(municipality), municipality.content()

    nurse.goto(inside(site, cast, "schrijven/"))
    write(nurse, WORDS, subject="Gezondheid")
    panel = nurse.locator("#readers")
    panel.get_by_text("Anouk Visser").wait_for()
    nurse.get_by_text("Linda Kok werkt niet in de zorg.").wait_for()
    readers = panel.locator(".chips li").count()
    assert f"{readers} mensen" in nurse.locator(POST).inner_text()
    assert panel.get_by_role("heading").inner_text() == f"{readers} mensen kunnen dit lezen"
    nurse.locator("[name=upload]").set_input_files(photo())
    begun = time.monotonic()
    post(nurse)
    gp.get_by_text(WORDS).first.wait_for(timeout=5000)
    assert time.monotonic() - begun < QUICK
    picture = gp.locator(".message-photo img").first
    picture.scroll_into_view_if_needed()
    wait_until(lambda: picture.evaluate("one => one.naturalWidth") > 0, seconds=3)

    municipality.wait_for_timeout(1000)
    assert asked == []
    assert municipality.content() == before
    municipality.reload()
    assert WORDS not in municipality.content()

    nurse.get_by_role("button", name="Terughalen").click()
    gp.get_by_text(WORDS).first.wait_for(state="detached", timeout=5000)
    gp.reload()
    assert WORDS not in gp.content()


def test_words_stay_and_nothing_is_posted_when_the_writer_chose_nobody(
    cast: Cast, site: Site, browse: Any
) -> None:
    nurse = browse(cast.fatima)
    nurse.goto(inside(site, cast, "schrijven/"))
    write(nurse, WORDS, subject="Dagelijks leven", circle="Zelf mensen kiezen")
    nurse.get_by_label("Wat wilt u vertellen?").fill("")
    nurse.locator("form#write").evaluate("form => form.noValidate = true")
    post(nurse)
    assert nurse.get_by_role("alert").is_visible()
    assert nurse.evaluate("document.activeElement.getAttribute('role')") == "alert"
