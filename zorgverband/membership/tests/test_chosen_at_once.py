"""Two who choose another coordinator or first contact at the same moment: there is one afterwards."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Member

from ..actions import appoint_coordinator, appoint_first_contact
from ..actions.appoint import MayNotAppoint

Choice = tuple[Somebody, Somebody]
TRIES = 8


def chosen_at_once(cast: Cast, verb: Callable[..., None], *choices: Choice) -> list[Any]:
    """What each heard; they begin to choose when all have entered."""
    heard: list[Any] = [None] * len(choices)
    start = Barrier(len(choices))

    def one(number: int, who: Somebody, member: Somebody) -> None:
        try:
            with inside(who.person, [cast.network]) as viewer:
                seat = viewer.seat(cast.network)
                start.wait()
                verb(seat=seat, person=who.person, member=member.member)
                # Not committed before the other had time to choose too.
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_sleep(0.1)")
        except (Refusal, DatabaseError) as raised:
            heard[number] = raised
        finally:
            connection.close()

    threads = [Thread(target=one, args=(number, *choice)) for number, choice in enumerate(choices)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard


def those_who(cast: Cast, **role: bool) -> list[Any]:
    rows = Member.objects.using("owner").filter(network_id=cast.network, **role)
    return list(rows.values_list("id", flat=True))


def hanneke_coordinates(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET coordinator = (id = %s) WHERE network_id = %s",
        [cast.hanneke.member, cast.network],
    )


@pytest.mark.slow
def test_of_two_coordinators_chosen_at_once_one_is_left(cast: Cast) -> None:
    for _number in range(TRIES):
        hanneke_coordinates(cast)
        heard = chosen_at_once(
            cast, appoint_coordinator, (cast.jannie, cast.anouk), (cast.hanneke, cast.linda)
        )
        (one,) = those_who(cast, coordinator=True)
        # Who came second leads no more when another was chosen in her place.
        assert [type(each) for each in heard if each] in ([], [MayNotAppoint])
        assert one == (cast.anouk.member if heard[0] is None else cast.linda.member)


@pytest.mark.slow
def test_of_two_first_contacts_chosen_at_once_one_is_left(cast: Cast) -> None:
    for _number in range(TRIES):
        heard = chosen_at_once(
            cast, appoint_first_contact, (cast.jannie, cast.anouk), (cast.hanneke, cast.linda)
        )
        assert heard == [None, None]
        assert len(those_who(cast, first_contact=True)) == 1


def test_the_database_keeps_one_coordinator_whatever_is_written(cast: Cast, entered: Any) -> None:
    with entered(cast.jannie):
        assert Member.objects.filter(id=cast.anouk.member).update(coordinator=True) == 1
    assert those_who(cast, coordinator=True) == [cast.anouk.member]
    with entered(cast.jannie):
        chosen = [cast.ria.member, cast.linda.member]
        assert Member.objects.filter(id__in=chosen).update(coordinator=True) == 2
    assert len(those_who(cast, coordinator=True)) == 1
