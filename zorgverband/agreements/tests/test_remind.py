"""Reminding who promised something: at the time they chose, once, and nobody else."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.actions.remind_agreement import ReminderTooFar
from zorgverband.agreements.jobs import send_reminders
from zorgverband.base import clock
from zorgverband.base.clock import HOME
from zorgverband.journal.models import Event

from .asking import page, post
from .test_repeating_agreements import act, agreed, daily

TODAY = date.min


@pytest.fixture(autouse=True)
def _today() -> None:
    """Which day it is when the test begins: a run may go on past midnight."""
    global TODAY
    TODAY = clock.today()


def reminded(agreement: Any) -> list[Any]:
    rows = Event.objects.using("owner").filter(item_id=agreement, verb="agreement_reminder")
    return list(rows.values_list("to_person_id", flat=True))


def test_who_does_it_is_reminded_once_at_the_chosen_time_and_nobody_else(cast: Cast) -> None:
    agreement = agreed(cast, cast.peter, Terms(due_on=TODAY + timedelta(days=3)))
    act(cast, cast.peter, "set_reminder", agreement, days=-1, at=time(18, 30))
    moment = datetime.combine(TODAY + timedelta(days=2), time(18, 30), tzinfo=HOME)
    with clock.at(moment - timedelta(minutes=1)):
        send_reminders()
        assert reminded(agreement) == []
    with clock.at(moment):
        send_reminders()
        send_reminders()
    assert reminded(agreement) == [cast.peter.person]


def test_what_repeats_is_reminded_of_each_day_that_is_not_ticked_off(cast: Cast) -> None:
    agreement = agreed(cast, cast.peter, daily())
    for day, done in ((0, False), (1, True), (2, False)):
        with clock.at(datetime.combine(TODAY + timedelta(days=day), time(9), tzinfo=HOME)):
            if done:
                on = TODAY + timedelta(days=day)
                act(cast, cast.peter, "tick_agreement", agreement, on_date=on)
            send_reminders()
    assert len(reminded(agreement)) == 2


def test_what_repeats_is_reminded_of_just_before_midnight_too(cast: Cast) -> None:
    agreement = agreed(cast, cast.peter, daily())
    act(cast, cast.peter, "set_reminder", agreement, days=0, at=time(23, 58))
    before = datetime.combine(TODAY, time(23, 55), tzinfo=HOME)
    for minutes, count in ((0, 0), (5, 1), (10, 1), (24 * 60, 1), (24 * 60 + 5, 2)):
        with clock.at(before + timedelta(minutes=minutes)):
            send_reminders()
        assert len(reminded(agreement)) == count, minutes


def test_of_yesterday_nobody_is_reminded_later_in_the_day(cast: Cast) -> None:
    agreement = agreed(cast, cast.peter, daily())
    night = datetime.combine(TODAY + timedelta(days=1), time(0, 10), tzinfo=HOME)
    for at, count in ((time(9), 0), (time(23, 30), 0), (time(23, 50), 1)):
        act(cast, cast.peter, "set_reminder", agreement, days=0, at=at)
        with clock.at(night):
            send_reminders()
        assert len(reminded(agreement)) == count, at


def test_of_a_team_who_said_yes_is_reminded(cast: Cast) -> None:
    agreement = agreed(cast, cast.fatima, Terms(due_on=TODAY))
    with clock.at(datetime.combine(TODAY, time(9), tzinfo=HOME)):
        send_reminders()
    assert reminded(agreement) == [cast.fatima.person]


def test_of_a_team_nobody_else_is_reminded_who_let_it_go_on(cast: Cast) -> None:
    # A reminder that the wall refuses would stop those of everybody after it.
    first = agreed(cast, cast.fatima, Terms(due_on=TODAY))
    act(cast, cast.jannie, "hold_agreement", first, reason="Ik ben weg.")
    act(cast, cast.jannie, "resume_agreement", first)
    second = agreed(cast, cast.peter, Terms(due_on=TODAY))
    gone = agreed(cast, cast.sanne, Terms(due_on=TODAY))
    cast.owner.execute("UPDATE people_teamperson SET ends_at = now() WHERE person_id = %s",
                       [cast.sanne.person])  # fmt: skip
    with clock.at(datetime.combine(TODAY, time(9), tzinfo=HOME)):
        send_reminders()
    assert reminded(first) == [cast.fatima.person]
    assert reminded(second) == [cast.peter.person]
    assert reminded(gone) == []


def test_what_is_not_agreed_or_may_not_be_read_any_more_reminds_nobody(cast: Cast) -> None:
    from zorgverband.sharing.subjects import Subject

    agreement = agreed(cast, cast.joost, Terms(due_on=TODAY))
    cast.permit(cast.joost, Subject.ARRANGEMENTS, about=cast.jannie)
    with clock.at(datetime.combine(TODAY, time(23), tzinfo=HOME)):
        send_reminders()
    assert reminded(agreement) == []


def test_only_who_does_it_chooses_when_and_not_too_late(cast: Cast, client_of: Any) -> None:
    agreement = agreed(cast, cast.peter, Terms(due_on=TODAY))
    with pytest.raises(ReminderTooFar):
        act(cast, cast.peter, "set_reminder", agreement, days=8, at=time(9))
    at = page("set_reminder", cast, agreement)
    refused = post(client_of(cast.marijke), at, remind_days="1", remind_at="09:00")
    assert refused.status_code == 403
    wrong = post(client_of(cast.peter), at, remind_days="1", remind_at="laat")
    assert "Vul in hoe laat" in text(wrong)
    assert post(client_of(cast.peter), at, remind_days="1", remind_at="20:15").status_code == 302
