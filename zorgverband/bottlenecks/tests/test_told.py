"""Who comes to own a bottleneck hears of it once, as long as it is there and theirs to meet."""

from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse
from procrastinate.contrib.django import app

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base import clock, telling
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.journal.models import Event
from zorgverband.sharing.subjects import Subject

from .test_desk import here, late
from .test_found import later, look_at


def events(cast: Cast, who: Somebody) -> list[Event]:
    """What the journal holds of bottlenecks for somebody."""
    rows = Event.objects.using("owner").filter(
        network_id=cast.network, verb__startswith="bottleneck_", to_person_id=who.person
    )
    return list(rows.order_by("at"))


def about(cast: Cast, who: Somebody, one: Bottleneck) -> list[Event]:
    """Of these only those about one bottleneck."""
    told = {row[0] for row in cast.owner.execute(
        "SELECT event_id FROM bottlenecks_told WHERE bottleneck_id = %s", [one.id]
    )}  # fmt: skip
    return [event for event in events(cast, who) if event.id in told]


def delivered(cast: Cast, moment: datetime | None = None) -> None:
    """What the worker does with what was noted."""
    with clock.at(moment or clock.now()):
        rows = Event.objects.using("owner").filter(network_id=cast.network)
        for event in rows.filter(verb__startswith="bottleneck_"):
            app.tasks["notifications.deliver"].func(event=str(event.id))


def inbox(who: Somebody) -> set[UUID | None]:
    """The bottlenecks somebody's inbox tells of now."""
    with inside(who.person, []):
        return {line.bottleneck for line in telling.inbox(limit=50)} - {None}


def test_who_owns_it_is_told_once_in_words_only_they_can_read(cast: Cast, client_of: Any) -> None:
    one = late(cast)
    assert len(about(cast, cast.joost, one)) == 1
    assert about(cast, cast.marijke, one) == []
    look_at(cast, 6)
    look_at(cast, 6.5)
    assert [event.verb for event in about(cast, cast.marijke, one)] == ["bottleneck_waits"]
    delivered(cast)
    assert one.id in inbox(cast.marijke)
    assert inbox(cast.peter) == set()
    shown = client_of(cast.marijke).get(reverse("for_me")).content.decode()
    assert shown.count(here(cast, "bottleneck", one)) == 1
    mails = cast.owner.execute(
        "SELECT count(*) FROM notifications_delivery d WHERE d.person_id = %s AND d.bundle IN"
        " (SELECT n.bundle FROM notifications_notice n JOIN bottlenecks_told t USING (event_id)"
        "  WHERE t.bottleneck_id = %s)",
        [cast.marijke.person, one.id],
    ).fetchone()
    assert mails == (1,)


def test_nobody_hears_of_what_was_over_before_nor_afterwards(cast: Cast) -> None:
    one = late(cast)
    state = "UPDATE agreements_agreement SET state = %s WHERE item_id = %s"
    cast.owner.execute(state, ["on_hold", one.facts[0]])
    look_at(cast, 2.2)
    delivered(cast)
    assert one.id not in inbox(cast.joost)
    cast.owner.execute(state, ["running", one.facts[0]])
    look_at(cast, 2.3)
    delivered(cast)
    assert one.id in inbox(cast.joost)
    cast.owner.execute("UPDATE bottlenecks_bottleneck SET dismissed_at = now(), dismissed_by_id = %s"
                       " WHERE id = %s", [cast.hanneke.person, one.id])  # fmt: skip
    assert one.id not in inbox(cast.joost)


@pytest.mark.slow
def test_what_comes_and_goes_does_not_ring_twice_but_after_a_week_it_does(cast: Cast) -> None:
    one = late(cast)
    state = "UPDATE agreements_agreement SET state = %s WHERE item_id = %s"
    for days in (2.1, 3.5, 4.8):
        cast.owner.execute(state, ["on_hold", one.facts[0]])
        look_at(cast, days)
        cast.owner.execute(state, ["running", one.facts[0]])
        look_at(cast, days + 1.2)
    assert len(about(cast, cast.joost, one)) == 1
    cast.owner.execute(state, ["on_hold", one.facts[0]])
    look_at(cast, 8)
    look_at(cast, 9.1)
    cast.owner.execute(state, ["running", one.facts[0]])
    look_at(cast, 12)
    assert len(about(cast, cast.joost, one)) == 2


def test_who_may_not_read_a_fact_any_more_hears_nothing(cast: Cast) -> None:
    """Twin: after the telling was noted the fact was closed. The control: Joost still hears."""
    one = late(cast)
    look_at(cast, 6)
    cast.owner.execute(
        "UPDATE sharing_item SET denied = ARRAY[%s]::uuid[], author_id = %s WHERE id = %s",
        [cast.marijke.member, cast.hanneke.person, one.facts[0]],
    )
    delivered(cast)
    assert one.id in inbox(cast.joost)
    assert one.id not in inbox(cast.marijke)
    event = about(cast, cast.marijke, one)[0]
    with inside(cast.marijke.person, [cast.network]):
        assert not Event.objects.filter(id=event.id).exists()


def test_what_is_medical_tells_the_social_side_nothing(cast: Cast) -> None:
    cast.owner.execute("UPDATE networks_member SET coordinator = id = %s WHERE network_id = %s",
                       [cast.linda.member, cast.network])  # fmt: skip
    late(cast, Subject.HEALTH)
    look_at(cast, 9)
    look_at(cast, 16)
    medical = Bottleneck.objects.using("owner").get(network=cast.network, kind="agreement_overdue")
    assert about(cast, cast.linda, medical) == []
    assert about(cast, cast.joost, medical)
    with clock.at(later(16)):
        delivered(cast, later(16))
        assert medical.id not in inbox(cast.linda)
