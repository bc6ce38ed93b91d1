"""Downloading a large file takes as long as the right to it lasts."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base.ids import new_id
from zorgverband.sharing.models import Attachment
from zorgverband.sharing.subjects import Subject
from zorgverband.sharing.views import file as file_view

SIZE = 100_000


@pytest.fixture
def large(cast: Cast) -> UUID:
    """A file of many pieces, that the daughter and the son read."""
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    stored = default_storage.save("tests/groot.txt", ContentFile(b"x" * SIZE))
    row = Attachment(id=new_id(), network_id=cast.network, item_id=item, name="groot.txt",
                     content_type="text/plain", size=SIZE, stored_as=stored, thumbnail="")  # fmt: skip
    row.save(using="owner", force_insert=True)
    return row.id


@pytest.mark.parametrize("ends", [True, False])
def test_who_loses_the_right_halfway_gets_no_more_of_the_file(
    cast: Cast, client_of: Any, large: UUID, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    monkeypatch.setattr(file_view, "ASK_AGAIN", 0.0)
    answer = client_of(cast.peter).get(reverse("file", args=[cast.network, large]))
    pieces = iter(answer.streaming_content)
    got = len(next(pieces))
    if ends:
        cast.end(cast.peter)
    got += sum(len(piece) for piece in pieces)
    assert (got < SIZE) is ends
    assert got > 0
