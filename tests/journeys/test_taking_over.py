"""The nurse takes over a file of another system: sees what is in it, decides, finds it back."""

import json
from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.sharing.models import Item

from .walking import inside

pytestmark = pytest.mark.browser
FILE = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [
    {"resource": {"resourceType": "Patient", "id": "p", "name": [{"text": "Jannie de Wit"}],
                  "birthDate": "1942-03-14"}},
    {"resource": {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"},
                  "code": {"text": "Suikerziekte"}, "onsetDateTime": "2019-05-01"}},
    {"resource": {"resourceType": "AllergyIntolerance", "id": "a",
                  "patient": {"reference": "Patient/p"}, "code": {"text": "Penicilline"}}},
    {"resource": {"resourceType": "Basic", "id": "b", "code": {"text": "iets anders"}}},
]}).encode()  # fmt: skip


def choose(page: Any, site: Site, cast: Cast, content: bytes) -> None:
    """Upload a file and look at what was read in it."""
    page.goto(inside(site, cast, "meer/"))
    page.get_by_role("link", name="Gegevens overnemen").click()
    page.get_by_label("Welk bestand?").set_input_files(
        {"name": "dossier.json", "mimeType": "application/json", "buffer": content}
    )
    page.get_by_role("button", name="Bekijken").click()
    page.wait_for_load_state()


def agree(page: Any) -> None:
    """Say that the file is about this client, where that is asked, and take it over."""
    box = page.get_by_role("checkbox", name="Ja, dit hoort in het dossier")
    if box.count():
        box.check(force=True)
    page.get_by_role("button", name="overnemen").click()
    page.wait_for_load_state()


def test_the_nurse_sees_what_a_file_holds_takes_it_over_and_finds_it_in_the_record(
    cast: Cast, site: Site, browse: Any
) -> None:
    page = browse(cast.fatima)
    choose(page, site, cast, FILE)
    for details in page.locator("details").all():
        details.evaluate("one => one.open = true")
    assert page.get_by_text("Suikerziekte", exact=False).is_visible()
    assert page.get_by_text("Basic").first.is_visible()
    stored = Item.objects.using("owner").filter(network_id=cast.network)
    assert stored.count() == 0
    agree(page)
    first = stored.count()
    assert first == 2
    page.goto(inside(site, cast, "dossier/"))
    assert page.get_by_text("Suikerziekte").is_visible()
    assert page.get_by_text("Penicilline").is_visible()
    choose(page, site, cast, FILE)
    agree(page)
    assert stored.count() == first


def test_a_file_that_holds_nothing_of_the_kind_says_what_is_wrong_and_stores_nothing(
    cast: Cast, site: Site, browse: Any
) -> None:
    page = browse(cast.fatima)
    choose(page, site, cast, b'{"resourceType": "Bundle", "type": "collection", "entry": 7}')
    assert page.get_by_role("alert").is_visible()
    assert Item.objects.using("owner").filter(network_id=cast.network).count() == 0


def test_family_is_not_offered_to_take_over_files(cast: Cast, site: Site, browse: Any) -> None:
    page = browse(cast.peter)
    page.goto(inside(site, cast, "meer/"))
    assert not page.get_by_role("link", name="Gegevens overnemen").count()
    assert page.goto(inside(site, cast, "overnemen/")).status == 403
