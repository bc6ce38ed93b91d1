"""What travels packed: files, and pages in which nothing of the request comes back."""

import gzip
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.visitor import signed_in
from zorgverband.config.middleware import _WORDLESS

LATER = 20 * 1024


@pytest.fixture
def news(world: Any) -> str:
    return reverse("news", args=[world.cast.network])


def ask(world: Any, address: str, **data: str) -> Any:
    client = signed_in(world.cast.marijke.person)
    return client.get(address, data, headers={"Accept-Encoding": "gzip, br"})


def test_a_page_travels_packed_and_is_light(world: Any, news: str, db: None) -> None:
    answer = ask(world, news)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) <= LATER
    assert b"data-item=" in gzip.decompress(answer.content)


def test_older_news_and_filters_travel_packed_too(world: Any, news: str, db: None) -> None:
    for data in ({"subject": "6"}, {"before": "2026-11-01T10:00:00+00:00", "id": str(uuid4())}):
        assert ask(world, news, **data).headers["Content-Encoding"] == "gzip"


def test_an_address_with_words_is_told_from_one_without() -> None:
    for query in (
        "",
        "subject=6&author=&about=",
        f"before=2026-11-01T10%3A00%3A00%2B00%3A00&id={uuid4()}",
    ):
        assert _WORDLESS.fullmatch(query)
    for query in (
        "q=wond",
        "wond=1",
        "subject=wond",
        "subject=6&wond",
        f"id={'a' * 60}",
        "subject=6 x",
    ):
        assert not _WORDLESS.fullmatch(query)


def test_what_comes_back_from_the_request_is_never_packed(world: Any, news: str, db: None) -> None:
    search = reverse("search", args=[world.cast.network])
    for answer in (ask(world, search, q="geraden"), ask(world, news, geraden="6")):
        assert answer.status_code == 200
        assert b"geraden" in answer.content
        assert "Content-Encoding" not in answer.headers
    write = reverse("write", args=[world.cast.network])
    client = signed_in(world.cast.marijke.person)
    again = client.post(write, {"key": "k", "body": ""}, headers={"Accept-Encoding": "gzip"})
    assert again.status_code >= 400
    assert "Content-Encoding" not in again.headers


def test_who_does_not_take_packed_pages_gets_them_as_they_are(
    world: Any, news: str, db: None
) -> None:
    answer = signed_in(world.cast.marijke.person).get(news)
    assert "Content-Encoding" not in answer.headers
    assert b"data-item=" in answer.content
