"""A ride or going along of somebody who left: it is asked again, and another takes it upon them."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.actions import take_part
from zorgverband.agenda.actions.details import Details
from zorgverband.agenda.actions.take_part import TakenAlready
from zorgverband.agenda.models import Kind, Part, Transport, VisitTurn
from zorgverband.base import clock

from .test_moved_turns import act
from .visits import only_reads, page, planned

DAY = timedelta(days=1)
WANTED = "Wie rijdt er?"


@pytest.mark.parametrize("taken", [False, True])
def test_the_ride_of_who_left_is_for_another(cast: Cast, client_of: Any, taken: bool) -> None:
    day = clock.today() + DAY
    how = (
        {"transport": Transport.NOBODY}
        if taken
        else {"transport": Transport.DRIVER, "driver": cast.peter.member}
    )
    away = Details(kind=Kind.OUT, along=cast.peter.member, **how)
    visit = planned(cast, cast.marijke, place="Kapper", details=away)
    if taken:
        act(cast, cast.peter, take_part, visit=visit, on_date=day, part=Part.DRIVES)
    only_reads(cast, cast.ria)
    mine: dict[str, Any] = {"visit": visit, "on_date": day, "part": Part.DRIVES}
    ria = client_of(cast.ria)
    assert "Peter de Wit rijdt." in text(ria.get(page("agenda", cast)))
    with pytest.raises(TakenAlready):
        act(cast, cast.ria, take_part, **mine)
    cast.owner.execute("UPDATE networks_member SET left_at = now() - interval '1 second'"
                       " WHERE id = %s", [cast.peter.member])  # fmt: skip
    shown = text(ria.get(page("agenda", cast)))
    assert WANTED in shown
    assert "Peter de Wit" not in shown
    assert "Ik ga mee" in text(ria.get(page("visit", cast, visit, day)))
    act(cast, cast.ria, take_part, **mine)
    act(cast, cast.ria, take_part, **mine | {"part": Part.ALONG})
    shown = text(ria.get(page("visit", cast, visit, day)))
    assert "U gaat mee. U rijdt." in shown
    assert WANTED not in shown
    drives = VisitTurn.objects.using("owner").filter(item_id=visit, part=Part.DRIVES, ended_at=None)
    assert [one.member_id for one in drives] == [cast.ria.member]
    with pytest.raises(TakenAlready):
        act(cast, cast.marijke, take_part, **mine)
