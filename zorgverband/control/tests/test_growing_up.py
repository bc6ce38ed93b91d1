"""Twelve, sixteen, eighteen: who decides follows the birthday at the moment of the request, with
nothing having run. The clock is moved: in the locks by another `now()`, on pages by another birth."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from tests import database
from tests.cast import Cast
from zorgverband.base.clock import HOME
from zorgverband.base.ids import new_id
from zorgverband.config.cluster import Cluster
from zorgverband.demo.town import turning
from zorgverband.privacy.apply import LOCKS, statements
from zorgverband.sharing.subjects import Subject

from .doing import at, born, confirm, reads, send, words

Browser = Callable[..., Any]
BIRTH = date(2015, 5, 3)


def with_authority(cast: Cast, *parents: str) -> None:
    for parent in parents:
        cast.owner.execute(
            "INSERT INTO networks_authority (id, network_id, child_id, parent_id, starts_at) "
            "VALUES (%s, %s, %s, %s, now() - interval '1 year')",
            [new_id(), cast.network, cast.jannie.member, cast.people[parent].member],
        )


def at_moment(cluster: Cluster, cast: Cast, moment: datetime, question: str) -> Any:
    """The answer of the database if it were this moment: its locks are made with another clock."""
    ring = (LOCKS / "ring.sql").read_text()
    moved = ring.replace("now()", f"'{moment.isoformat()}'::timestamptz")
    dsn = cluster.dsn("zv_super", database.worker_database())
    with psycopg.connect(dsn) as connection, connection.transaction(force_rollback=True):
        for statement in statements(replace={"ring.sql": moved}):
            connection.execute(statement)
        return connection.execute(question, [cast.network]).fetchall()


def deciders(cluster: Cluster, cast: Cast, moment: datetime) -> set[UUID]:
    question = "SELECT about_id, member_id FROM privacy.controllers(ARRAY[%s::uuid])"
    rows = at_moment(cluster, cast, moment, question)
    return {member for about, member in rows if about == cast.jannie.member}


def midnight(years: int) -> datetime:
    return datetime(BIRTH.year + years, BIRTH.month, BIRTH.day, tzinfo=HOME)


LITTLE = timedelta(microseconds=1)


@pytest.mark.slow
def test_at_midnight_of_the_twelfth_birthday_the_child_decides_along(
    cast: Cast, cluster: Cluster
) -> None:
    born(cast, cast.jannie, BIRTH)
    with_authority(cast, "marijke")
    assert deciders(cluster, cast, midnight(12) - LITTLE) == {cast.marijke.member}
    assert deciders(cluster, cast, midnight(12)) == {cast.marijke.member, cast.jannie.member}


@pytest.mark.slow
def test_at_midnight_of_the_sixteenth_birthday_the_child_decides_alone(
    cast: Cast, cluster: Cluster
) -> None:
    born(cast, cast.jannie, BIRTH)
    with_authority(cast, "marijke")
    before = deciders(cluster, cast, midnight(16) - LITTLE)
    assert before == {cast.marijke.member, cast.jannie.member}
    assert deciders(cluster, cast, midnight(16)) == {cast.jannie.member}


def years_old(years: int, *, in_days: int = 0) -> date:
    """The birth date of who turns this many years in so many days."""
    return turning(years, in_days=in_days)


def test_a_parent_reads_along_until_the_day_the_child_is_sixteen(
    cast: Cast, client_of: Browser
) -> None:
    with_authority(cast, "peter")
    cast.permit(cast.peter, Subject.HEALTH, about=cast.jannie)
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Pil vergeten.")
    born(cast, cast.jannie, years_old(16, in_days=1))
    assert reads(client_of(cast.peter), cast, "Pil vergeten.")
    born(cast, cast.jannie, years_old(16))
    assert not reads(client_of(cast.peter), cast, "Pil vergeten.")
    assert reads(client_of(cast.jannie), cast, "Pil vergeten.")


def test_the_day_that_is_told_is_the_day_on_which_it_is_so(cast: Cast) -> None:
    """Also for who was born on a day that most years do not have."""
    told = """
        SELECT b.birth, y.years, privacy.birthday(b.birth, y.years),
               extract(year FROM age(privacy.birthday(b.birth, y.years), b.birth)) = y.years
               AND extract(year FROM age(privacy.birthday(b.birth, y.years) - 1, b.birth)) < y.years
        FROM unnest(%s::date[]) AS b(birth), unnest(ARRAY[12, 16, 18]) AS y(years)"""
    births = [date(2008, 2, 28), date(2008, 2, 29), date(2008, 3, 1), date(2010, 3, 1), BIRTH]
    rows = cast.owner.execute(told, [births]).fetchall()
    assert len(rows) == 15
    assert [row for row in rows if not row[3]] == []
    assert (births[1], 18, date(2026, 3, 1), True) in rows


def test_the_page_tells_the_day_on_which_it_changes(cast: Cast, client_of: Browser) -> None:
    with_authority(cast, "marijke")
    born(cast, cast.jannie, years_old(12, in_days=1))
    page = words(client_of(cast.marijke).get(at("who_decides", cast)))
    assert "Jannie is jonger dan 12 jaar. Dan beslist wie gezag heeft: Marijke de Wit." in page
    assert "wordt Jannie 12" in page
    born(cast, cast.jannie, years_old(12))
    page = words(client_of(cast.marijke).get(at("who_decides", cast)))
    assert "Jannie beslist samen met Marijke de Wit." in page
    assert "wordt Jannie 16. Dan beslist Jannie zelf." in page
    assert "U beslist samen met Marijke de Wit." in words(
        client_of(cast.jannie).get(at("who_decides", cast))
    )
    born(cast, cast.jannie, years_old(16))
    assert "U beslist zelf." in words(client_of(cast.jannie).get(at("who_decides", cast)))


def test_a_birthday_is_told_only_to_whom_it_concerns(cast: Cast, client_of: Browser) -> None:
    with_authority(cast, "marijke")
    born(cast, cast.jannie, years_old(12, in_days=1))
    for who in ("peter", "linda", "joost"):
        assert "wordt Jannie 12" not in words(
            client_of(cast.people[who]).get(at("who_decides", cast))
        )


def test_divorced_parents_with_authority_both_see_and_one_without_sees_nothing(
    cast: Cast, client_of: Browser
) -> None:
    born(cast, cast.jannie, years_old(9))
    for who in (cast.marijke, cast.peter, cast.ria):
        cast.permit(who, Subject.HEALTH, about=cast.jannie)
    with_authority(cast, "marijke", "peter")
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Waterpokken.")
    assert reads(client_of(cast.marijke), cast, "Waterpokken.")
    assert reads(client_of(cast.peter), cast, "Waterpokken.")
    assert not reads(client_of(cast.ria), cast, "Waterpokken.")


def test_authority_is_filled_in_and_ended(cast: Cast, client_of: Browser) -> None:
    born(cast, cast.jannie, years_old(9))
    cast.permit(cast.peter, Subject.HEALTH, about=cast.jannie)
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body="Waterpokken.")
    give = at("give_authority", cast, client_id=cast.jannie.member)
    shown = send(client_of(cast.hanneke), give, parent=str(cast.peter.member))
    assert "wordt zichtbaar voor Peter de Wit" in words(shown)
    confirm(client_of(cast.hanneke), give, parent=str(cast.peter.member))
    assert reads(client_of(cast.peter), cast, "Waterpokken.")
    confirm(
        client_of(cast.hanneke),
        at("end_authority", cast, client_id=cast.jannie.member, parent_id=cast.peter.member),
    )
    assert not reads(client_of(cast.peter), cast, "Waterpokken.")


@pytest.mark.parametrize("who", ["peter", "ria", "linda", "anouk"])
def test_nobody_gives_themselves_authority(cast: Cast, client_of: Browser, who: str) -> None:
    born(cast, cast.jannie, years_old(9))
    with_authority(cast, "marijke")
    somebody = cast.people[who]
    give = at("give_authority", cast, client_id=cast.jannie.member)
    assert send(client_of(somebody), give, parent=str(somebody.member)).status_code == 404


def test_a_parent_does_not_shut_out_the_other(cast: Cast, client_of: Browser) -> None:
    born(cast, cast.jannie, years_old(9))
    with_authority(cast, "marijke", "peter")
    end = at("end_authority", cast, client_id=cast.jannie.member, parent_id=cast.peter.member)
    assert client_of(cast.marijke).get(end).status_code == 404
    assert client_of(cast.peter).get(end).status_code == 200
