"""A question to take over a turn that is answered late, twice at once, or after all is otherwise."""

from datetime import date, time, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agenda.actions import answer_turn, ask_turn, cancel_visit, move_visit, stop_visits
from zorgverband.agenda.actions.ask_turn import AnsweredAlready, NotTheirTurn, TurnOver
from zorgverband.agenda.models import TurnAsked, Visit, VisitTurn
from zorgverband.base import clock
from zorgverband.base.refusals import Refusal

from .test_moved_turns import DAY, WEEK, act, swapped, weekly
from .visits import page, planned, post

ASKS = "vraagt of u komt op"


def asked(cast: Cast, *, instead: timedelta | None = WEEK) -> tuple[UUID, date, UUID]:
    """Marijke asks Peter to come in her place, for his turn of the week after."""
    visit, day = weekly(cast)
    question = act(cast, cast.marijke, ask_turn, visit=visit, on_date=day, to=cast.peter.member,
                   instead_on=day + instead if instead else None)  # fmt: skip
    return visit, day, question


def said_yes(cast: Cast, question: UUID) -> None:
    act(cast, cast.peter, answer_turn, asked=question, accept=True)


@pytest.mark.parametrize("stopped", [False, True])
def test_a_turn_in_return_that_is_called_off_is_not_swapped(cast: Cast, stopped: bool) -> None:
    visit, day, question = asked(cast)
    if stopped:
        act(cast, cast.marijke, stop_visits, visit=visit, from_date=day + WEEK)
    else:
        act(cast, cast.marijke, cancel_visit, visit=visit, on_date=day + WEEK)
    with pytest.raises(TurnOver):
        said_yes(cast, question)
    assert not VisitTurn.objects.using("owner").filter(item_id=visit).exists()
    # To say no is always possible.
    act(cast, cast.peter, answer_turn, asked=question, accept=False)


def test_a_turn_in_return_that_went_by_is_not_swapped(cast: Cast) -> None:
    visit, day, question = asked(cast)
    # As if it was asked three weeks ago.
    TurnAsked.objects.using("owner").filter(id=question).update(instead_on=day - 2 * WEEK)
    Visit.objects.using("owner").filter(item_id=visit).update(first_on=day - 3 * WEEK)
    with pytest.raises(TurnOver):
        said_yes(cast, question)
    assert not VisitTurn.objects.using("owner").filter(item_id=visit).exists()


def test_a_turn_in_return_that_became_another_s_is_not_given_away(cast: Cast) -> None:
    visit, day, question = asked(cast)
    swapped(cast, visit, day + WEEK, cast.ria)
    with pytest.raises(NotTheirTurn):
        said_yes(cast, question)
    turns = VisitTurn.objects.using("owner").filter(item_id=visit, ended_at=None)
    assert list(turns.values_list("member_id", flat=True)) == [cast.ria.member]


def test_of_two_answers_at_once_the_second_hears_that_it_was_answered(cast: Cast) -> None:
    for number in range(4):
        visit, _day, question = asked(cast)
        heard: list[Exception | None] = [None, None]
        start = Barrier(2)

        def one(
            place: int, question: UUID = question, heard: Any = heard, start: Barrier = start,
            number: int = number,
        ) -> None:  # fmt: skip
            try:
                start.wait(10)
                act(cast, cast.peter, answer_turn, asked=question,
                    accept=place == 0 or number % 2 == 0)  # fmt: skip
            except Exception as error:
                heard[place] = error
            finally:
                connection.close()

        threads = [Thread(target=one, args=[place]) for place in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        second = [one for one in heard if one is not None]
        assert [type(one) for one in second] == [AnsweredAlready], heard
        assert issubclass(AnsweredAlready, Refusal)
        turns = VisitTurn.objects.using("owner").filter(item_id=visit, ended_at=None)
        assert turns.count() in (0, 2)


def test_the_first_page_asks_of_no_time_that_is_called_off(cast: Cast, client_of: Any) -> None:
    peter = client_of(cast.peter)
    cancelled, day, _question = asked(cast, instead=None)
    stopped, _day, _question = asked(cast, instead=None)
    assert text(peter.get(page("today", cast))).count(ASKS) == 2
    act(cast, cast.marijke, cancel_visit, visit=cancelled, on_date=day)
    act(cast, cast.marijke, stop_visits, visit=stopped, from_date=day)
    assert ASKS not in text(peter.get(page("today", cast)))


def test_the_first_page_asks_of_a_time_that_was_moved_to_later(cast: Cast, client_of: Any) -> None:
    visit, day, question = asked(cast, instead=None)
    act(cast, cast.marijke, move_visit, visit=visit, on_date=day, to=day + DAY, starts=time(9))
    before = clock.today() - WEEK
    owner = cast.owner
    owner.execute("UPDATE agenda_visit SET first_on = %s, weekdays = %s WHERE item_id = %s",
                  [before, [before.weekday()], visit])  # fmt: skip
    for table in ("agenda_visitchange", "agenda_turnasked"):
        owner.execute(f"UPDATE {table} SET on_date = %s WHERE item_id = %s", [before, visit])
    assert ASKS in text(client_of(cast.peter).get(page("today", cast)))
    said_yes(cast, question)
    turn = VisitTurn.objects.using("owner").get(item_id=visit)
    assert (turn.on_date, turn.member_id) == (before, cast.peter.member)


def test_a_turn_in_return_of_who_left_is_not_swapped(cast: Cast) -> None:
    visit, _day, question = asked(cast)
    cast.owner.execute("UPDATE networks_member SET left_at = now() - interval '1 second'"
                       " WHERE id = %s", [cast.marijke.member])  # fmt: skip
    with pytest.raises(TurnOver):
        said_yes(cast, question)
    assert not VisitTurn.objects.using("owner").filter(item_id=visit).exists()


def test_a_colleague_takes_back_what_was_asked_for_the_turn_of_their_team(
    cast: Cast, client_of: Any
) -> None:
    day = clock.today() + DAY
    visit = planned(cast, cast.marijke, who=cast.fatima)
    question = act(cast, cast.fatima, ask_turn, visit=visit, on_date=day, to=cast.peter.member)
    at = reverse("withdraw_turn", kwargs={"network_id": cast.network, "asked_id": question})
    sanne = client_of(cast.sanne)
    assert at in text(sanne.get(page("visit", cast, visit, day)))
    assert post(client_of(cast.ria), at).status_code == 404
    assert post(sanne, at).status_code == 302
    assert TurnAsked.objects.using("owner").get(id=question).accepted is False
    # The control: to say yes in the place of the other is refused by the lock.
    TurnAsked.objects.using("owner").filter(id=question).update(accepted=None)
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        inside(cast.sanne.person, (cast.network,)),
    ):
        TurnAsked.objects.filter(id=question).update(accepted=True)
