"""Where somebody comes out who signed in again after sending a form, or lands where a form goes to."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from zorgverband.sharing.subjects import Subject


def test_a_form_sent_after_the_session_ended_leads_back_to_its_page(
    cast: Cast, client_of: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    page = reverse("item", args=[cast.network, item])
    answer = reverse("reply", args=[cast.network, item])

    def onward(came: str) -> str:
        sent = Client().post(answer, {"key": "a", "body": "Ja"}, headers={"Referer": came})
        return parse_qs(urlsplit(sent["Location"]).query)["next"][0]

    assert onward(f"http://testserver{page}?a=1") == f"{page}?a=1"
    assert client_of(cast.peter).get(onward(f"http://testserver{page}")).status_code == 200
    # From elsewhere, or not said: the first page; what one asks for oneself is that page.
    assert [onward(came) for came in ("https://elders.test/x/", "", "http://[")] == ["/"] * 3
    asked = Client().get(page + "?a=1")["Location"]
    assert parse_qs(urlsplit(asked).query)["next"] == [f"{page}?a=1"]


def test_where_a_form_goes_to_there_is_a_page_with_a_way_on(cast: Cast, client_of: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    page = reverse("item", args=[cast.network, item])
    answer, peter = reverse("reply", args=[cast.network, item]), client_of(cast.peter)
    landed = peter.get(answer)
    assert (landed.status_code, landed["Allow"]) == (405, "POST")
    assert "Naar het begin" in landed.content.decode()
    # Another language, chosen on a form that was refused, comes back to the page of that form.
    refused = peter.post(
        answer, {"key": "b", "body": ""}, headers={"Referer": f"http://testserver{page}"}
    )
    assert refused.status_code == 422
    assert f'name="next" value="{page}"' in refused.content.decode()
