"""Some days of a repeating agreement are taken over: each day has one executor, and back again."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agreements.agreed import Agreed
from zorgverband.agreements.models import Agreement
from zorgverband.agreements.queries import done_by
from zorgverband.base import clock
from zorgverband.helping.actions import give_back, take_help
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import long_date

from .asking import act, asked_by

DAY = timedelta(days=1)


def daily(cast: Cast) -> UUID:
    """Marijke fetches the post every day, since a week."""
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie,
                     kind="agreement", title="Post halen")  # fmt: skip
    Agreement(item_id=item, network_id=cast.network, executor_id=cast.marijke.member,
              first_on=clock.today() - 7 * DAY, repeat="daily", state="running",
              state_at=clock.now()).save(using="owner", force_insert=True)  # fmt: skip
    return item


def read(cast: Cast, who: Somebody) -> list[Agreed]:
    """What this person does, as they read it."""
    with inside(who.person, (cast.network,)):
        return done_by(cast.network, who.member)


def who_does(cast: Cast, day: date) -> list[str]:
    """Who has the post to fetch on this day."""
    found = []
    for who in (cast.marijke, cast.ria):
        for one in read(cast, who):
            days = one.days(day, day) if one.repeats else [one.due_on]
            found += [who.name] if day in days else []
    return found


def test_a_day_that_is_taken_over_has_one_executor(
    cast: Cast, client_of: Callable[..., Any]
) -> None:
    item, day = daily(cast), clock.today() + 2 * DAY
    asked = asked_by(cast, cast.marijke, task="paperwork", what="Post halen", instead_of=item,
                     day=day, first_to=cast.ria)  # fmt: skip
    assert who_does(cast, day) == [cast.marijke.name]
    act(cast, cast.ria, take_help, asked=asked)
    assert who_does(cast, day) == [cast.ria.name]
    assert who_does(cast, day + DAY) == [cast.marijke.name]
    (mine,) = read(cast, cast.marijke)
    assert day not in mine.days(clock.today(), day + 7 * DAY)
    assert mine.next_on(day - DAY) == day + DAY
    address = reverse("agreement", args=[cast.network, item])
    page = text(client_of(cast.marijke).get(address))
    assert "Iemand anders doet het op" in page
    assert long_date(day) in page
    # The week of the plan names one for that day, and the plan page reads the same.
    for name in ("plan_week", "plan", "agreements"):
        assert client_of(cast.marijke).get(reverse(name, args=[cast.network])).status_code == 200
    act(cast, cast.ria, give_back, asked=asked)
    assert who_does(cast, day) == [cast.marijke.name]
    assert "Iemand anders doet het op" not in text(client_of(cast.marijke).get(address))


def test_a_day_of_another_is_not_late_and_not_to_tick(cast: Cast) -> None:
    item, today = daily(cast), clock.today()
    asked = asked_by(cast, cast.marijke, task="paperwork", what="Post halen", instead_of=item,
                     day=today, weeks=2, first_to=cast.ria)  # fmt: skip
    (before,) = read(cast, cast.marijke)
    assert before.to_tick(today) == today
    act(cast, cast.ria, take_help, asked=asked)
    (after,) = read(cast, cast.marijke)
    assert after.handed == {today, today + 7 * DAY}
    assert after.to_tick(today) != today
    assert after.missed_on(today + DAY) is None
    # What came of it fails where it stands: then it is hers again.
    made = Agreement.objects.using("owner").filter(network=cast.network, executor=cast.ria.member)
    made.update(state="failed")
    (again,) = read(cast, cast.marijke)
    assert again.handed == frozenset()
    assert again.to_tick(today) == today


def test_who_may_not_know_that_it_was_taken_over_reads_the_agreement_as_it_was(cast: Cast) -> None:
    item, day = daily(cast), clock.today() + 2 * DAY
    asked = asked_by(
        cast, cast.marijke, task="paperwork", what="Post halen", instead_of=item, day=day,
        first_to=cast.ria, audience=[cast.marijke.member, cast.ria.member, cast.jannie.member],
    )  # fmt: skip
    act(cast, cast.ria, take_help, asked=asked)
    for who, knows in ((cast.jannie, True), (cast.peter, False)):
        with inside(who.person, (cast.network,)):
            (found,) = done_by(cast.network, cast.marijke.member)
            assert (day in found.handed) is knows, who.name
