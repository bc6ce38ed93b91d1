"""What somebody else takes over stays what it is, is handed over by whose it is, and comes back."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agenda.actions import move_visit
from zorgverband.agenda.models import Kind, Part, Visit, VisitChange, VisitTurn
from zorgverband.agenda.queries import visits_between
from zorgverband.base import clock
from zorgverband.base.repeating import FOREVER, Repeat, Rule
from zorgverband.helping.actions import be_away, end_help, give_back, take_help
from zorgverband.helping.models import HelpRequest, HelpTaken
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .asking import DAY, act, asked_by, at, post

WEEK = timedelta(days=7)
Client = Callable[..., Any]


def cooking(cast: Cast, **more: Any) -> tuple[UUID, date]:
    """Marijke cooks every week, from the day after tomorrow."""
    day = clock.today() + 2 * DAY
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie, kind="visit",
                     title="Bezoek", body="Samen koken")  # fmt: skip
    Visit(item_id=item, network_id=cast.network, who_id=cast.marijke.member, first_on=day,
          last_on=day + 10 * WEEK, starts=time(17), repeat="weekly", weekdays=[day.weekday()],
          **more).save(using="owner", force_insert=True)  # fmt: skip
    return item, day


def coming(cast: Cast, day: date) -> list[UUID | None]:
    """Who comes on this day, as the client reads it."""
    with inside(cast.jannie.person, (cast.network,)):
        return [
            one.who for one in visits_between(cast.network, day, day) if not one.cancelled
        ]  # fmt: skip


def asked_over(cast: Cast, item: UUID, **said: Any) -> UUID:
    return asked_by(cast, cast.marijke, task="cooking", what="Samen koken", instead_of=item,
                    starts=time(17), first_to=cast.ria, **said)  # fmt: skip


def test_a_day_that_is_given_back_is_again_of_who_did_it(cast: Cast) -> None:
    item, day = cooking(cast)
    asked = asked_over(cast, item, day=day, weeks=2)
    act(cast, cast.ria, take_help, asked=asked)
    assert coming(cast, day) == coming(cast, day + WEEK) == [cast.ria.member]
    # Somebody called the second one off as well, for a reason of its own: that stays so.
    later = VisitChange.objects.using("owner").filter(item_id=item, on_date=day + WEEK)
    later.update(reason="Op reis", changed_at=clock.now(), changed_by_id=cast.marijke.person)
    act(cast, cast.ria, give_back, asked=asked)
    assert coming(cast, day) == [cast.marijke.member]
    assert coming(cast, day + WEEK) == []
    # And taken once more.
    act(cast, cast.ria, take_help, asked=asked)
    assert coming(cast, day) == [cast.ria.member]


def test_what_is_not_needed_any_more_is_done_by_who_did_it_before(cast: Cast) -> None:
    item, day = cooking(cast)
    asked = asked_over(cast, item, day=day)
    act(cast, cast.ria, take_help, asked=asked)
    assert coming(cast, day) == [cast.ria.member]
    act(cast, cast.marijke, end_help, asked=asked)
    assert coming(cast, day) == [cast.marijke.member]
    # All of it, handed over for good, stays with who does it now.
    asked = asked_over(cast, item, day=day, whole=True, goes_on=True)
    act(cast, cast.ria, take_help, asked=asked)
    act(cast, cast.marijke, end_help, asked=asked)
    assert coming(cast, day) == [cast.ria.member]


def test_all_of_it_given_back_before_it_began_is_as_it_was(cast: Cast) -> None:
    item, day = cooking(cast)
    asked = asked_over(cast, item, day=day, whole=True, goes_on=True)
    for _time in range(2):
        act(cast, cast.ria, take_help, asked=asked)
        assert coming(cast, day) == [cast.ria.member]
        act(cast, cast.ria, give_back, asked=asked)
        assert coming(cast, day) == coming(cast, day + WEEK) == [cast.marijke.member]


def test_what_is_taken_over_days_later_is_on_the_same_days(cast: Cast) -> None:
    today = clock.today()
    first = today - 20 * DAY
    first -= 3 * DAY if first.day > 28 else 0 * DAY
    item, _day = cooking(cast)
    rows = Visit.objects.using("owner").filter(item_id=item)
    for repeat, weekdays in ((Repeat.MONTHLY, []), (Repeat.WEEKLY, [0, 1, 2, 3, 4, 5])):
        rows.update(first_on=first, last_on=FOREVER, repeat=repeat, weekdays=weekdays,
                    stopped_from=None)  # fmt: skip
        asked = asked_over(cast, item, day=today, whole=True, goes_on=True)
        # As if it was asked three weeks ago, for the first time then.
        HelpRequest.objects.using("owner").filter(item_id=asked).update(day=first)
        act(cast, cast.ria, take_help, asked=asked)
        taken = HelpTaken.objects.using("owner").get(item_id=asked).made_id
        made = Visit.objects.using("owner").get(item_id=taken)
        rule = Rule(first, repeat=repeat, weekdays=tuple(weekdays))
        later = Rule(made.first_on, made.last_on, Repeat(made.repeat), tuple(made.weekdays))
        end = today + 200 * DAY
        assert later.days(today, end) == rule.days(today, end), repeat
        assert made.first_on == rows.get().stopped_from == rule.days(today, end)[0]


def test_what_is_taken_over_stays_what_it_is(cast: Cast) -> None:
    day = clock.today() + 2 * DAY
    doctor = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima, kind="visit",
                       title="Ergens naartoe", body="Naar de oogarts")  # fmt: skip
    Visit(item_id=doctor, network_id=cast.network, who_id=cast.marijke.member, kind=Kind.OUT,
          first_on=day, last_on=day, starts=time(9), ends=time(11), window=True, transport="taxi",
          along_name="Wil").save(using="owner", force_insert=True)  # fmt: skip
    asked = asked_by(cast, cast.marijke, task="outings", what="Naar de oogarts", day=day,
                     instead_of=doctor, starts=time(9), ends=time(11), first_to=cast.fatima,
                     subject=Subject.HEALTH)  # fmt: skip
    act(cast, cast.fatima, take_help, asked=asked)
    made = HelpTaken.objects.using("owner").get(item_id=asked).made_id
    visit = Visit.objects.using("owner").get(item_id=made)
    item = Item.objects.using("owner").get(id=made)
    assert (visit.kind, visit.window, visit.transport, visit.along_name) == (
        Kind.OUT, True, "taxi", "Wil",
    )  # fmt: skip
    assert (item.title, item.body) == ("Ergens naartoe", "Naar de oogarts")


def test_who_takes_turns_hands_over_their_own_turns_and_no_more(
    cast: Cast, client_of: Client
) -> None:
    item, day = cooking(cast, rota=[cast.marijke.member, cast.peter.member])
    swap = VisitTurn(network_id=cast.network, item_id=item, on_date=day + 2 * WEEK,
                     part=Part.COMES, member_id=cast.peter.member, set_by_id=cast.peter.person,
                     set_at=clock.now())  # fmt: skip
    swap.save(using="owner")
    asks = reverse("ask_help", args=[cast.network])
    days = {"first_on": day, "last_on": day + 3 * WEEK}
    for who, own in ((cast.marijke, [day]), (cast.peter, [day + n * WEEK for n in (1, 2, 3)])):
        act(cast, who, be_away, **days)
        shown = text(client_of(who).get(at("what_i_do", cast)))
        left = shown[shown.index("Dit doet dan nog niemand") :]
        assert left.count(f'data-item="{item}"') == len(own), who.name
        assert f"instead_of={item}&amp;whole=1" not in shown
        handed = f"{asks}?instead_of={item}&amp;whole=&amp;day={day.isoformat()}"
        assert (handed in shown) is (who is cast.marijke), who.name
    said = {"instead_of": str(item), "whole": "1", "task": "cooking", "day": day.isoformat(),
            "first_to": str(cast.ria.member)}  # fmt: skip
    marijke = client_of(cast.marijke)
    assert post(marijke, asks, **said).status_code == 404
    assert post(marijke, asks, **said | {"whole": ""}).status_code == 302


def test_a_time_that_was_moved_is_not_handed_over_at_its_old_hour(
    cast: Cast, client_of: Client
) -> None:
    item, day = cooking(cast)
    act(cast, cast.marijke, move_visit, visit=item, on_date=day, to=day + DAY, starts=time(12))
    act(cast, cast.marijke, be_away, first_on=day, last_on=day + WEEK)
    shown = text(client_of(cast.marijke).get(at("what_i_do", cast)))
    left = shown[shown.index("Dit doet dan nog niemand") :]
    assert left.count(f'data-item="{item}"') == 2
    assert f"day={(day + DAY).isoformat()}" not in left
    assert f"day={(day + WEEK).isoformat()}" in left
