"""What these tests do over and over: fill in a form, look at what it changes, and confirm it."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from threading import Thread
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.viewer import Seat


def at(name: str, cast: Cast, **parts: object) -> str:
    """The address of a page of the cast's network."""
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def words(response: Any) -> str:
    """What is on the page, without tags."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())))


def send(client: Client, address: str, **fields: object) -> Any:
    """Post a form with a fresh idempotency key."""
    return client.post(address, {"key": uuid4().hex, **fields})


def seen(page: Any) -> str:
    """The mark of the effect that stands on the page."""
    found = re.search(r'name="seen" value="(\w+)"', page.content.decode())
    assert found, words(page)
    return found[1]


def confirm(client: Client, address: str, **fields: object) -> Any:
    """Fill in, see the effect, and confirm: the answer to the confirmation."""
    shown = send(client, address, **fields) if fields else client.get(address)
    assert shown.status_code == 200, words(shown)
    answer = send(client, address, seen=seen(shown), **fields)
    assert answer.status_code == 302, words(answer)
    return answer


def reads(client: Client, cast: Cast, text: str) -> bool:
    """Whether the news of who looks shows this text."""
    return text in client.get(at("news", cast)).content.decode()


def before(cast: Cast, who: Somebody, act: Callable[[Somebody, Seat], None]) -> None:
    """Have somebody do this and commit it, while who is looking here has begun already."""

    def done() -> None:
        try:
            with inside(who.person, [cast.network]) as viewer:
                act(who, viewer.seat(cast.network))
        finally:
            connection.close()

    thread = Thread(target=done)
    thread.start()
    thread.join()


def born(cast: Cast, who: Somebody, day: date) -> None:
    """Make this the day on which somebody was born."""
    cast.owner.execute(
        "UPDATE people_personal SET birth_date = %s WHERE person_id = %s", [day, who.person]
    )
