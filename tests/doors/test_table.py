"""The table is complete, says how each door stands open, and is the page in the documentation."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import get_resolver, path

from tests.database import ROOT

from .rows import BY_NAME, DOORS
from .table import BY_KEY, NETWORK, OPEN, PERSON, door, page, patterns


def missing() -> set[str]:
    """Names of the URL configuration that are not in the table, and the other way round."""
    return set(patterns()) ^ set(BY_NAME)


def test_every_address_is_in_the_table_and_the_table_holds_nothing_else() -> None:
    assert missing() == set()
    assert len(BY_NAME) == len(DOORS)


def a_new_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def test_an_address_that_is_new_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    # The control.
    entries = [*get_resolver().url_patterns, path("nieuw/", a_new_page, name="new_page")]
    monkeypatch.setattr(get_resolver(), "url_patterns", entries)
    assert missing() == {"new_page"}


def test_an_address_without_a_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [*get_resolver().url_patterns, path("naamloos/", a_new_page)]
    monkeypatch.setattr(get_resolver(), "url_patterns", entries)
    with pytest.raises(ValueError, match="naamloos"):
        missing()


def test_every_view_has_the_door_the_table_says() -> None:
    kinds = {name: getattr(view, "door", OPEN) for name, (_at, view) in patterns().items()}
    assert kinds == {one.name: one.kind for one in DOORS}


def test_a_view_without_a_door_of_ours_is_of_the_sign_in_package() -> None:
    bare = {name for name, (_at, view) in patterns().items() if not hasattr(view, "door")}
    assert bare == {name for name in bare if name.startswith(("account_", "mfa_"))} | {
        "stylesheet_file"
    }


def test_what_is_not_open_needs_an_idempotency_key() -> None:
    assert {one.once for one in DOORS if one.kind in (NETWORK, PERSON)} == {BY_KEY}
    assert BY_KEY not in {one.once for one in DOORS if one.kind == OPEN and "POST" in one.methods}


@pytest.mark.parametrize("text", ["GET - 200 cdbngk", "GET - 200 all 404 m", "PUT - 200 all"])
def test_a_line_that_leaves_a_role_out_or_names_it_twice_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"twice|missing|not an ask"):
        door(NETWORK, "name", "purpose", text)


def test_the_page_in_the_documentation_is_made_from_the_table() -> None:
    made = (ROOT / "docs" / "doors.md").read_text()
    assert made == page(), "python -m tests.doors.table > docs/doors.md"
