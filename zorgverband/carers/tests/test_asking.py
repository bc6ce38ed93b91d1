"""A carer is asked once a month how it goes; what nobody else may read is looked at at once too."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base import clock, telling
from zorgverband.bottlenecks.looking import look_after
from zorgverband.bottlenecks.models import Bottleneck
from zorgverband.carers.actions import say_how_it_goes
from zorgverband.carers.jobs import ask_who_is_due
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver

from .test_carers import act

ASKS = "Hoe gaat het met u? Zeg het in één minuut"


def asked(cast: Cast) -> list[Event]:
    """The asking that was noted in this network."""
    rows = Event.objects.using("owner").filter(network_id=cast.network, verb="carer_check_due")
    return list(rows.order_by("at"))


def unread(cast: Cast) -> list[str]:
    """The verbs that are new to Marijke."""
    with inside(cast.marijke.person, []):
        return [one.verb for one in telling.inbox(limit=20, unread=True)]


@pytest.mark.slow
def test_a_month_later_the_carer_is_asked_once_and_no_more_when_answered(
    cast: Cast, client_of: Any
) -> None:
    act(cast, cast.marijke, say_how_it_goes, holds=3)
    today = reverse("today", args=[cast.network])
    assert ASKS not in client_of(cast.marijke).get(today).content.decode()
    with clock.at(clock.now() + timedelta(days=31)):
        for _time in range(2):
            ask_who_is_due()
        assert [one.to_person_id for one in asked(cast)] == [cast.marijke.person]
        deliver(event=asked(cast)[0].id)
        assert unread(cast) == ["carer_check_due"]
        assert ASKS in client_of(cast.marijke).get(today).content.decode()
        assert ASKS not in client_of(cast.peter).get(today).content.decode()
        act(cast, cast.marijke, say_how_it_goes, holds=3)
        assert unread(cast) == []
        assert ASKS not in client_of(cast.marijke).get(today).content.decode()
        ask_who_is_due()
        assert len(asked(cast)) == 1
    with clock.at(clock.now() + timedelta(days=62)):
        ask_who_is_due()
    assert len(asked(cast)) == 2


def test_who_took_part_before_is_not_asked(cast: Cast) -> None:
    act(cast, cast.marijke, say_how_it_goes, holds=3)
    cast.end(cast.marijke)
    with clock.at(clock.now() + timedelta(days=31)):
        ask_who_is_due()
    assert asked(cast) == []


def test_what_a_carer_keeps_to_themselves_is_found_at_once_and_told_to_nobody(cast: Cast) -> None:
    item = act(cast, cast.marijke, say_how_it_goes, holds=1)
    event = Event.objects.using("owner").get(network_id=cast.network, item_id=item)
    deliver(event=event.id)
    notices = cast.owner.execute(
        "SELECT count(*) FROM notifications_notice WHERE event_id = %s", [event.id]
    )
    assert notices.fetchone() == (0,)
    look_after(event.id)
    row = Bottleneck.objects.using("owner").get(network=cast.network, kind="carer_check")
    assert row.owner_id == cast.marijke.member
    with inside(cast.hanneke.person, [cast.network]):
        assert not Bottleneck.objects.filter(id=row.id).exists()
        assert not Event.objects.filter(id=event.id).exists()
