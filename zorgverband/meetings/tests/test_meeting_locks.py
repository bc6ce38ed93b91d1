"""The locks on meetings themselves: what somebody said of themselves, nobody says for them; and who
leads a meeting neither counts nor changes points they cannot see."""

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.meetings.models import Participant, Point
from zorgverband.sharing.subjects import Subject

from .calling import brought, called

REFUSED = pytest.raises(ProgrammingError)


def test_who_asks_somebody_does_not_say_that_they_are_ready(cast: Cast) -> None:
    meeting = called(cast, cast.fatima)
    there = {"network_id": cast.network, "item_id": meeting, "member_id": cast.linda.member}
    for said in ({"ready_at": clock.now()}, {"confirmed_at": clock.now()}):
        with REFUSED, inside(cast.fatima.person, [cast.network]):
            Participant.objects.bulk_create([Participant(**there, **said)])
    with inside(cast.fatima.person, [cast.network]):
        Participant.objects.bulk_create([Participant(**there)])


def test_nobody_drops_a_point_in_the_name_of_another(cast: Cast) -> None:
    point = brought(cast, cast.fatima, called(cast, cast.fatima), "De sleutel")
    rows, now = Point.objects.filter(item_id=point), clock.now()
    with REFUSED, inside(cast.fatima.person, [cast.network]):
        rows.update(dropped_at=now, dropped_by_id=cast.hanneke.person)
    with inside(cast.fatima.person, [cast.network]):
        assert rows.update(dropped_at=now, dropped_by_id=cast.fatima.person) == 1


def test_who_leads_neither_counts_nor_moves_a_point_they_do_not_see(cast: Cast) -> None:
    meeting = called(cast, cast.linda, invited=(cast.jannie, cast.fatima))
    brought(cast, cast.fatima, meeting, "De zwachtel", Subject.HEALTH)
    brought(cast, cast.fatima, meeting, "De sleutel")
    # Without a word about which points: a statement that reads nothing meets no lock on reading.
    with inside(cast.linda.person, [cast.network]):
        assert Point.objects.update(place=7.0) == 1
    places = Point.objects.using("owner").filter(meeting=meeting).values_list("place", flat=True)
    assert sorted(places) != [7.0, 7.0]
    with inside(cast.fatima.person, [cast.network]):
        assert Point.objects.update(place=8.0) == 2
