"""What was posted by mistake is taken back, and its words are not lost with it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.urls import reverse

from tests.cast import Cast
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

WORDS = "Soep gebracht. Zij at twee kommen."


def send(client: Any, address: str, **fields: object) -> Any:
    """Post a form with a fresh idempotency key."""
    return client.post(address, {"key": uuid4().hex, **fields})


def test_the_words_of_what_is_taken_back_stand_once_more_in_the_composer(
    cast: Cast, client_of: Callable[..., Any]
) -> None:
    client = client_of(cast.marijke)
    write = reverse("write", kwargs={"network_id": cast.network})
    typed = {"title": "Eten", "body": WORDS, "about": str(cast.jannie.member),
             "subject": str(Subject.DAY.value), "circle": "family"}  # fmt: skip
    assert send(client, write, **typed).status_code == 302
    item = Item.objects.using("owner").get(network_id=cast.network, body=WORDS)
    back = reverse("take_back", kwargs={"network_id": cast.network, "item_id": item.id})
    answer = send(client, back)
    assert (answer.status_code, answer.headers["Location"]) == (302, write)
    again = client.get(write).content.decode()
    assert WORDS in again
    assert 'value="family" checked' in again
    assert WORDS not in client.get(write).content.decode()
    assert WORDS not in client_of(cast.peter).get(write).content.decode()


def test_what_stood_in_a_closed_compartment_never_comes_into_the_open_composer(
    cast: Cast, client_of: Callable[..., Any]
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, title=WORDS,
                     kind="compartment_note")  # fmt: skip
    client = client_of(cast.marijke)
    send(client, reverse("take_back", kwargs={"network_id": cast.network, "item_id": item}))
    write = reverse("write", kwargs={"network_id": cast.network})
    assert WORDS not in client.get(write).content.decode()
