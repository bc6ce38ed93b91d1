"""Two who choose another coordinator or first contact, or add the same team, at the same moment: there
is one afterwards."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import DatabaseError, connection

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.refusals import Refusal
from zorgverband.networks.models import Member

from ..actions import Newcomer, admit, appoint_coordinator, appoint_first_contact
from ..actions.admit import AlreadyIn
from ..actions.appoint import MayNotAppoint
from .test_effect import a_team

Choice = tuple[Somebody, dict[str, Any]]
TRIES = 8


def chosen_at_once(cast: Cast, verb: Callable[..., Any], *choices: Choice) -> list[Any]:
    """What each heard; they begin to choose when all have entered."""
    heard: list[Any] = [None] * len(choices)
    start = Barrier(len(choices))

    def one(number: int, who: Somebody, chosen: dict[str, object]) -> None:
        try:
            with inside(who.person, [cast.network]) as viewer:
                seat = viewer.seat(cast.network)
                start.wait()
                verb(seat=seat, person=who.person, **chosen)
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


def those_who(cast: Cast, **role: object) -> list[Any]:
    rows = Member.objects.using("owner").filter(network_id=cast.network, **role)
    return list(rows.values_list("id", flat=True))


def hanneke_coordinates(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET coordinator = (id = %s) WHERE network_id = %s",
        [cast.hanneke.member, cast.network],
    )


def two(cast: Cast) -> tuple[Choice, Choice]:
    """The client chooses Anouk, the coordinator Linda."""
    return (
        (cast.jannie, {"member": cast.anouk.member}),
        (cast.hanneke, {"member": cast.linda.member}),
    )


@pytest.mark.slow
def test_of_two_coordinators_chosen_at_once_one_is_left(cast: Cast) -> None:
    for _number in range(TRIES):
        hanneke_coordinates(cast)
        heard = chosen_at_once(cast, appoint_coordinator, *two(cast))
        (one,) = those_who(cast, coordinator=True)
        # Who came second leads no more when another was chosen in her place.
        assert [type(each) for each in heard if each] in ([], [MayNotAppoint])
        assert one == (cast.anouk.member if heard[0] is None else cast.linda.member)


@pytest.mark.slow
def test_of_two_first_contacts_chosen_at_once_one_is_left(cast: Cast) -> None:
    for _number in range(TRIES):
        heard = chosen_at_once(cast, appoint_first_contact, *two(cast))
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


@pytest.mark.slow
def test_a_team_that_two_add_at_once_takes_part_once(cast: Cast) -> None:
    newcomer = Newcomer(side="care", function="home_care_team", team=a_team(cast))
    choices = [(who, {"newcomer": newcomer}) for who in (cast.jannie, cast.hanneke)]
    heard = chosen_at_once(cast, admit, *choices)
    assert [type(each) for each in heard if each] == [AlreadyIn]
    assert len(those_who(cast, team_id=newcomer.team)) == 1
