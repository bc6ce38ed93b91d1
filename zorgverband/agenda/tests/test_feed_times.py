"""What a feed says of moments: also of a series that was moved, and in the nights the clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.agenda.actions import move_series
from zorgverband.agenda.models import Visit, VisitChange
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Rule
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .test_feeds import events, fed
from .visits import daily, planned

DAY = timedelta(days=1)
# As the database makes them; of these the first digits are no moment before the year 9999.
LATE = UUID("ffffffff-ffff-4fff-bfff-ffffffffffff")


def moved(cast: Cast, visit: UUID, day: date) -> UUID:
    with inside(cast.marijke.person, (cast.network,)) as viewer:
        return move_series(seat=viewer.seat(cast.network), person=cast.marijke.person, visit=visit,
                           on_date=day, to=day, starts=time(15))  # fmt: skip


def test_a_series_at_another_time_was_entered_when_it_was_entered(
    cast: Cast, client_of: Any
) -> None:
    visit, day = planned(cast, cast.marijke, rule=daily()), clock.today() + 2 * DAY
    later = moved(cast, visit, day)
    entered = Item.objects.using("owner").get(id=visit).created_at.astimezone(UTC)
    found = events(Client().get(fed(cast, cast.jannie, client_of)))
    event = found[f"{later}.{day.isoformat()}@zorgverband"]
    assert event["dtstamp"].dt == entered.replace(microsecond=0)
    assert event["dtstart"].dt == datetime.combine(day, time(15), HOME)


def test_whatever_the_number_of_a_visit_is_its_feed_is_read(cast: Cast, client_of: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.marijke, kind="visit")
    late = UUID(int=LATE.int - item.int % 2**62)
    cast.owner.execute("UPDATE sharing_item SET id = %s WHERE id = %s", [late, item])
    day = clock.today()
    Visit(item_id=late, network_id=cast.network, who_name="Wil", first_on=day, last_on=day,
          starts=time(9)).save(using="owner", force_insert=True)  # fmt: skip
    assert len(events(Client().get(fed(cast, cast.jannie, client_of)))) == 1


@pytest.mark.parametrize("ends", [None, time(3, 15)])
def test_nothing_ends_before_it_begins_in_the_night_summer_time_begins(
    cast: Cast, client_of: Any, ends: time | None
) -> None:
    with clock.at(datetime(2027, 3, 20, 12, tzinfo=HOME)):
        planned(cast, cast.marijke, rule=Rule(date(2027, 3, 28)), starts=time(2, 30), ends=ends)
        (event,) = events(Client().get(fed(cast, cast.jannie, client_of))).values()
    length = timedelta(hours=1) if ends is None else timedelta(minutes=45)
    assert event["dtend"].dt - event["dtstart"].dt == length


def test_what_was_moved_to_one_moment_stands_in_one_order(cast: Cast, entered: Any) -> None:
    visit, today = planned(cast, cast.marijke, rule=daily()), clock.today()
    for days in range(1, 9):
        VisitChange(network_id=cast.network, item_id=visit, on_date=today + days * DAY,
                    moved_on=today, starts=time(9)).save(using="owner")  # fmt: skip
    with entered(cast.jannie):
        found = [one.on_date for one in visits_between(cast.network, today, today)]
    assert found == sorted(found)
    assert len(found) == 9
