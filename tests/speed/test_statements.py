"""Every page there is takes a constant, small number of statements."""

import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.axe.pages import Look, looks, viewer
from tests.visitor import signed_in
from zorgverband.demo.generator import AlreadyThere, World, generate
from zorgverband.people.models import Account

AT_MOST = 12
# A page that shows what an act would change does the act, asks the rule twice, and undoes it.
AT_MOST_TRYING, TRYING = 40, "privacy.prospects"
UNTIL = datetime(2026, 11, 1, tzinfo=UTC)
AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def statements(client: Client, address: str) -> list[str]:
    """What the second visit to a page asks of the database; the first one greets."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [one["sql"] for one in asked if not one["sql"].startswith(AROUND)]


@pytest.mark.slow
@pytest.mark.parametrize("look", looks(), ids=str)
def test_a_page_takes_at_most_twelve_statements(look: Look, world: Any, db: None) -> None:
    who = viewer(world, look.who)
    client = signed_in(who.person) if who else Client()
    asked = statements(client, look.address(world))
    most = AT_MOST_TRYING if any(TRYING in sql for sql in asked) else AT_MOST
    assert len(asked) <= most, "\n".join(sql[:160] for sql in asked)


def test_the_statements_of_a_page_are_counted(world: Any, db: None) -> None:
    # The control: a page of a network asks for its people, its frame and its log at least.
    client = signed_in(world.cast.marijke.person)
    asked = statements(client, Look("news", "marijke").address(world))
    assert 6 < len(asked) <= AT_MOST
    assert any("privacy.enter" in sql for sql in asked)


def busy_doctor() -> Any:
    """Somebody with thirty networks."""
    wanted = World(networks=30, items=300, seed=30, until=UNTIL)
    with contextlib.suppress(AlreadyThere):
        generate(wanted, using="owner")
    return Account.objects.get(email="world30-gp@example.org").person_id


@pytest.mark.slow
@pytest.mark.parametrize("name", ["for_me", "networks"])
def test_a_page_over_thirty_networks_takes_no_more(
    name: str, owner: Any, world: Any, db: None
) -> None:
    anouk = signed_in(world.cast.anouk.person)
    asked = statements(anouk, reverse(name))
    busy = signed_in(busy_doctor())
    assert len(statements(busy, reverse(name))) <= max(len(asked), AT_MOST)
    assert busy.get(reverse(name)).content.count(b"/n/") > 15
