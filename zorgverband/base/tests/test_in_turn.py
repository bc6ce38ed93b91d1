"""One for whom something cannot be done holds up nobody else."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import OperationalError, connection

from tests.cast import Cast
from zorgverband.base.in_turn import in_turn
from zorgverband.base.refusals import NotHere
from zorgverband.base.viewer import Seat


@dataclass(frozen=True)
class Turn:
    network: UUID
    person: UUID


def test_who_is_refused_or_goes_wrong_holds_up_nobody(cast: Cast, caplog: Any) -> None:
    assert cast.other is not None
    turns = [Turn(cast.network, one.person) for one in (cast.peter, cast.ria, cast.marijke)]
    turns.insert(0, Turn(cast.network, cast.other.henk.person))
    done: list[UUID] = []

    def greet(one: Turn, seat: Seat) -> bool:
        done.append(seat.member)
        if one.person == cast.peter.person:
            raise NotHere()
        if one.person == cast.ria.person:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1/0, %s", ["Geheim."])
        return True

    assert in_turn(turns, greet) == 1
    assert done == [cast.peter.member, cast.ria.member, cast.marijke.member]
    assert [one.getMessage().rpartition(".")[2] for one in caplog.records] == ["greet: DataError"]
    assert "Geheim" not in caplog.text


def test_a_database_that_is_gone_is_said(cast: Cast) -> None:
    def gone(one: Turn, seat: Seat) -> bool:
        raise OperationalError()

    with pytest.raises(OperationalError):
        in_turn([Turn(cast.network, cast.marijke.person)], gone)
