"""The locks on agreements themselves, without pages or actions in between."""

from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from zorgverband.agreements.models import Agreement, State
from zorgverband.base import clock
from zorgverband.sharing.subjects import Subject

from .asking import asked, state

REFUSED = "row-level security|a move of another"


def answered(who: Any, to: State) -> dict[str, Any]:
    return {"state": to, "state_by_id": who.person, "state_at": clock.now()}


def test_without_an_entrance_there_is_nothing(cast: Cast, db: None) -> None:
    asked(cast, cast.marijke, cast.peter)
    assert not Agreement.objects.exists()


def test_only_the_executor_the_author_and_who_is_in_control_touch_how_it_stands(
    cast: Cast, entered: Any
) -> None:
    rows = Agreement.objects.filter(item_id=asked(cast, cast.marijke, cast.joost))
    for who in (cast.peter, cast.hanneke, cast.linda, cast.fatima):
        with entered(who):
            assert rows.update(**answered(who, State.DONE)) == 0, who.name
    with entered(cast.joost):
        assert rows.update(**answered(cast.joost, State.ACCEPTED)) == 1
    for who in (cast.marijke, cast.jannie):
        rows = Agreement.objects.filter(item_id=asked(cast, cast.marijke, cast.joost))
        with entered(who):
            assert rows.update(**answered(who, State.CANCELLED)) == 1, who.name


def test_who_asked_cannot_say_it_was_accepted_or_done(cast: Cast, entered: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    for to in (State.ACCEPTED, State.DONE, State.DECLINED):
        with (
            pytest.raises(ProgrammingError, match=REFUSED),
            entered(cast.marijke),
        ):
            Agreement.objects.filter(item_id=agreement).update(**answered(cast.marijke, to))
    assert state(agreement) == "asked"


def test_nobody_answers_in_the_name_of_another(cast: Cast, entered: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    with pytest.raises(ProgrammingError, match=REFUSED), entered(cast.joost):
        Agreement.objects.filter(item_id=agreement).update(**answered(cast.marijke, State.DONE))


def test_who_does_it_and_until_when_are_never_rewritten(cast: Cast, entered: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    with pytest.raises(ProgrammingError, match="permission denied"), entered(cast.marijke):
        Agreement.objects.filter(item_id=agreement).update(executor_id=cast.peter.member)


def test_an_agreement_hangs_on_ones_own_item_and_is_not_accepted_for_another(
    cast: Cast, entered: Any
) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    row = {"item_id": item, "network_id": cast.network, "executor_id": cast.peter.member}
    for who, to in ((cast.fatima, State.ASKED), (cast.marijke, State.ACCEPTED)):
        with pytest.raises(ProgrammingError, match="row-level security"), entered(who):
            Agreement.objects.bulk_create([Agreement(**row | answered(who, to))])
    with entered(cast.marijke):
        Agreement.objects.bulk_create([Agreement(**row | answered(cast.marijke, State.ASKED))])
