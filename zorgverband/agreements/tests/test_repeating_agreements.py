"""What is done more than once: each day ticked off, once; over month ends and summer time."""

import threading
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.agreements import actions
from zorgverband.agreements.actions.answering import AlreadyMarked
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.actions.tick_agreement import NotAgreedYet, NotOnThatDay
from zorgverband.agreements.models import Agreement, AgreementTick
from zorgverband.agreements.queries import agreement as read
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.refusals import Refusal
from zorgverband.base.repeating import Repeat, Rule

from .asking import asked, page, post, state

TODAY = date.min


@pytest.fixture(autouse=True)
def _today() -> None:
    """Which day it is when the test begins: a run may go on past midnight."""
    global TODAY
    TODAY = clock.today()


def daily(first: date | None = None) -> Terms:
    return Terms(rule=Rule(first or clock.today(), repeat=Repeat.DAILY))


def agreed(cast: Cast, who: Somebody, terms: Terms) -> UUID:
    """Asked by the daughter and accepted."""
    agreement = asked(cast, cast.marijke, who, terms=terms)
    act(cast, who, "accept_agreement", agreement)
    return agreement


def act(cast: Cast, who: Somebody, verb: str, agreement: UUID, **said: Any) -> None:
    with inside(who.person, (cast.network,)) as viewer:
        getattr(actions, verb)(
            seat=viewer.seat(cast.network), person=who.person, agreement=agreement, **said
        )


def test_each_day_is_ticked_off_and_the_second_hears_who_was_first(
    cast: Cast, client_of: Any
) -> None:
    agreement = agreed(cast, cast.fatima, daily())
    at, day = page("tick_agreement", cast, agreement), TODAY.isoformat()
    assert post(client_of(cast.fatima), at, on_date=day).status_code == 302
    assert state(agreement) == "running"
    second = post(client_of(cast.sanne), at, on_date=day)
    assert second.status_code == 409
    assert "Was al gedaan door Fatima El Amrani, " in text(second)
    assert AgreementTick.objects.using("owner").filter(item_id=agreement).count() == 1
    shown = text(client_of(cast.marijke).get(page("agreement", cast, agreement)))
    assert "Gedaan op" in shown
    assert "elke dag" in shown


def test_of_two_who_tick_at_the_same_moment_one_counts(cast: Cast) -> None:
    agreement = agreed(cast, cast.fatima, daily())
    ready, heard = threading.Barrier(2), []

    def tick(who: Somebody) -> None:
        try:
            with inside(who.person, (cast.network,)) as viewer:
                ready.wait(10)
                actions.tick_agreement(
                    seat=viewer.seat(cast.network), person=who.person, agreement=agreement,
                    on_date=TODAY,
                )  # fmt: skip
            heard.append((who.name, "done"))
        except AlreadyMarked as refusal:
            heard.append((who.name, str(refusal.values["name"])))
        finally:
            connection.close()

    threads = [threading.Thread(target=tick, args=[who]) for who in (cast.fatima, cast.sanne)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    first = next(name for name, words in heard if words == "done")
    assert sorted(words for _name, words in heard) == sorted(["done", first])


def test_only_who_does_it_ticks_on_a_day_of_the_rule_and_after_a_yes(cast: Cast) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima, terms=daily())
    with pytest.raises(NotAgreedYet):
        act(cast, cast.fatima, "tick_agreement", agreement, on_date=TODAY)
    act(cast, cast.fatima, "accept_agreement", agreement)
    for day in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(NotOnThatDay):
            act(cast, cast.fatima, "tick_agreement", agreement, on_date=day)
    for other in (cast.marijke, cast.peter, cast.jannie):
        with pytest.raises(Refusal):
            act(cast, other, "tick_agreement", agreement, on_date=TODAY)
    act(cast, cast.fatima, "tick_agreement", agreement, on_date=TODAY)


def test_past_the_action_the_lock_refuses_a_tick_of_another(cast: Cast, entered: Any) -> None:
    agreement = agreed(cast, cast.fatima, daily())

    def row(who: Somebody) -> AgreementTick:
        return AgreementTick(network_id=cast.network, item_id=agreement, on_date=TODAY,
                             person_id=who.person, member_id=who.member, at=clock.now())  # fmt: skip

    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        AgreementTick.objects.bulk_create([row(cast.marijke)])
    with entered(cast.sanne):
        AgreementTick.objects.bulk_create([row(cast.sanne)])


def _read_at(cast: Cast, agreement: UUID, moment: datetime) -> Any:
    with clock.at(moment), inside(cast.marijke.person, (cast.network,)):
        return read(network=cast.network, id=agreement)


