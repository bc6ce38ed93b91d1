"""How an agreement goes from state to state: the table, the database beside it, and random walks."""

import random
import threading
from itertools import pairwise, product
from typing import Any

import pytest
from django.db import DatabaseError, ProgrammingError, connection
from psycopg import Connection

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.agreements import actions
from zorgverband.agreements.actions.answering import make_move
from zorgverband.agreements.models import Agreement, AgreementChange, State
from zorgverband.agreements.moves import ENDED, MOVES, OPEN, Role, moves_from
from zorgverband.base import clock
from zorgverband.base.refusals import Refusal

from .asking import asked, state

STEPS = 600


def test_the_database_keeps_to_the_same_table(owner: Connection[Any]) -> None:
    kept = set(owner.execute("SELECT was, became, by FROM privacy.agreement_moves()").fetchall())
    here = {
        (str(was), str(move.to), str(by)) for move in MOVES for was in move.when for by in move.by
    }
    assert kept == here
    assert len(kept) == 28


def test_what_ended_stays_ended_and_everything_open_can_end() -> None:
    assert set(OPEN) | set(ENDED) == set(State)
    for one in ENDED:
        assert moves_from(one, set(Role)) == []
    for one in OPEN:
        assert State.CANCELLED in {move.to for move in moves_from(one, {Role.ASKER})}


def _walkers(cast: Cast) -> dict[str, Somebody]:
    return {"executor": cast.fatima, "colleague": cast.sanne, "asker": cast.marijke,
            "client": cast.jannie, "other": cast.peter}  # fmt: skip


def _roles(who: str) -> set[Role]:
    if who in ("executor", "colleague"):
        return {Role.EXECUTOR, Role.ANSWERER}
    return {Role.ASKER} if who in ("asker", "client") else set()


@pytest.mark.slow
def test_a_random_walk_makes_no_forbidden_move_and_loses_no_allowed_one(cast: Cast) -> None:
    chance, made, refused = random.Random(11), 0, 0
    agreement, expected, history = None, State.ASKED, 0
    for _step in range(STEPS):
        if agreement is None or (expected in ENDED and chance.random() < 0.3):
            agreement, expected, history = asked(cast, cast.marijke, cast.fatima), State.ASKED, 1
        name, who = chance.choice(list(_walkers(cast).items()))
        move = chance.choice(MOVES)
        may = expected in move.when and bool(_roles(name) & set(move.by))
        try:
            with inside(who.person, (cast.network,)) as viewer:
                make_move(seat=viewer.seat(cast.network), person=who.person, agreement=agreement,
                          move=move, words="Zomaar")  # fmt: skip
            assert may, f"{name} made {move.verb} from {expected}"
            expected, history, made = move.to, history + 1, made + 1
        except Refusal:
            assert not may, f"{name} was refused {move.verb} from {expected}"
            refused += 1
        assert state(agreement) == expected
        rows = AgreementChange.objects.using("owner").filter(item_id=agreement).order_by("at", "id")
        chain = [(row.was, row.became) for row in rows]
        assert len(chain) == history
        assert all(one[1] == next_one[0] for one, next_one in pairwise(chain))
    assert made > 50
    assert refused > 50


@pytest.mark.slow
def test_past_the_actions_the_lock_lets_the_same_moves_through_and_no_other(
    cast: Cast, entered: Any
) -> None:
    people = [("executor", cast.fatima), ("asker", cast.marijke), ("other", cast.peter)]
    through = set()
    for was, became, (name, who) in product(State, State, people):
        agreement = asked(cast, cast.marijke, cast.fatima)
        _force(cast, agreement, was)
        try:
            with entered(who):
                done = Agreement.objects.filter(item_id=agreement).update(
                    state=became, state_by_id=who.person, state_at=clock.now()
                )
        except ProgrammingError:
            done = 0
        if done:
            through.add((was, became, name))
    wanted = {
        (was, move.to, name)
        for move in MOVES
        for was in move.when
        for name, _who in people
        if _roles(name) & set(move.by)
    }
    assert through == wanted


def _force(cast: Cast, agreement: Any, to: State) -> None:
    with cast.owner.transaction():
        cast.owner.execute("ALTER TABLE agreements_agreement DISABLE TRIGGER guard")
        cast.owner.execute(
            "UPDATE agreements_agreement SET state = %s WHERE item_id = %s", [str(to), agreement]
        )
        cast.owner.execute("ALTER TABLE agreements_agreement ENABLE TRIGGER guard")


def test_even_who_keeps_the_database_makes_no_forbidden_move(cast: Cast) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima)
    rows = Agreement.objects.using("owner").filter(item_id=agreement)
    assert rows.update(state=State.ACCEPTED) == 1
    with pytest.raises(DatabaseError, match="no such move"):
        rows.update(state=State.RECEIVED)


def _at_once(cast: Cast, agreement: Any, *acts: tuple[Somebody, str]) -> dict[str, str]:
    """Everybody acts at the same moment; what each heard: 'ok' or the name of the refusal."""
    ready, heard = threading.Barrier(len(acts)), {}

    def act(who: Somebody, verb: str) -> None:
        more = {"reason": "Kan niet"} if verb in ("decline_agreement", "fail_agreement") else {}
        try:
            with inside(who.person, (cast.network,)) as viewer:
                ready.wait(10)
                getattr(actions, verb)(
                    seat=viewer.seat(cast.network), person=who.person, agreement=agreement, **more
                )
            heard[verb + who.name] = "ok"
        except Refusal as refusal:
            heard[verb + who.name] = type(refusal).__name__
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=one) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return heard


@pytest.mark.parametrize("turn", range(6))
def test_of_yes_and_no_at_the_same_moment_one_counts(cast: Cast, turn: int) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima)
    heard = _at_once(
        cast, agreement, (cast.fatima, "accept_agreement"), (cast.sanne, "decline_agreement")
    )
    assert sorted(heard.values()) == ["AlreadyAnswered", "ok"]
    yes = heard["accept_agreement" + cast.fatima.name] == "ok"
    assert state(agreement) == ("accepted" if yes else "declined")
    rows = AgreementChange.objects.using("owner").filter(item_id=agreement).order_by("at")
    assert [row.became for row in rows] == ["asked", state(agreement)]


@pytest.mark.parametrize("turn", range(6))
def test_a_yes_is_not_lost_when_a_colleague_says_at_the_same_moment_to_have_seen_it(
    cast: Cast, turn: int
) -> None:
    agreement = asked(cast, cast.marijke, cast.fatima)
    heard = _at_once(
        cast, agreement, (cast.fatima, "accept_agreement"), (cast.sanne, "receive_agreement")
    )
    assert heard["accept_agreement" + cast.fatima.name] == "ok"
    assert state(agreement) == "accepted"
    rows = AgreementChange.objects.using("owner").filter(item_id=agreement).order_by("at")
    became = [row.became for row in rows]
    assert became in (["asked", "accepted"], ["asked", "received", "accepted"])
