"""A question in the plan is answered: the answer stands there, the question is out of it."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.plan.models import PlanPart
from zorgverband.sharing.subjects import Subject

from .planning import added, at, post


@pytest.mark.slow
def test_an_answer_stands_in_the_plan_for_who_could_read_the_question(
    cast: Cast, client_of: Any
) -> None:
    asked = added(cast, cast.anouk, "to_ask", "Hoe slaapt u?", Subject.HEALTH, domain="body")
    page = at("answer_question", cast, question_id=asked)
    client = client_of(cast.jannie)
    assert f"/plan/vraag/{asked}/" in text(client.get(at("plan", cast)))
    assert "Hoe slaapt u?" in text(client.get(page))
    for who in (cast.linda, cast.ria):
        assert client_of(who).get(page).status_code == 404
        assert post(client_of(who), page, worry="Slecht").status_code == 404
    empty = post(client, page, worry=" ")
    assert empty.status_code == 422
    assert "Vul ten minste één antwoord in." in text(empty)
    nobody = post(client, page, worry="Ik lig wakker", said_by="iemand")
    assert nobody.status_code == 422
    assert "Ik lig wakker" in text(nobody)
    typed = {"worry": "Ik lig wakker van de buren", "strength": "Met de radio aan slaap ik in"}
    assert post(client, page, **typed, said_by=str(cast.marijke.member)).status_code == 302
    plan = text(client.get(at("plan", cast)))
    for words in (*typed.values(), "Antwoord op: Hoe slaapt u?"):
        assert words in plan
    assert f"/plan/vraag/{asked}/" not in plan
    made = PlanPart.objects.using("owner").filter(network=cast.network, ended_at=None)
    assert {(one.kind, one.domain, one.said_by_id) for one in made} == {
        ("worry", "body", cast.marijke.member), ("strength", "body", cast.marijke.member),
    }  # fmt: skip
    assert {one.item.subject for one in made} == {Subject.HEALTH}
    assert "buren" not in text(client_of(cast.linda).get(at("plan", cast)))
    # Answered is answered, and what is no question is not answered here.
    assert post(client, page, worry="Nog iets").status_code == 409
    worry = made.get(kind="worry").item_id
    assert client.get(at("answer_question", cast, question_id=worry)).status_code == 404


@pytest.mark.slow
def test_who_reads_but_does_not_write_about_it_sees_no_form(cast: Cast, client_of: Any) -> None:
    cast.permit(cast.ria, Subject.HOME, about=cast.jannie, read=True, past=True)
    asked = added(cast, cast.jannie, "to_ask", "Wie heeft een sleutel?", Subject.HOME)
    page, client = at("answer_question", cast, question_id=asked), client_of(cast.ria)
    assert "Het antwoord opschrijven" not in text(client.get(page))
    assert post(client, page, help="Ik").status_code == 403
    assert "Het antwoord opschrijven" in text(client_of(cast.jannie).get(page))
