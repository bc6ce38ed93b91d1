"""Two at the same moment: the first does it, the second reads a friendly sentence; never both."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast, Somebody
from zorgverband.base.refusals import Refusal
from zorgverband.helping.actions import end_help, take_help
from zorgverband.helping.actions.take_help import NotNeededNow, SomebodyWasFirst
from zorgverband.helping.models import HelpRequest, HelpTaken

from .asking import act, asked_by

TRIES = 6
Move = tuple[Somebody, Callable[..., Any]]


def together(cast: Cast, asked: Any, *moves: Move) -> list[Refusal | None]:
    """Let them do this at the same moment; what each heard."""
    heard: list[Refusal | None] = [None] * len(moves)
    start = Barrier(len(moves))

    def one(number: int, who: Somebody, verb: Callable[..., Any]) -> None:
        try:
            start.wait()
            act(cast, who, verb, asked=asked)
        except Refusal as refusal:
            heard[number] = refusal
        finally:
            connection.close()

    threads = [Thread(target=one, args=(number, *move)) for number, move in enumerate(moves)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard


@pytest.mark.slow
def test_of_two_who_take_it_at_once_one_does_it(cast: Cast) -> None:
    for _number in range(TRIES):
        asked = asked_by(cast, cast.jannie)
        HelpRequest.objects.using("owner").filter(item_id=asked).update(wait_minutes=0)
        heard = together(cast, asked, (cast.ria, take_help), (cast.linda, take_help))
        assert [type(one) for one in heard if one] == [SomebodyWasFirst]
        assert HelpTaken.objects.using("owner").filter(item_id=asked).count() == 1


@pytest.mark.slow
def test_what_is_ended_at_once_is_done_by_nobody(cast: Cast) -> None:
    for _number in range(TRIES):
        asked = asked_by(cast, cast.jannie)
        HelpRequest.objects.using("owner").filter(item_id=asked).update(wait_minutes=0)
        ended, took = together(cast, asked, (cast.jannie, end_help), (cast.ria, take_help))
        assert ended is None
        assert took is None or isinstance(took, NotNeededNow)
        made = HelpTaken.objects.using("owner").filter(item_id=asked)
        states = set(made.values_list("made__agreement__state", flat=True))
        assert states == (set() if took else {"cancelled"})
