"""The comparison can fail: by one item that is not medical, and by a wall that is broken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import database
from tests.doors.browsers import Browsers
from zorgverband.base import clock
from zorgverband.config.cluster import Cluster
from zorgverband.sharing.subjects import Subject

from .medical import Care
from .scene import before, leading
from .scratch import broken, no_clean_ring, no_rule, no_second_wall
from .sight import first_other, look, requests


def kinds(differences: list[str]) -> set[str]:
    """In which parts of what is seen the differences are."""
    return {line.split(" ")[0] for line in differences}


@pytest.fixture(autouse=True)
def sink(settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path


@pytest.mark.slow
def test_one_item_that_is_not_medical_is_seen_in_answers_tables_and_what_is_told(
    owner: Any,
) -> None:
    scene = before(owner)
    care, linda = Care(scene, owner), scene.cast.linda
    client, asked, at = Browsers().of(linda), requests(scene), clock.now()
    first = look(linda, client, asked, at=at)
    care.send(scene.cast.fatima, "write", care.words(Subject.ARRANGEMENTS, circle="everyone"))
    care.run_jobs()
    found = first.differences(look(linda, client, asked, at=at))
    assert kinds(found) >= {"answers", "tables", "told"}
    pages = " ".join(found)
    for place in ("/nieuws/'", "zoeken/?q=bloedarmoede", "tables sharing_item", "told inbox",
                  "told mails", "/dossier/onderwerp/14/"):  # fmt: skip
        assert place in pages


@pytest.mark.slow
def test_an_answer_that_costs_one_statement_more_is_seen(owner: Any) -> None:
    scene = before(owner)
    linda, client = scene.cast.linda, Browsers().of(scene.cast.linda)
    asked, at = requests(scene)[:1], clock.now()
    first, second = (look(linda, client, asked, at=at) for _ in range(2))
    assert first.differences(second) == []
    second.statements = {name: count + 1 for name, count in second.statements.items()}
    assert kinds(first.differences(second)) == {"statements"}


@pytest.mark.slow
@pytest.mark.parametrize(("faults", "caught"), [
    pytest.param((), False, id="the locks as they are", marks=pytest.mark.slow),
    pytest.param((no_rule, no_second_wall), True, id="both walls", marks=pytest.mark.slow),
    pytest.param((no_rule, no_second_wall, no_clean_ring), True, id="both walls and the ring"),
])  # fmt: skip
def test_a_broken_wall_is_seen(
    cluster: Cluster, db: None, faults: tuple[Callable[[], dict[str, str]], ...], caught: bool
) -> None:
    replaced = {file: text for fault in faults for file, text in fault().items()}
    name = f"{database.worker_database()}_broken"
    with broken(cluster, name, replaced) as owner:
        scene = before(owner)
        leading(scene, owner)
        care, linda = Care(scene, owner), scene.cast.linda
        client, asked, at = Browsers().of(linda), requests(scene), clock.now()
        first = look(linda, client, asked, at=at)
        care.messages()
        care.exceptions()
        care.run_jobs()
        if caught:
            assert first_other(first, client, at=at)
        else:
            assert first.differences(look(linda, client, asked, at=at))[:5] == []
