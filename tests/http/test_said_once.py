"""What must be said on the next page is said, also when that page had to be made twice."""

from typing import Any

import pytest
from django.urls import reverse

from zorgverband.base.look import look_if_still
from zorgverband.sharing import doors
from zorgverband.sharing.subjects import Subject


@pytest.mark.parametrize("changes", [0, 1])
def test_a_page_that_is_made_anew_still_says_it(
    cast: Any, client_of: Any, monkeypatch: pytest.MonkeyPatch, changes: int
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    client = client_of(cast.marijke)
    said = "Dit moest u nog weten."
    session = client.session
    session["said"] = [{"text": said, "kind": "good"}]
    session.save()
    left = [changes]

    def sometimes(**words: Any) -> bool:
        left[0] -= 1
        return left[0] < 0 and look_if_still(**words)

    monkeypatch.setattr(doors, "look_if_still", sometimes)
    page = client.get(reverse("item", args=[cast.network, item])).content.decode()
    assert page.count(said) == 1
    assert said not in client.get(reverse("item", args=[cast.network, item])).content.decode()
