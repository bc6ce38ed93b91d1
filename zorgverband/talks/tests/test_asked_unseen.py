"""Somebody who takes part inside a safety compartment is asked unseen."""

from typing import Any

from tests.cast import Cast
from tests.rows import put
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.models import Question, QuestionMove

from .asking import asked, page


def test_a_question_to_who_takes_part_unseen_shows_to_who_may_know_of_them(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    item = asked(cast, cast.fatima, cast.joost, Subject.TREATMENT)
    compartment = {"id": new_id(), "network_id": cast.network, "created_at": clock.now(),
                   "made_by_id": cast.anouk.person}  # fmt: skip
    named = {"id": new_id(), "network_id": cast.network, "compartment_id": compartment["id"],
             "member_id": cast.fatima.member}  # fmt: skip
    at, one = page("questions", cast), page("question", cast, item)
    assert "Joost van Dam" in text(client_of(cast.jannie).get(one))
    put(cast.owner, {"sharing_compartment": [compartment], "sharing_compartmentmember": [named]})
    cast.owner.execute("UPDATE networks_member SET compartment = %s WHERE id = %s",
                       [compartment["id"], cast.joost.member])  # fmt: skip
    with entered(cast.jannie):
        assert not Question.objects.filter(item_id=item).exists()
        assert not QuestionMove.objects.filter(item_id=item).exists()
    assert client_of(cast.jannie).get(one).status_code == 404
    assert str(item) not in text(client_of(cast.jannie).get(at))
    assert client_of(cast.fatima).get(one).status_code == 200
