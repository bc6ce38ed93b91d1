"""What an inbox costs: over 300 networks, with few and with very many notices. Run it with -s."""

import time
from collections.abc import Callable
from statistics import median
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from zorgverband.base.telling import inbox, inbox_count
from zorgverband.sharing.queries import BADGE_AT_MOST

from .test_for_me import many_networks, page_of

pytestmark = pytest.mark.slow
FEW, MANY = 1_000, 100_000


def milliseconds(work: Callable[[], object]) -> float:
    """The middle of nine."""
    times = []
    for _ in range(9):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return median(times) * 1000


def old_notices(cast: Cast, person: UUID, count: int) -> None:
    """This many more notices, read long ago, of the events that are there."""
    cast.owner.execute(
        "INSERT INTO journal_event (id, network_id, verb, item_id, person_id, at)"
        " SELECT gen_random_uuid(), e.network_id, 'edited', e.item_id, e.person_id,"
        "        e.at - (row_number() OVER ()) * interval '1 second'"
        " FROM (SELECT v.* FROM journal_event v JOIN notifications_notice n ON n.event_id = v.id"
        "       WHERE n.person_id = %s) e, generate_series(1, %s) LIMIT %s",
        [person, count, count],
    )
    cast.owner.execute(
        "INSERT INTO notifications_notice (id, person_id, event_id, network_id, item_id, kind, at,"
        " read_at, bundle) SELECT gen_random_uuid(), %s, v.id, v.network_id, v.item_id, 'news', v.at,"
        " now(), '' FROM journal_event v WHERE v.verb = 'edited' AND v.network_id IN"
        " (SELECT network_id FROM notifications_notice WHERE person_id = %s)"
        " ON CONFLICT DO NOTHING",
        [person, person],
    )
    cast.owner.execute("ANALYZE notifications_notice, journal_event")


def test_the_inbox_of_somebody_with_three_hundred_networks(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    many_networks(cast, cast.anouk, 300)
    client = client_of(cast.anouk)
    page_of(client)
    figures: dict[int, tuple[float, ...]] = {}
    for count in (FEW, MANY):
        old_notices(cast, cast.anouk.person, count)
        with entered(cast.anouk):
            figures[count] = (
                milliseconds(lambda: inbox(limit=41)),
                milliseconds(lambda: inbox_count(at_most=BADGE_AT_MOST)),
            )
        figures[count] += (milliseconds(lambda: page_of(client)),)
    for count, (lines, badge, page) in figures.items():
        print(  # noqa: T201 - the figure is what this is for
            f"\n300 networks, {count} notices read before: 41 lines {lines:.1f} ms,"
            f" badge up to 99 {badge:.1f} ms, whole page {page:.1f} ms"
        )
    # Generous, because other work on the machine must not make it fail.
    assert figures[MANY][0] < 3 * figures[FEW][0] + 20
    assert figures[MANY][1] < 3 * figures[FEW][1] + 20
