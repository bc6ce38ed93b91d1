"""The locks on handovers themselves: nobody sends in another's name, or gives to another network."""

from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.base import clock, homecoming
from zorgverband.handovers.actions import send_handover
from zorgverband.handovers.models import Discharge, Handover, HandoverLine
from zorgverband.sharing.models import Item

from .going_home import on, opened
from .handing import announced, doing, stated

REFUSED = pytest.raises(ProgrammingError)


def test_who_hands_over_never_says_that_the_coordinator_sent_it(cast: Cast) -> None:
    # With that name on it a role would pass on that the leaver never had.
    whole = announced(cast, cast.anouk, cast.joost, ends="nothing")
    stated(cast, cast.anouk, whole)
    doing(cast, cast.anouk, send_handover, handover=whole)
    rows = Handover.objects.filter(item_id=whole)
    for who in (cast.anouk, cast.joost):
        for said in ({"sent_by_id": cast.hanneke.person}, {"sent_at": clock.now()},
                     {"reason": "Nee."}):  # fmt: skip
            with REFUSED, inside(who.person, [cast.network]):
                rows.update(**said)
    assert rows.using("owner").get().sent_by_id == cast.anouk.person


def test_nothing_is_given_to_a_member_of_another_network(cast: Cast) -> None:
    assert cast.other is not None
    whole = announced(cast, cast.hanneke, cast.anouk, kind="coordinator", ends="nothing")
    line = HandoverLine.objects.using("owner").filter(handover_id=whole)[0]
    theirs = {"to_member_id": cast.other.bart.member}
    for rows in (Handover.objects.filter(item_id=whole), HandoverLine.objects.filter(id=line.id)):
        with REFUSED, inside(cast.hanneke.person, [cast.network]):
            rows.update(**theirs)
        with inside(cast.hanneke.person, [cast.network]):
            assert rows.update(to_member_id=cast.fatima.member) == 1


def test_no_discharge_is_moved_by_who_may_write_and_not_read_it(cast: Cast) -> None:
    item = opened(cast, cast.hanneke, day=on(3), lines=["household"])
    Item.objects.using("owner").filter(id=item).update(denied=[cast.anouk.member])
    said: dict[str, Any] = {"discharge": item, "on": on(9), "now": clock.now()}
    with REFUSED, inside(cast.anouk.person, [cast.network]):
        homecoming.move_discharge(**said)
    with inside(cast.hanneke.person, [cast.network]):
        homecoming.move_discharge(**said)
    assert Discharge.objects.using("owner").filter(item_id=item).count() == 1
