"""The locks on complaints themselves: who handles one reads what was opened for it no longer than it
runs, and nobody learns from it who takes part unseen."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.rows import put
from tests.visitor import inside
from zorgverband.base import clock, complaining
from zorgverband.base.ids import new_id
from zorgverband.sharing.actions import take_back
from zorgverband.sharing.subjects import Subject

from ..models import Complaint
from .asking import act, complain, reads

REFUSED = pytest.raises(ProgrammingError, match="not by who handles it")


def opened(cast: Cast) -> tuple[UUID, UUID]:
    """A complaint of the client, for which the coordinator reads about money; both items."""
    one = complain(cast.jannie, handler=cast.hanneke, against=cast.fatima)
    item = cast.item(about=cast.jannie, subject=Subject.MONEY, author=cast.marijke)
    act(cast.jannie, "give_insight", one, about=cast.jannie.member, subjects=[Subject.MONEY],
        reads_from=None)  # fmt: skip
    return one, item


def test_an_answer_ends_what_the_handler_reads_after_four_weeks_and_not_later(cast: Cast) -> None:
    one, item = opened(cast)
    assert reads(cast.hanneke, item)
    now = clock.now()
    rows, answer = Complaint.objects.filter(item_id=one), {"answered_at": now, "outcome": "Ja."}
    later = now + timedelta(days=400)
    for ends in ({}, {"ends_at": later}, {"ends_at": later, "answered_at": later}):
        with REFUSED, inside(cast.hanneke.person, [cast.network]):
            rows.update(**answer | ends)
    with inside(cast.hanneke.person, [cast.network]):
        assert rows.update(**answer, ends_at=now + timedelta(days=28)) == 1
    with REFUSED, inside(cast.hanneke.person, [cast.network]):
        rows.update(ends_at=later)


def test_a_complaint_that_is_taken_back_takes_back_what_it_opened(cast: Cast) -> None:
    one, item = opened(cast)
    assert reads(cast.hanneke, item)
    with inside(cast.jannie.person, [cast.network]) as viewer:
        take_back(seat=viewer.seat(cast.network), person=cast.jannie.person, item=one)
    assert not reads(cast.hanneke, item)


def test_of_who_takes_part_unseen_nobody_learns_the_name_by_complaining(cast: Cast) -> None:
    with inside(cast.jannie.person, [cast.network]):
        assert complaining.accused(cast.joost.member) == {cast.joost.person}
    compartment = {"id": new_id(), "network_id": cast.network, "created_at": clock.now(),
                   "made_by_id": cast.anouk.person}  # fmt: skip
    put(cast.owner, {"sharing_compartment": [compartment]})
    cast.owner.execute("UPDATE networks_member SET compartment = %s WHERE id = %s",
                       [compartment["id"], cast.joost.member])  # fmt: skip
    with inside(cast.jannie.person, [cast.network]):
        assert complaining.accused(cast.joost.member) == set()
