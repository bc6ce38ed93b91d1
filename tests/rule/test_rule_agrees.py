"""The locks of the database say what the rule of visibility.md says, for every person and item."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction

from tests import database
from tests.cast import Cast
from zorgverband.base.viewer import enter, leave
from zorgverband.config.cluster import Cluster
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.queries import found, reasons, unread_count
from zorgverband.sharing.subjects import Subject

from .compare import Comparison, expectations, facts_of, moment_of
from .exact import exact_world
from .model import Rule
from .worlds import WORDS, World, build

EVERY_LINE = {-11, -10, -7, -5, -2, -1, 2, 3, 4, 6, 8, 9}


@pytest.fixture(scope="module")
def world(django_db_setup: None, owner_connection: psycopg.Connection[Any]) -> World:
    return build(owner_connection, seed=20, networks=20, items=180)


@pytest.fixture(scope="module")
def facts(world: World, django_db_blocker: Any) -> dict[str, Any]:
    with django_db_blocker.unblock():
        return facts_of("owner", world.networks)


def comparison_of(world: World, facts: dict[str, Any], app: Any) -> Comparison:
    return Comparison(app, world, expectations(facts, world, moment_of(app)))


@pytest.fixture
def app(cluster: Cluster) -> Iterator[psycopg.Connection[Any]]:
    dsn = cluster.dsn("zv_app", database.worker_database())
    with psycopg.connect(dsn) as connected, connected.transaction():
        yield connected


@pytest.mark.slow
def test_sixty_thousand_pairs_agree_through_every_question_to_the_database(
    world: World, facts: dict[str, Any], app: Any
) -> None:
    comparison = comparison_of(world, facts, app)
    assert list(comparison.disagreements()) == []
    assert comparison.pairs > 60_000
    assert set(comparison.lines) == EVERY_LINE
    assert min(comparison.lines.values()) > 50, comparison.lines


@pytest.mark.slow
def test_entering_all_networks_at_once_gives_what_entering_one_by_one_gives(
    world: World, facts: dict[str, Any], app: Any
) -> None:
    comparison = comparison_of(world, facts, app)
    assert list(comparison.at_once()) == []
    assert comparison.asked["in all networks at once"] > 50


@pytest.mark.slow
def test_a_period_holds_from_its_first_moment_until_just_before_its_last(
    cluster: Cluster, db: None
) -> None:
    with exact_world(cluster, seeds=[7], networks=12, items=90) as here:
        here.become("zv_app")
        comparison = comparison_of(here.worlds[0], here.facts, here.connection)
        assert list(comparison.disagreements()) == []
        assert comparison.pairs > 15_000


def test_the_comparison_notices_one_item_too_many_and_one_too_few(
    world: World, facts: dict[str, Any], app: Any
) -> None:
    # The control: facts with one item less or more than the database holds must not agree.
    network = next(one for one in facts["networks"] if one["id"] == world.networks[0])
    rule = Rule(network, datetime.now(UTC))
    items = network["items"]
    read = next(item for item in items if rule.readers(item))
    for other in ([one for one in items if one is not read], [*items, read | {"id": "new"}]):
        wrong = facts | {"networks": [network | {"items": other}]}
        world.words["new"] = set()
        found = next(comparison_of(world, wrong, app).disagreements(), "")
        assert "1 too many" in found or "1 too few" in found


@pytest.mark.slow
def test_unread_counts_search_and_reasons_of_the_pages_follow_the_rule(
    world: World, facts: dict[str, Any], db: None
) -> None:
    chance = random.Random(5)
    networks = [one for one in facts["networks"] if one["id"] in world.networks]
    for facts_here in chance.sample(networks, 6):
        with transaction.atomic():
            rule = Rule(facts_here, _moment())
            for person in chance.sample(sorted(rule.persons), 8):
                _page_questions(rule, world, person, chance.choice(WORDS))


def _page_questions(rule: Rule, world: World, person: str, word: str) -> None:
    network = UUID(rule.network["id"])
    enter(person=UUID(person), networks=[network])
    readable = [item for item in rule.network["items"] if rule.may_read(person, item)]
    seen = world.seen_until.get((person, str(network)), datetime(1900, 1, 1, tzinfo=UTC))
    unread = [
        item
        for item in readable
        if item["id"] in world.in_news
        and item["author"] != person
        and datetime.fromisoformat(item["created"]) > seen
    ]
    assert unread_count(network=network, person=UUID(person)) == min(len(unread), 99)
    rows = found(network=network, words=word, before=datetime(2100, 1, 1, tzinfo=UTC), count=999)
    assert {str(row["id"]) for row in rows} == {
        item["id"] for item in readable if word in world.words[item["id"]]
    }
    for item in readable[:3]:
        answer = {(str(r.member), str(r.person), r.line) for r in reasons(UUID(item["id"]))}
        assert answer == rule.reasons(person, item)


def _moment() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        moment: datetime = cursor.fetchone()[0]
    return moment


def test_without_entering_and_after_leaving_there_are_no_rows(cast: Cast) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    assert not Item.objects.exists()
    assert not Permission.objects.exists()
    with transaction.atomic():
        enter(person=cast.marijke.person, networks=[cast.network])
        assert Item.objects.filter(id=item).exists()
        leave()
        assert not Item.objects.exists()
        assert not Permission.objects.exists()


@pytest.mark.parametrize("how", ["commit", "rollback", "savepoint"])
def test_keys_do_not_outlive_the_transaction(cast: Cast, how: str) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    with transaction.atomic():
        with transaction.atomic():
            enter(person=cast.marijke.person, networks=[cast.network])
            assert Item.objects.exists()
            transaction.set_rollback(how == "savepoint")
        assert Item.objects.exists() == (how != "savepoint")
        transaction.set_rollback(how == "rollback")
    assert not Item.objects.exists()
    with transaction.atomic():
        assert not Item.objects.exists()


def test_entering_as_another_takes_the_keys_of_the_first_off(cast: Cast) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    with transaction.atomic():
        enter(person=cast.fatima.person, networks=[cast.network])
        assert Item.objects.exists()
        enter(person=cast.linda.person, networks=[cast.network])
        assert not Item.objects.exists()


def test_entering_outside_a_transaction_is_refused(cast: Cast) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        enter(person=cast.marijke.person, networks=[cast.network])
