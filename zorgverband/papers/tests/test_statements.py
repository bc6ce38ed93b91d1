"""What paper and photos ask of the database stays as much, however much there is."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from zorgverband.sharing.subjects import Subject

# Two locks, one after the other, for the letter: two or three statements more than another page.
MOST = {"letter": 14, "letter_on_paper": 15}
NAMES = (
    "papers", "print_week", "week_on_paper", "phone_list", "phones_on_paper", "letter",
    "letter_on_paper", "album", "add_photos",
)  # fmt: skip


def counted(client: Any, cast: Cast, name: str) -> int:
    parts: dict[str, Any] = {"network_id": cast.network}
    if name in MOST:
        parts["member_id"] = cast.jannie.member
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name, kwargs=parts)).status_code == 200
    return len(asked)


@pytest.mark.slow
def test_every_page_asks_as_much_of_a_full_network_as_of_an_empty_one(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.fatima)
    client.get(reverse("papers", kwargs={"network_id": cast.network}))
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    few = {name: counted(client, cast, name) for name in NAMES}
    for _time in range(20):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    assert {name: counted(client, cast, name) for name in NAMES} == few
    assert {name: count for name, count in few.items() if count > MOST.get(name, 12)} == {}
