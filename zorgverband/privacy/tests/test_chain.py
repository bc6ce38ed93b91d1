"""Every log row gets a place in the chain of its network, whatever reads at the same time."""

import threading
from hashlib import sha256
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError, connection, connections, transaction

from zorgverband.base.look import look_all
from zorgverband.base.viewer import enter
from zorgverband.journal.models import Link, Look
from zorgverband.sharing.subjects import Subject


def chain(owner: psycopg.Connection[Any], network: UUID) -> list[tuple[int, bytes, bytes]]:
    """(place, digest, words) of every row of the network, in the order of the chain."""
    rows: list[Any] = owner.execute(
        "SELECT k.place, k.digest, privacy.look_words(l, k.place) FROM journal_link k "
        "JOIN journal_look l ON l.id = k.look_id WHERE k.network_id = %s ORDER BY k.place",
        [network],
    ).fetchall()
    return [(row[0], bytes(row[1]), bytes(row[2])) for row in rows]


def holds(rows: list[tuple[int, bytes, bytes]]) -> bool:
    """Whether the places follow each other and each digest holds the one before it."""
    before = b""
    for number, (place, digest, words) in enumerate(rows, 1):
        if place != number or digest != sha256(before + words).digest():
            return False
        before = digest
    return True


def test_each_row_is_chained_to_the_row_before_it(
    cast: Any, client_of: Any, owner: psycopg.Connection[Any]
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    for who in (cast.marijke, cast.jannie, cast.anouk):
        client_of(who).get(f"/n/{cast.network}/nieuws/")
    rows = chain(owner, cast.network)
    assert len(rows) == Look.objects.using("owner").filter(network_id=cast.network).count() >= 6
    assert holds(rows)
    broken = [*rows[:2], (rows[2][0], rows[2][1], rows[2][2] + b" "), *rows[3:]]
    assert not holds(broken)
    assert not holds(rows[1:])


def test_what_is_rolled_back_leaves_no_gap(cast: Any, owner: psycopg.Connection[Any]) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    for keep in (True, False, True):
        with transaction.atomic():
            enter(person=cast.marijke.person, networks=[cast.network])
            look_all(touched={"R": [item]}, door="item", address="")
            if not keep:
                transaction.set_rollback(True)
    rows = chain(owner, cast.network)
    assert len(rows) == 2
    assert holds(rows)


@pytest.mark.parametrize(
    "words",
    [
        "SELECT count(*) FROM journal_link",
        "UPDATE journal_link SET place = 9",
        "INSERT INTO journal_seal (number) VALUES (1)",
        "UPDATE journal_seal SET written = true",
        "ALTER TABLE journal_look DISABLE TRIGGER chain",
    ],
)
def test_the_application_cannot_read_or_change_the_chain(
    cast: Any, entered: Any, words: str
) -> None:
    refused = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")
    with entered(cast.jannie), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)


@pytest.mark.slow
def test_readers_of_the_same_networks_at_once_never_wait_in_a_circle(
    cast: Any, owner: psycopg.Connection[Any]
) -> None:
    """Everybody sits in both networks and shows them in another order, with two actions."""
    other = cast.other
    here = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    there = other.item(about=other.henk, subject=Subject.DAY, author=other.bart)
    owner.execute(
        "INSERT INTO networks_member (id, network_id, person_id, side, coordinator, first_contact,"
        " joined_at) VALUES (gen_random_uuid(), %s, %s, 'family', false, false, now()) ",
        [other.network, cast.jannie.person],
    )
    owner.execute(
        "INSERT INTO sharing_permission (id, network_id, member_id, about_id, subject, can_read,"
        " can_write, since, past, ground, wording, given_at) SELECT gen_random_uuid(), network_id,"
        " id, %s, 6, true, false, now(), true, '', '', now() FROM networks_member"
        " WHERE network_id = %s AND person_id = %s",
        [other.henk.member, other.network, cast.jannie.person],
    )
    faults: list[Exception] = []

    def read(turn: int) -> None:
        try:
            for _ in range(15):
                with transaction.atomic():
                    enter(person=cast.jannie.person, networks=[cast.network, other.network])
                    order = [here, there] if turn % 2 else [there, here]
                    touched = {"R": order, "C": order[::-1]}
                    look_all(touched=touched, door="for_me", address="")
        except Exception as error:
            faults.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=read, args=(turn,)) for turn in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults, faults[0]
    for network in (cast.network, other.network):
        rows = chain(owner, network)
        assert len(rows) == 8 * 15 * 2
        assert holds(rows)
    assert Link.objects.using("owner").filter(network_id=cast.network).count() == 240
