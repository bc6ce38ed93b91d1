"""What waits for a judgement is brought up again every day, until somebody judges it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.doors.world import add
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Notice
from zorgverband.notifications.reminders import WAITS, remind_of_reviews
from zorgverband.sharing.models import Emergency


def looked(cast: Cast, **columns: Any) -> None:
    then = datetime.now(UTC) - timedelta(days=2)
    add(Emergency(network_id=cast.network, member_id=cast.joost.member, starts_at=then,
                  client_id=cast.jannie.member, person_id=cast.joost.person, reason="Gevallen.",
                  ends_at=then + timedelta(minutes=9), **columns))  # fmt: skip


def reminders(cast: Cast) -> list[Any]:
    events = Event.objects.using("owner").filter(network_id=cast.network, verb=WAITS)
    return sorted(events.values_list("to_person_id", flat=True))


@pytest.fixture(autouse=True)
def nothing_else_waits(owner: Any) -> None:
    """What other tests left waiting would be brought up too, which takes long."""
    owner.execute("UPDATE sharing_emergency SET reviewed_at = now() WHERE reviewed_at IS NULL")


def test_who_can_judge_is_reminded_once_a_day(cast: Cast, client_of: Callable[..., Any]) -> None:
    looked(cast)
    remind_of_reviews()
    remind_of_reviews()
    both = sorted([cast.jannie.person, cast.hanneke.person])
    assert reminders(cast) == both
    for event in Event.objects.using("owner").filter(network_id=cast.network, verb=WAITS):
        deliver(event=event.id)
    page = client_of(cast.jannie).get("/voor-mij/").content.decode()
    assert "Zeg nog wat u daarvan vindt" in page
    with clock.at(clock.now() + timedelta(days=1)):
        remind_of_reviews()
    assert len(reminders(cast)) == 4
    notices = Notice.objects.using("owner").filter(network_id=cast.network)
    assert notices.filter(read_at=None).count() == 0


def test_what_was_judged_or_is_of_today_is_left_alone(cast: Cast, owner: Any) -> None:
    looked(cast, reviewed_by_id=cast.jannie.person, reviewed_at=datetime.now(UTC))
    looked(cast)
    owner.execute("UPDATE sharing_emergency SET starts_at = now(), ends_at = now()"
                  " WHERE network_id = %s AND reviewed_at IS NULL", [cast.network])  # fmt: skip
    remind_of_reviews()
    assert reminders(cast) == []
