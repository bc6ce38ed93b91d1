"""Kill -9 of a real worker in the middle of a burst: everybody still hears of everything once."""

import os
import signal
import time
from collections import Counter
from email import message_from_bytes
from functools import partial
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast, Somebody
from tests.running import Site, wait_until
from zorgverband.notifications.actions import set_preferences
from zorgverband.notifications.kinds import Kind, Pace
from zorgverband.notifications.models import Delivery, Notice
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject

pytestmark = pytest.mark.slow
BURST = 120
KILLS = 4


def at_once(entered: Any, who: Somebody) -> None:
    """Let somebody hear of everything at once, at any hour."""
    with entered(who):
        set_preferences(
            person=who.person, paces=dict.fromkeys(Kind, Pace.AT_ONCE), quiet=False, quiet_from=22,
            quiet_until=7, work_hours=False,
        )  # fmt: skip


def burst(cast: Cast, entered: Any) -> list[UUID]:
    """The daughter writes a lot, through the same action as the pages, with a job for each."""
    items = []
    for number in range(BURST):
        with entered(cast.marijke) as viewer:
            seat = viewer.seat(cast.network)
            item = share(
                seat=seat, person=cast.marijke.person, about=cast.jannie.member,
                subject=Subject.DAY, kind="note", body=f"Bericht {number}",
            )  # fmt: skip
            items.append(item.id)
    return items


def _fewer(cast: Cast, than: int) -> bool:
    return waiting(cast) < than


def waiting(cast: Cast) -> int:
    """How many jobs of telling are not done yet."""
    row = cast.owner.execute(
        "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing')"
        " AND task_name IN ('notifications.deliver', 'notifications.send')"
    ).fetchone()
    assert row
    return int(row[0])


def test_everybody_entitled_hears_of_everything_once_also_over_kill_9(
    cast: Cast, entered: Any, site: Site
) -> None:
    readers = {cast.jannie, cast.peter, cast.fatima, cast.sanne, cast.anouk, cast.joost,
               cast.hanneke}  # fmt: skip
    for who in (cast.peter, cast.anouk, cast.ria, cast.linda):
        at_once(entered, who)
    items = burst(cast, entered)
    for _ in range(KILLS):
        left = waiting(cast)
        with site.worker() as process:
            wait_until(partial(_fewer, cast, left - 3), seconds=20, what="some work")
            time.sleep(0.05)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    # What the dead left: jobs that look busy, mails that were claimed.
    _a_minute_passes(cast)
    with site.worker():
        wait_until(lambda: waiting(cast) == 0, seconds=150, what="the rescue")
    events = dict(
        cast.owner.execute(
            "SELECT id, item_id FROM journal_event WHERE network_id = %s", [cast.network]
        ).fetchall()
    )
    assert sorted(events.values()) == sorted(items)
    told = Counter(
        Notice.objects.using("owner")
        .filter(network_id=cast.network)
        .values_list("person", "event_id")
    )
    assert told == Counter(
        (who.person, event) for who in told_to(readers, told) for event in events
    )
    _release_claims(cast)
    with site.worker():
        wait_until(lambda: _unsent(cast) == 0, seconds=330, what="the mails")
    mails = Counter(message_from_bytes(mail.read_bytes())["To"] for mail in site.mail.glob("*.eml"))
    assert mails[cast.peter.email] == mails[cast.anouk.email] == BURST
    assert not mails[cast.ria.email]
    assert not mails[cast.linda.email]


def told_to(readers: set[Somebody], told: Counter[Any]) -> list[Somebody]:
    """Those of the readers who were told of anything; who may not read the day is told nothing."""
    found = [who for who in readers if any(person == who.person for person, _ in told)]
    assert len(found) >= 5
    return found


def _unsent(cast: Cast) -> int:
    rows = Delivery.objects.using("owner").filter(
        person__in=[cast.peter.person, cast.anouk.person], sent_at=None
    )
    return rows.count()


def _a_minute_passes(cast: Cast) -> None:
    """The dead are known to be dead, and the next worker begins with looking for what they left."""
    cast.owner.execute(
        "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 minute'"
    )
    cast.owner.execute(
        "DELETE FROM procrastinate_periodic_defers WHERE task_name = 'notifications.rescue'"
    )


def _release_claims(cast: Cast) -> None:
    """Ten minutes pass for what a dead worker had claimed, and there is something to send it."""
    cast.owner.execute(
        "UPDATE notifications_delivery SET claimed_at = claimed_at - interval '11 minutes'"
        " WHERE sent_at IS NULL AND person_id = ANY (%s)",
        [[cast.peter.person, cast.anouk.person]],
    )
    cast.owner.execute(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
        " VALUES ('default', 'notifications.send', '{}')"
    )
