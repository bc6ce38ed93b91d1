"""Who keeps the installation running sees how long mail and jobs wait, and whether a worker lives."""

import json
import logging
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command

from tests.cast import Cast
from zorgverband.base import clock, jobs, waiting
from zorgverband.base.ids import new_id
from zorgverband.base.waiting import Waiting
from zorgverband.notifications.kinds import Channel
from zorgverband.notifications.models import Delivery
from zorgverband.notifications.waiting import Standing, say_what_is_late, standing

NOON = datetime(2026, 11, 20, 11, 0, tzinfo=UTC)
GOOD = Standing(
    at=NOON, messages={Channel.MAIL: Waiting(3, NOON - timedelta(seconds=9))}, jobs=Waiting(),
    worker=NOON - timedelta(seconds=4),
)  # fmt: skip


def ago(seconds: float) -> datetime:
    return NOON - timedelta(seconds=seconds)


@pytest.fixture
def planned(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """It is noon, and only these messages stand ready: two mails and a push message that should have
    left, a mail that was refused, one of tonight, one that was sent and one that was not needed."""
    rows = Delivery.objects.using("owner")
    rows.filter(sent_at=None, dropped_at=None).update(dropped_at=NOON)
    for columns in (
        {"due_at": ago(75)}, {"due_at": ago(10)}, {"due_at": ago(20), "channel": "push"},
        {"due_at": ago(-240), "attempts": 2}, {"due_at": ago(-9000)},
        {"due_at": ago(999), "sent_at": ago(998)}, {"due_at": ago(999), "dropped_at": ago(998)},
    ):  # fmt: skip
        plain = {"person_id": cast.peter.person, "channel": "mail", "bundle": f"event {new_id()}"}
        rows.create(**plain | columns)
    monkeypatch.setattr(clock, "now", lambda: NOON)
    return cast


def test_what_should_have_left_is_counted_per_channel_and_what_may_wait_is_not(
    planned: Cast,
) -> None:
    assert waiting.waiting_deliveries(now=NOON) == {
        "mail": Waiting(2, ago(75), again=1), "push": Waiting(1, ago(20)),
    }  # fmt: skip
    assert waiting.waiting_deliveries(now=ago(500)) == {
        "mail": Waiting(0, None, again=1), "push": Waiting(0, None),
    }  # fmt: skip


def test_the_log_says_what_is_late_and_of_nobody(
    planned: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert say_what_is_late() == 2
    assert caplog.messages == ["mail: 2 waiting, the oldest 75 s"]
    caplog.clear()
    Delivery.objects.using("owner").filter(due_at=ago(75)).update(sent_at=NOON)
    assert say_what_is_late() == 0
    assert caplog.messages == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"messages": {Channel.PUSH: Waiting(1, ago(301))}},
        {"jobs": Waiting(1, ago(301))},
        {"jobs": Waiting(0, None, again=1)},
        {"worker": None},
        {"worker": ago(61)},
    ],
)
def test_it_is_well_unless_something_waits_too_long_or_failed_or_nobody_works(
    wrong: dict[str, Any],
) -> None:
    assert GOOD.well(most=300)
    assert not replace(GOOD, **wrong).well(most=300)
    assert not GOOD.well(most=8)


def test_a_job_waits_from_when_it_was_asked_and_stays_behind_when_it_failed(cast: Cast) -> None:
    before, event = waiting.waiting_jobs(), new_id()
    jobs.defer("notifications.deliver", event=event)
    asked = waiting.waiting_jobs()
    assert (asked.number, asked.again) == (before.number + 1, before.again)
    assert asked.since is not None
    later(cast, event)
    assert waiting.waiting_jobs().number == before.number
    cast.owner.execute(
        "UPDATE procrastinate_jobs SET status = 'failed' WHERE args->>'event' = %s", [str(event)]
    )
    failed = waiting.waiting_jobs()
    assert (failed.number, failed.again) == (before.number, before.again + 1)
    cast.owner.execute("DELETE FROM procrastinate_jobs WHERE args->>'event' = %s", [str(event)])


def later(cast: Cast, event: UUID) -> None:
    """This job is tried again in an hour."""
    cast.owner.execute(
        "UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 hour'"
        " WHERE args->>'event' = %s", [str(event)],
    )  # fmt: skip


def test_the_command_says_it_to_people_and_to_a_monitor_and_ends_with_1_when_it_is_not_well(
    planned: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "worker_seen", lambda: ago(4))
    monkeypatch.setattr(waiting, "waiting_jobs", lambda: Waiting(12, ago(2)))
    assert standing().well(most=300)
    out = StringIO()
    call_command("waiting", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "mail": {"waiting": 2, "oldest_seconds": 75.0, "again": 1},
        "push": {"waiting": 1, "oldest_seconds": 20.0, "again": 0},
        "jobs": {"waiting": 12, "oldest_seconds": 2.0, "failed": 0},
        "worker_seconds": 4.0,
    }
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("waiting", "--most", "60", stdout=out)
    assert ended.value.code == 1
    assert "mail: 2 te laat, de oudste 75 s; 1 later opnieuw" in out.getvalue()
    assert "4 s geleden gezien" in out.getvalue()


def test_a_worker_that_lives_is_seen(cast: Cast) -> None:
    row = cast.owner.execute(
        "INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id, last_heartbeat"
    ).fetchone()
    assert row is not None
    try:
        seen = waiting.worker_seen()
        assert seen is not None
        assert seen >= row[1]
    finally:
        cast.owner.execute("DELETE FROM procrastinate_workers WHERE id = %s", [row[0]])
