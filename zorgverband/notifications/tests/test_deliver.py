"""Telling: everybody entitled once, nobody else, whoever runs it and how often."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from tests.cast import Cast, Somebody
from zorgverband.base.ids import new_id
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Delivery, Notice
from zorgverband.sharing.subjects import Subject


def happened(cast: Cast, by: Somebody, item: UUID | None = None, **columns: Any) -> UUID:
    """Note an event as the owner, so that no job stands in the queue for it."""
    event = new_id()
    cast.owner.execute(
        "INSERT INTO journal_event (id, network_id, verb, item_id, member_id, person_id,"
        " to_person_id, at) VALUES (%s, %s, %s, %s, %s, %s, %s, COALESCE(%s, now()))",
        [event, cast.network, columns.get("verb", "shared"), item, columns.get("member"),
         by.person, columns.get("to"), columns.get("at")],
    )  # fmt: skip
    return event


def told(event: UUID) -> set[UUID]:
    """Whose inbox holds the event, in truth."""
    return set(
        Notice.objects.using("owner").filter(event_id=event).values_list("person", flat=True)
    )


@pytest.fixture
def wound(cast: Cast) -> UUID:
    """A medical item that family and care read, by the nurse."""
    return cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)


def test_who_may_read_an_item_is_told_and_who_wrote_it_is_not(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound)
    deliver(event=event)
    assert {cast.jannie.person, cast.marijke.person, cast.sanne.person, cast.anouk.person} <= told(
        event
    )
    assert cast.fatima.person not in told(event)


def test_the_social_side_and_strangers_hear_nothing_of_a_medical_item(
    cast: Cast, wound: UUID
) -> None:
    event = happened(cast, cast.fatima, wound)
    deliver(event=event)
    assert cast.linda.person not in told(event)
    assert cast.ria.person not in told(event)
    assert cast.other is not None
    assert cast.other.bart.person not in told(event)


def test_telling_twice_tells_once(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound)
    first = deliver(event=event)
    assert first.persons == len(told(event)) > 3
    assert deliver(event=event).persons == 0
    rows = Notice.objects.using("owner").filter(event_id=event)
    assert rows.count() == first.persons
    assert Delivery.objects.using("owner").filter(person=cast.marijke.person).count() == 1


def test_two_workers_at_the_same_moment_tell_once(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound)

    def work(_: int) -> int:
        try:
            return deliver(event=event).persons
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(work, range(8)))
    assert sum(counts) == len(told(event))
    assert sum(count > 0 for count in counts) == 1


def test_who_left_before_it_was_told_hears_nothing(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound)
    cast.end(cast.anouk)
    deliver(event=event)
    assert cast.anouk.person not in told(event)
    assert cast.marijke.person in told(event)


def test_a_question_to_one_person_is_told_to_that_person_alone(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound, verb="asked", to=cast.anouk.person)
    deliver(event=event)
    assert told(event) == {cast.anouk.person}
    assert Notice.objects.using("owner").get(event_id=event).kind == "asked"


def test_asking_somebody_who_may_not_read_it_tells_nobody(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound, verb="asked", to=cast.linda.person)
    deliver(event=event)
    assert told(event) == set()


def test_who_comes_and_goes_is_told_to_everybody_inside(cast: Cast) -> None:
    event = happened(cast, cast.hanneke, verb="joined", member=cast.linda.member)
    deliver(event=event)
    assert cast.linda.person in told(event)
    assert set(Notice.objects.using("owner").filter(event_id=event).values_list("kind")) == {
        ("people",)
    }


def test_words_taken_back_are_told_to_nobody(cast: Cast, wound: UUID) -> None:
    event = happened(cast, cast.fatima, wound)
    cast.owner.execute("UPDATE sharing_item SET withdrawn_at = now() WHERE id = %s", [wound])
    deliver(event=event)
    deliver(event=happened(cast, cast.fatima, wound, verb="took_back"))
    assert told(event) == set()


def test_the_database_refuses_to_tell_who_may_not_know(cast: Cast, wound: UUID) -> None:
    from zorgverband.base.clock import now
    from zorgverband.base.telling import Telling, tell

    event = happened(cast, cast.fatima, wound)
    for who, new in ((cast.linda, 0), (cast.marijke, 1)):
        one = Telling(person=who.person, kind="news", bundle="", due_at=now())
        assert tell(event=event, tellings=[one]) == new
