"""When somebody hears of something: quiet hours, working hours, digests, by the Dutch clock."""

from datetime import UTC, datetime, timedelta

import pytest

from zorgverband.base.clock import HOME
from zorgverband.base.ids import new_id
from zorgverband.notifications.kinds import Pace
from zorgverband.notifications.timing import Peace, first_calm, next_digest, peace_of, plan

FAMILY, WORKER = peace_of(side="family"), peace_of(side="care")


def local(text: str) -> datetime:
    """A moment by the Dutch clock: 'yyyy-mm-dd hh:mm'."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=HOME)


@pytest.mark.parametrize(
    ("peace", "moment", "calm"),
    [
        (FAMILY, "2026-11-20 15:00", "2026-11-20 15:00"),
        (FAMILY, "2026-11-20 21:59", "2026-11-20 21:59"),
        (FAMILY, "2026-11-20 22:00", "2026-11-21 07:00"),
        (FAMILY, "2026-11-21 03:10", "2026-11-21 07:00"),
        (FAMILY, "2026-11-21 07:00", "2026-11-21 07:00"),
        (Peace(quiet=False), "2026-11-21 03:10", "2026-11-21 03:10"),
        (Peace(quiet_from=12, quiet_until=14), "2026-11-21 12:30", "2026-11-21 14:00"),
        (WORKER, "2026-11-20 10:00", "2026-11-20 10:00"),
        (WORKER, "2026-11-20 18:00", "2026-11-23 08:00"),
        (WORKER, "2026-11-22 11:00", "2026-11-23 08:00"),
        # The nights in which the clock is put forward and back.
        (FAMILY, "2026-03-28 23:30", "2026-03-29 07:00"),
        (FAMILY, "2026-10-24 23:30", "2026-10-25 07:00"),
    ],
)
def test_nobody_is_disturbed_before_the_first_calm_hour(
    peace: Peace, moment: str, calm: str
) -> None:
    assert first_calm(local(moment), peace) == local(calm)


@pytest.mark.parametrize(
    ("peace", "pace", "moment", "leaves"),
    [
        (FAMILY, Pace.DAILY, "2026-11-20 16:00", "2026-11-20 17:00"),
        (FAMILY, Pace.DAILY, "2026-11-20 16:59", "2026-11-21 17:00"),
        (FAMILY, Pace.DAILY, "2026-11-20 17:00", "2026-11-21 17:00"),
        (FAMILY, Pace.WEEKLY, "2026-11-20 16:00", "2026-11-20 17:00"),
        (FAMILY, Pace.WEEKLY, "2026-11-20 18:00", "2026-11-27 17:00"),
        (WORKER, Pace.DAILY, "2026-11-20 10:00", "2026-11-23 08:00"),
        (WORKER, Pace.DAILY, "2026-11-20 07:00", "2026-11-20 08:00"),
        (WORKER, Pace.WEEKLY, "2026-11-20 10:00", "2026-11-23 08:00"),
    ],
)
def test_a_digest_leaves_at_its_hour(peace: Peace, pace: Pace, moment: str, leaves: str) -> None:
    assert next_digest(local(moment), pace=pace, peace=peace) == local(leaves)


def test_what_is_at_once_goes_out_by_itself_and_now() -> None:
    event, now = new_id(), local("2026-11-20 15:00")
    planned = plan(event=event, happened_at=now, now=now, pace=Pace.AT_ONCE, peace=FAMILY)
    assert planned.due_at == now
    assert str(event) in planned.bundle


def test_what_happens_in_one_night_goes_out_together_in_the_morning() -> None:
    plans = {
        plan(event=new_id(), happened_at=now, now=now, pace=Pace.AT_ONCE, peace=FAMILY)
        for now in (local("2026-11-20 22:30"), local("2026-11-21 02:00"))
    }
    assert len(plans) == 1
    assert plans.pop().due_at == local("2026-11-21 07:00")


def test_what_is_old_when_it_is_handed_out_waits_for_the_mail_of_the_day() -> None:
    now = local("2026-11-20 15:00")
    for age, together in ((timedelta(hours=23), False), (timedelta(hours=25), True)):
        planned = plan(
            event=new_id(), happened_at=now - age, now=now, pace=Pace.AT_ONCE, peace=FAMILY
        )
        assert planned.bundle.startswith("daily") is together


def test_who_wants_no_mail_gets_none() -> None:
    now = datetime.now(UTC)
    assert not plan(event=new_id(), happened_at=now, now=now, pace=Pace.NEVER, peace=FAMILY).bundle
