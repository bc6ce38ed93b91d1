"""The news, page by page and through every filter, is exactly what the rule lets somebody read, also
in a dossier so large that the pages no longer walk all of it."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import transaction

from zorgverband.base.viewer import enter
from zorgverband.sharing.queries import Cursor, Filter, timeline, unread_count
from zorgverband.sharing.subjects import subject_by_code

from .compare import facts_of
from .model import Rule, moment
from .worlds import World, build

Fact = dict[str, Any]
LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module", params=[31, 33])
def world(request: Any, django_db_setup: None, owner_connection: psycopg.Connection[Any]) -> World:
    return build(owner_connection, seed=request.param, networks=3, items=1100)


@pytest.fixture(scope="module")
def networks(world: World, django_db_blocker: Any) -> list[Fact]:
    with django_db_blocker.unblock():
        return list(facts_of("owner", world.networks)["networks"])


def everybody(networks: list[Fact]) -> Iterator[tuple[Rule, str]]:
    """Everybody with a seat, entered in their network."""
    for facts in networks:
        now = datetime.now(UTC)
        for person in sorted(Rule(facts, now).seats):
            with transaction.atomic():
                enter(person=UUID(person), networks=[UUID(facts["id"])])
                yield Rule(facts, now), person


def pages(network: str, wanted: Filter, count: int) -> Iterator[str]:
    """The ids of the news, page by page, until there is no older news."""
    after = None
    while True:
        rows = timeline(network=UUID(network), wanted=wanted, after=after, count=count)
        yield from (str(row["id"]) for row in rows[:count])
        if len(rows) <= count:
            return
        after = Cursor(rows[count - 1]["happened_at"], rows[count - 1]["id"])


def expected(
    rule: Rule, world: World, person: str, fits: Callable[[Fact], bool] = lambda item: True
) -> list[str]:
    found = [
        item["id"]
        for item in rule.network["items"]
        if item["id"] in world.in_news and rule.may_read(person, item) and fits(item)
    ]
    return sorted(found, key=lambda id: (world.happened[id], id), reverse=True)


@pytest.mark.slow
def test_the_news_page_by_page_is_what_the_rule_says(
    db: None, world: World, networks: list[Fact]
) -> None:
    shown = 0
    for rule, person in everybody(networks):
        wanted = expected(rule, world, person)
        assert list(pages(rule.network["id"], Filter(), 40)) == wanted
        shown += len(wanted)
    assert shown > 5000


def same(field: str, value: str) -> Callable[[Fact], bool]:
    return lambda item: bool(item[field] == value)


def filters(item: Fact, person: str) -> Iterator[tuple[Filter, Callable[[Fact], bool]]]:
    """Ways to narrow the news down to items like this one, or to one's own."""
    subject, about = same("subject", item["subject"]), same("about", item["about"])
    number = int(subject_by_code(item["subject"]))
    yield Filter(subject=number), subject
    yield Filter(about=UUID(item["about"])), about
    yield Filter(author=UUID(item["author"])), same("author", item["author"])
    yield Filter(author=UUID(person)), same("author", person)
    both = Filter(subject=number, about=UUID(item["about"]))
    yield both, lambda one: subject(one) and about(one)


@pytest.mark.slow
def test_the_news_through_a_filter_is_what_the_rule_says(
    db: None, world: World, networks: list[Fact]
) -> None:
    chance = random.Random(3)
    for rule, person in everybody(networks):
        for asked, fits in filters(chance.choice(rule.network["items"]), person):
            found = list(pages(rule.network["id"], asked, 7))
            assert found == expected(rule, world, person, fits), (person, asked)


def unseen(world: World, person: str, network: str) -> Callable[[Fact], bool]:
    seen = world.seen_until.get((person, network), LONG_AGO)
    return lambda item: item["author"] != person and moment(item["created"]) > seen


@pytest.mark.slow
def test_what_is_unread_is_counted_among_what_the_rule_lets_one_read(
    db: None, world: World, networks: list[Fact]
) -> None:
    for rule, person in everybody(networks):
        network = rule.network["id"]
        unread = expected(rule, world, person, unseen(world, person, network))
        assert unread_count(network=UUID(network), person=UUID(person)) == min(99, len(unread))
