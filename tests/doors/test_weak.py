"""Every address, by professionals whose session proved itself with a password only: nothing of their
work opens or changes; the same people with a second factor are the control (`test_reading.py`)."""

from typing import Any

import pytest
from django.urls import reverse

from tests.visitor import signed_in

from .asking import form, post, prepared
from .people import insiders
from .rows import DOORS
from .table import NETWORK, OPEN, PERSON
from .watch import Watch
from .world import SECRET, World

PROFESSIONALS = "ngkm"
# About signing in itself: must open before there is a second factor.
SIGNING = {
    "safety", "second_factor", "password", "passkeys", "forget_passkey", "code_app",
    "stop_code_app", "recovery_codes", "new_recovery_codes", "devices", "sign_out_there",
    "share_device", "stop_account", "provider",
}  # fmt: skip
ASKS = [
    (one, ask)
    for one in DOORS
    for ask in one.asks
    if one.kind in (NETWORK, PERSON) and one.name not in SIGNING
]


@pytest.mark.slow
def test_nothing_opens_and_nothing_changes_without_a_second_factor(
    world: World, watch: Watch, settings: Any
) -> None:
    settings.SECOND_FACTOR = True
    first, faults = reverse("second_factor"), []
    people = insiders(world.cast)
    for letter in PROFESSIONALS:
        client = signed_in(people[letter].person, by="password")
        for one, ask in ASKS:
            at = prepared(one, ask.what, world, people[letter], client)
            watch.forget()
            if ask.method == "GET":
                answer = client.get(at)
                right = answer.status_code == 302 and answer["Location"].startswith(first)
            else:
                words = form(one.name, world, people[letter], ask.what)
                answer = post(client, at, words, key=f"weak-{one.name}-{ask.what}")  # type: ignore[assignment]
                right = answer.status_code == 403
            content = b"" if answer.streaming else answer.content
            if not right or watch.changes() or any(word.encode() in content for word in SECRET):
                faults.append(f"{ask.method} {one.name} {ask.what} {letter}: {answer.status_code}")
            answer.close()
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_open_doors_show_nothing_of_the_network_either(
    world: World, settings: Any, db: None
) -> None:
    settings.SECOND_FACTOR = True
    people = insiders(world.cast)
    for letter in PROFESSIONALS:
        client = signed_in(people[letter].person, by="password")
        for one in DOORS:
            for ask in one.asks:
                if one.kind == OPEN and ask.method == "GET" and one.name != "invitation":
                    at = prepared(one, ask.what, world, people[letter], client)
                    answer = client.get(at)
                    content = b"" if answer.streaming else answer.content
                    assert not any(word.encode() in content for word in SECRET), one.name
                    answer.close()


def test_family_is_not_asked_for_it(world: World, settings: Any, db: None) -> None:
    settings.SECOND_FACTOR = True
    client = signed_in(world.cast.marijke.person, by="password")
    page = client.get(reverse("news", kwargs={"network_id": world.network}))
    assert page.status_code == 200
    assert any(word.encode() in page.content.lower() for word in SECRET)
