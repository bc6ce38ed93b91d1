"""A query composed once answers as one that is made anew, for any number of ids and at any moment."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import Q, QuerySet
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.base.composed import NotComposable, composed
from zorgverband.networks.models import Member
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

MANY = 9


def _about(ids: Collection[UUID], network: UUID, circle: str) -> QuerySet[Any, Any]:
    rows = Item.objects.filter(Q(id__in=ids) | Q(body="100% zeker"), network_id=network)
    return rows.filter(circle=circle, subject__gt=0).order_by("id").values("id", "body", "audience")


about = composed(_about)


@composed
def joined_by_now(network: UUID) -> QuerySet[Any, Any]:
    """Who had joined at the moment of the clock."""
    rows = Member.objects.filter(network_id=network, joined_at__lte=clock.now())
    return rows.order_by("id").values_list("id", flat=False)


@composed
def joined_before(network: UUID, day: date) -> QuerySet[Any, Any]:
    """Who had joined before a day."""
    rows = Member.objects.filter(network_id=network, joined_at__date__lt=day)
    return rows.values_list("id")


@composed
def joined_lately(network: UUID) -> QuerySet[Any, Any]:
    """Who joined in the hundred days before the moment, said as a moment and as a day."""
    rows = Member.objects.filter(network_id=network, joined_at__lte=clock.now() + timedelta(1))
    rows = rows.filter(joined_at__gt=clock.now() - timedelta(days=100))
    return rows.filter(joined_at__date__gte=clock.today() - timedelta(days=100)).values_list("id")


@composed
def joined_this_month(network: UUID) -> QuerySet[Any, Any]:
    """Computes with the day: how far back that is differs by day, so it cannot be composed once."""
    first = clock.today().replace(day=1)
    return Member.objects.filter(network_id=network, joined_at__date__gte=first).values_list("id")


@composed
def joined_by_midnight(network: UUID) -> QuerySet[Any, Any]:
    """The same with a moment that stands still during a day."""
    midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return Member.objects.filter(network_id=network, joined_at__lt=midnight).values_list("id")


@composed
def joined_in_summer(network: UUID) -> QuerySet[Any, Any]:
    """Other words in another season."""
    rows = Member.objects.filter(network_id=network).values_list("id")
    return rows if clock.now().month == 6 else rows.filter(side="client")


def test_the_rows_are_those_of_the_same_query_made_anew(cast: Cast, entered: Any) -> None:
    assert cast.other
    ids = [
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body=f"Dag {number}")
        for number in range(MANY)
    ]
    whole = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria, body="100% zeker")
    circle = Item.objects.using("owner").get(id=whole).circle
    with entered(cast.marijke):
        for asked in ([], ids[:1], set(ids), tuple(ids[2:4])):
            same = list(_about(asked, cast.network, circle))
            with CaptureQueriesContext(connection) as statements:
                assert about(asked, cast.network, circle) == same
            assert len(same) == len(asked) + 1
            assert len(statements) == 1
        assert about(ids, cast.other.network, circle) == []
        assert about(ids, cast.network, "somebody else's") == []
    with entered(cast.linda):
        assert about(ids, cast.network, circle) == list(_about(ids, cast.network, circle))


def test_the_moment_and_the_day_are_those_of_each_time_it_is_asked(
    cast: Cast, entered: Any
) -> None:
    with entered(cast.marijke):
        everybody = joined_by_now(cast.network)
        with clock.at(datetime(2001, 1, 1, tzinfo=UTC)):
            assert joined_by_now(cast.network) == []
        assert joined_by_now(cast.network) == everybody != []
        assert joined_before(cast.network, date(2001, 1, 1)) == []
        assert len(joined_before(cast.network, date(2101, 1, 1))) == len(everybody)


def test_a_fixed_time_before_the_moment_moves_along_with_it(cast: Cast, entered: Any) -> None:
    with entered(cast.marijke):
        everybody = joined_lately(cast.network)
        assert everybody
        for days, same in ((-70, []), (30, everybody), (50, [])):
            with clock.at(clock.now() + timedelta(days=days)):
                assert joined_lately(cast.network) == same
        assert joined_lately(cast.network) == everybody


@pytest.mark.parametrize("query", [joined_this_month, joined_by_midnight, joined_in_summer])
def test_a_query_that_would_keep_the_moment_it_was_first_asked_is_refused(
    cast: Cast, entered: Any, query: Any
) -> None:
    with entered(cast.marijke), pytest.raises(NotComposable):
        query(cast.network)
