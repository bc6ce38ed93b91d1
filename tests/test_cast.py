"""The cast itself: it stands under the real locks, and it is quick."""

import time
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast, gather
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject


def test_the_daughter_reads_what_the_nurse_wrote_and_the_municipality_does_not(
    cast: Cast, entered: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    with entered(cast.marijke):
        assert Item.objects.filter(id=item).exists()
    with entered(cast.linda):
        assert not Item.objects.filter(id=item).exists()


def test_a_neighbour_reports_without_reading(cast: Cast, entered: Any) -> None:
    others = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    own = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.ria)
    with entered(cast.ria) as viewer:
        assert viewer.seat(cast.network).may_write(about=cast.jannie.member, subject=Subject.DAY)
        assert list(Item.objects.values_list("id", flat=True)) == [own]
    assert others != own


def test_the_tests_run_as_the_application_role_and_commit(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("zv_app",)
    assert not connection.in_atomic_block
    assert Item.objects.using("owner").filter(network_id=cast.network).count() == 0


def test_somebody_signed_in_is_known(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke)
    assert client.session["_auth_user_id"] == str(cast.marijke.account)


@pytest.mark.slow
def test_gathering_the_cast_takes_less_than_forty_milliseconds(owner: Any) -> None:
    gather(owner)
    begun = time.process_time()
    for _ in range(10):
        gather(owner)
    assert (time.process_time() - begun) / 10 < 0.04