def test_nine_in_the_morning_stays_nine_when_summer_time_begins_and_ends(cast: Cast) -> None:
    for change in (date(2027, 3, 28), date(2027, 10, 31)):
        start = datetime.combine(change - timedelta(days=3), time(8), tzinfo=HOME)
        with clock.at(start):
            agreement = agreed(cast, cast.peter, daily(change - timedelta(days=3)))
            one = _read_at(cast, agreement, start)
        for days in range(4):
            day = change - timedelta(days=2) + timedelta(days=days)
            moment = datetime.combine(day, time(9), tzinfo=HOME)
            assert one.reminder_for(day) == moment
            assert one.to_remind(moment - timedelta(minutes=1)) is None
            assert one.to_remind(moment) == day
            assert moment.astimezone(UTC).hour == (7 if moment.dst() else 8)


def test_every_month_on_the_thirty_first_is_the_last_day_of_a_shorter_month(cast: Cast) -> None:
    with clock.at(datetime(2027, 1, 31, 12, tzinfo=HOME)):
        agreement = agreed(
            cast, cast.peter, Terms(rule=Rule(date(2027, 1, 31), repeat=Repeat.MONTHLY))
        )
        act(cast, cast.peter, "tick_agreement", agreement, on_date=date(2027, 1, 31))
    for day in (date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)):
        with clock.at(datetime.combine(day, time(12), tzinfo=HOME)):
            before = day - timedelta(days=1)
            with pytest.raises(NotOnThatDay):
                act(cast, cast.peter, "tick_agreement", agreement, on_date=before)
            act(cast, cast.peter, "tick_agreement", agreement, on_date=day)
    assert AgreementTick.objects.using("owner").filter(item_id=agreement).count() == 4


def test_a_missed_day_is_late_first_for_who_does_it_and_after_their_reminder_for_others(
    cast: Cast,
) -> None:
    noon = datetime.combine(TODAY, time(12), tzinfo=HOME)
    agreement = agreed(cast, cast.peter, Terms(due_on=TODAY))
    act(cast, cast.peter, "set_reminder", agreement, days=2, at=time(10))

    def late(member: Somebody, days: int, hour: int) -> bool:
        moment = datetime.combine(TODAY + timedelta(days=days), time(hour), tzinfo=HOME)
        with clock.at(moment):
            return bool(_read_at(cast, agreement, moment).late_for(member.member))

    assert not late(cast.peter, 0, 23)
    assert late(cast.peter, 1, 8)
    assert not late(cast.marijke, 1, 8)
    assert not late(cast.marijke, 2, 9)
    assert late(cast.marijke, 2, 11)
    assert noon < _read_at(cast, agreement, noon).reminder_for(TODAY)


def test_in_the_week_it_is_late_once_and_not_on_the_days_to_come(
    cast: Cast, client_of: Any
) -> None:
    with clock.at(datetime.combine(TODAY - timedelta(days=3), time(12), tzinfo=HOME)):
        agreed(cast, cast.peter, daily(TODAY - timedelta(days=3)))
    shown = text(client_of(cast.peter).get(page("plan_week", cast)))
    late, *days = shown.split("<h2>")[1:]
    assert late.startswith("Te laat</h2>")
    assert "status-overdue" in late
    assert len(days) == 7
    assert not [day for day in days if "status-overdue" in day]


def test_standing_still_is_not_late(cast: Cast) -> None:
    agreement = agreed(cast, cast.peter, Terms(due_on=TODAY))
    later = datetime.combine(TODAY + timedelta(days=5), time(12), tzinfo=HOME)
    with clock.at(later):
        assert _read_at(cast, agreement, later).late_for(cast.marijke.member)
        act(cast, cast.peter, "hold_agreement", agreement)
        assert not _read_at(cast, agreement, later).late_for(cast.peter.member)
        act(cast, cast.marijke, "resume_agreement", agreement)
        assert _read_at(cast, agreement, later).late_for(cast.peter.member)


def test_a_form_makes_it_repeat_and_asks_which_days(cast: Cast, client_of: Any) -> None:
    client, at = client_of(cast.marijke), page("ask_agreement", cast)
    typed = {"what": "Wandelen", "executor": str(cast.peter.member), "subject": 6,
             "circle": "everyone", "repeat": "weekly"}  # fmt: skip
    refused = post(client, at, **typed)
    assert refused.status_code == 422
    assert "Kies op welke dagen van de week het is." in text(refused)
    assert post(client, at, **typed, weekday=["1", "4"]).status_code == 302
    row = Agreement.objects.using("owner").get(network=cast.network)
    assert (row.repeat, row.weekdays, row.due_on) == ("weekly", [1, 4], None)
    assert row.first_on is not None
    assert row.first_on.weekday() in (1, 4)
