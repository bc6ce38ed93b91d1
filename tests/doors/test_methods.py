"""A door answers the methods of the table, HEAD besides, and no other."""

from collections.abc import Iterable
from typing import cast

import pytest

from .asking import address, prepared
from .browsers import Browsers
from .rows import DOORS
from .watch import Watch
from .world import World

READS = [(one, ask) for one in DOORS for ask in one.asks if ask.method == "GET"]


@pytest.mark.slow
def test_a_method_a_door_does_not_know_is_refused(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    client = browsers.of(world.cast.jannie)
    faults = []
    watch.forget()
    for one in DOORS:
        at = address(one.name, one.asks[0].what, world)
        for method in (
            {"GET", "POST", "PUT", "PATCH", "DELETE"} - one.methods - _like_post(one.name)
        ):
            answer = client.generic(method, at, headers={"Idempotency-Key": "other"})
            if answer.status_code != 405:
                faults.append(f"{method} {one.name}: {answer.status_code}")
            answer.close()
    assert watch.changes() == []
    assert not faults, "\n".join(faults)


def _like_post(name: str) -> set[str]:
    # The views of the sign-in package send who is signed in on before they look at the method.
    return {"PUT", "PATCH", "DELETE"} if name.startswith("account_") else set()


@pytest.mark.slow
def test_head_answers_as_get_without_words_and_changes_nothing(
    world: World, browsers: Browsers, watch: Watch
) -> None:
    who = world.cast.fatima
    client, faults = browsers.of(who), []
    for one, ask in READS:
        at = prepared(one, ask.what, world, who, client)
        get = client.get(at)
        get.close()
        watch.forget()
        head = client.head(at)
        words = b"".join(cast(Iterable[bytes], head))
        if head.status_code != get.status_code or words:
            faults.append(f"{one.name}: {head.status_code}, not {get.status_code}")
        if head.status_code == 200 and "html" in head["Content-Type"]:
            faults += [f"{one.name}: no length"] * (int(head["Content-Length"]) == 0)
        head.close()
        assert watch.changes() == []
    assert not faults, "\n".join(faults)


@pytest.mark.slow
def test_head_where_only_a_post_is_known_is_refused(world: World, browsers: Browsers) -> None:
    # The control.
    client = browsers.of(world.cast.jannie)
    posts = [one for one in DOORS if one.methods == {"POST"}]
    assert posts
    for one in posts[:10]:
        assert client.head(address(one.name, one.asks[0].what, world)).status_code == 405, one.name
