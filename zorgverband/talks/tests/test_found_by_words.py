"""What was said in a conversation is found by search, by who reads the conversation and nobody else."""

from typing import Any
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.sharing.queries import found
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.take_back_message import take_back_message
from zorgverband.talks.models import Message

from .talking import begun, said


def finds(cast: Cast, who: Somebody, words: str) -> list[UUID]:
    """What somebody finds by these words; in as many statements as ever."""
    with inside(who.person, [cast.network]), CaptureQueriesContext(connection) as asked:
        rows = found(network=cast.network, words=words, before=clock.now())
        assert len(asked) <= 2
        return [row["id"] for row in rows]


def test_words_that_were_said_find_the_conversation_for_its_readers_alone(
    cast: Cast, client_of: Any
) -> None:
    day = begun(cast, cast.marijke, subject=Subject.DAY, topic="De markt")
    health = begun(cast, cast.fatima, subject=Subject.HEALTH, topic="Overleg")
    said(cast, cast.marijke, day, "Wie neemt de kaasschaaf mee?")
    said(cast, cast.fatima, health, "De kaasschaaf sneed in haar vinger.")
    note = cast.item(
        about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Kaasschaaf!"
    )
    assert set(finds(cast, cast.fatima, "kaasschaaf")) == {day, health, note}
    assert health not in finds(cast, cast.linda, "kaasschaaf")
    assert finds(cast, cast.fatima, "kaasschaaf vinger") == [health]
    assert finds(cast, cast.marijke, "schaatsen") == []
    assert cast.other
    assert finds(cast, cast.other.bart, "kaasschaaf") == []
    page = client_of(cast.marijke).get(
        reverse("search", args=[cast.network]), {"q": "kaasschaaf", "words": "kaasschaaf"}
    )
    assert str(day) in page.content.decode()


def test_what_was_taken_back_is_not_found(cast: Cast) -> None:
    item = begun(cast, cast.marijke, subject=Subject.DAY, topic="De markt")
    said(cast, cast.marijke, item, "Verkeerdgezegd")
    assert finds(cast, cast.marijke, "verkeerdgezegd") == [item]
    message = Message.objects.using("owner").get(item_id=item)
    with inside(cast.marijke.person, [cast.network]) as viewer:
        take_back_message(
            seat=viewer.seat(cast.network),
            person=cast.marijke.person,
            item=item,
            message=message.id,
        )
    assert finds(cast, cast.marijke, "verkeerdgezegd") == []


def test_a_search_looks_at_no_message_of_a_conversation_of_others(cast: Cast) -> None:
    day = begun(cast, cast.marijke, subject=Subject.DAY, topic="De markt")
    health = begun(cast, cast.fatima, subject=Subject.HEALTH, topic="Overleg")
    said(cast, cast.marijke, day, "Wie neemt de kaasschaaf mee?")
    for number in range(8):
        said(cast, cast.fatima, health, f"De kaasschaaf, {number} keer.")

    def looked_at(who: Somebody) -> int:
        """How many messages the database fetched to answer."""
        with inside(who.person, [cast.network]), connection.cursor() as cursor:
            # As with many messages, where reading them all is the longest way.
            cursor.execute("SET LOCAL enable_seqscan = off")
            fetched = (
                "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables "
                "WHERE relname = 'talks_message'"
            )
            cursor.execute(fetched)
            before = cursor.fetchone()
            found(network=cast.network, words="kaasschaaf", before=clock.now())
            cursor.execute(fetched)
            return int(cursor.fetchone()[0] - (before[0] if before else 0))

    assert looked_at(cast.linda) <= 1
    # The control: who reads both.
    assert looked_at(cast.fatima) >= 9
