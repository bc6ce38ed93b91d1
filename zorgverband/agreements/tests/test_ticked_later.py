"""What repeats and is answered or ticked off days later: no day is forgotten or becomes another."""

from datetime import date, datetime, time, timedelta
from typing import Any

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.base.repeating import Repeat, Rule

from .asking import asked, page, post, state
from .test_repeating_agreements import _read_at, act, agreed, daily

DAY = timedelta(days=1)


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=HOME)


def test_a_first_tick_does_not_hide_that_the_day_before_was_missed(
    cast: Cast, client_of: Any
) -> None:
    today = clock.today()
    with clock.at(noon(today - 2 * DAY)):
        agreement = agreed(cast, cast.peter, daily(today - 2 * DAY))
    one = _read_at(cast, agreement, noon(today))
    assert one.missed_on(today) == today - DAY
    act(cast, cast.peter, "tick_agreement", agreement, on_date=today)
    assert state(agreement) == "running"
    one = _read_at(cast, agreement, noon(today))
    assert one.missed_on(today) == one.to_tick(today) == today - DAY
    peter = client_of(cast.peter)
    assert "Gisteren gedaan" in text(peter.get(page("agreement", cast, agreement)))
    at = page("tick_agreement", cast, agreement)
    assert post(peter, at, on_date=(today - DAY).isoformat()).status_code == 302
    assert _read_at(cast, agreement, noon(today)).missed_on(today) is None


def test_while_it_stood_still_nothing_was_missed(cast: Cast) -> None:
    # The control: from when it goes on again, days count.
    today = clock.today()
    with clock.at(noon(today - 5 * DAY)):
        agreement = agreed(cast, cast.peter, daily(today - 5 * DAY))
        act(cast, cast.peter, "hold_agreement", agreement)
    act(cast, cast.peter, "resume_agreement", agreement)
    assert _read_at(cast, agreement, noon(today)).missed_on(today) is None


def test_another_proposal_for_what_repeats_is_on_the_same_days(cast: Cast) -> None:
    begun = date(clock.today().year + 1, 1, 5)
    rules = {
        Repeat.MONTHLY: Rule(begun, repeat=Repeat.MONTHLY),
        Repeat.BIWEEKLY: Rule(begun, repeat=Repeat.BIWEEKLY, weekdays=(begun.weekday(),)),
        Repeat.WEEKLY: Rule(begun, repeat=Repeat.WEEKLY),
    }
    for repeat, rule in rules.items():
        with clock.at(noon(begun)):
            old = asked(cast, cast.marijke, cast.hanneke, terms=Terms(rule=rule))
        with clock.at(noon(begun + 9 * DAY)):
            act(cast, cast.hanneke, "counter_agreement", old, what="Liever samen")
        new = Agreement.objects.using("owner").get(instead_of_id=old)
        assert new.first_on is not None
        found = Rule(new.first_on, new.last_on, Repeat(new.repeat), tuple(new.weekdays))
        first, last = begun + 9 * DAY, begun + 120 * DAY
        assert found.days(first, last) == rule.days(first, last), repeat
