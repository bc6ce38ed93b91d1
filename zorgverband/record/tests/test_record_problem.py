"""Problems and allergies: of body or mind, open or over, each read by who reads their subject."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.record.actions import record_allergy, record_problem
from zorgverband.record.actions.record_problem import NotAProblem
from zorgverband.record.models import Problem
from zorgverband.sharing.subjects import Subject

from .dossier import act, page, post


def test_a_problem_of_the_mind_is_read_by_the_gp_and_not_by_the_daughter(
    cast: Cast, client_of: Any
) -> None:
    answer = post(
        client_of(cast.anouk), page("record_problem", cast),
        name="Somber", subject=str(Subject.MIND.value),
    )  # fmt: skip
    assert answer.status_code == 302
    act(cast, cast.anouk, record_problem, name="Open been")
    assert "Somber" in text(client_of(cast.anouk).get(page("problems", cast)))
    seen = text(client_of(cast.marijke).get(page("problems", cast)))
    assert "Open been" in seen
    assert "Somber" not in seen


def test_a_problem_that_is_over_moves_down(cast: Cast, client_of: Any) -> None:
    item = act(cast, cast.fatima, record_problem, name="Open been")
    address = page("close_problem", cast, item_id=item.id)
    today = clock.today().isoformat()
    assert post(client_of(cast.fatima), address, on=today).status_code == 302
    assert Problem.objects.using("owner").get(item_id=item.id).status == "closed"
    assert "Speelt nu" not in text(client_of(cast.marijke).get(page("problems", cast)))


def test_a_problem_falls_under_health_or_mind_only(cast: Cast) -> None:
    with pytest.raises(NotAProblem):
        act(cast, cast.anouk, record_problem, name="Schulden", subject=Subject.MONEY)


def test_a_severe_allergy_stands_out_and_only_for_who_reads_health(
    cast: Cast, client_of: Any
) -> None:
    answer = post(
        client_of(cast.anouk), page("record_allergy", cast),
        name="Penicilline", reaction="Benauwd", criticality="high",
    )  # fmt: skip
    assert answer.status_code == 302
    seen = text(client_of(cast.marijke).get(page("record", cast)))
    assert "Penicilline" in seen
    assert "ernstig" in seen
    for who in (cast.ria, cast.linda):
        assert "Penicilline" not in text(client_of(who).get(page("record", cast)))
        assert "Penicilline" not in text(client_of(who).get(page("allergies", cast)))


def test_an_allergy_needs_a_name(cast: Cast, client_of: Any) -> None:
    answer = post(client_of(cast.anouk), page("record_allergy", cast), name="", reaction="Jeuk")
    assert answer.status_code == 422
    assert "Jeuk" in text(answer)
    act(cast, cast.anouk, record_allergy, substance="Noten")
