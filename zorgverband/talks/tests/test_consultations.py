"""Case consultation: the client reads along, and what goes outside leads to nobody."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.ask_outside import LeadsToSomebody, ask_outside
from zorgverband.talks.jobs import remind_all
from zorgverband.talks.models import OutsideQuestion
from zorgverband.talks.outside_jobs import send_outside
from zorgverband.talks.outside_link import token_of

from .talking import page, sent

ClientOf = Callable[..., Any]
WORDS = {"topic": "Wond die niet sluit", "body": "Een vrouw van 84. Wat zou u doen?",
         "email": "collega@voorbeeld.nl"}  # fmt: skip


@pytest.mark.slow
def test_the_client_reads_along_and_only_who_was_named_besides(
    cast: Cast, client_of: ClientOf
) -> None:
    at = page(cast, "begin_consultation")
    words = {"about": str(cast.jannie.member), "subject": str(Subject.HEALTH.value),
             "title": "Hoe verder?", "body": "De wond.", "member": str(cast.fatima.member)}  # fmt: skip
    anouk = client_of(cast.anouk)
    shown = anouk.get(f"{at}?subject={Subject.HEALTH.value}").content.decode()
    assert "Jannie leest mee" in shown
    assert str(cast.linda.member) not in shown.split('id="named"')[1].split("readers")[0]
    assert sent(anouk, at, words).status_code == 302
    item = Item.objects.using("owner").get(network_id=cast.network, kind="consultation")
    one = page(cast, "conversation", item_id=item.id)
    for who in (cast.jannie, cast.fatima, cast.sanne, cast.anouk):
        assert client_of(who).get(one).status_code == 200
    for who in (cast.marijke, cast.hanneke, cast.joost, cast.linda, cast.ria):
        assert client_of(who).get(one).status_code == 404
    assert "Jannie leest mee" in client_of(cast.fatima).get(one).content.decode()
    # Nobody named; somebody of the social side; by family; by the social side about health.
    assert sent(anouk, at, words | {"member": ""}).status_code == 422
    refused = sent(anouk, at, words | {"member": str(cast.linda.member)})
    assert "Linda Kok leest hier niet over dit onderwerp" in refused.content.decode()
    assert sent(client_of(cast.marijke), at, words).status_code == 404
    assert sent(client_of(cast.linda), at, words).status_code == 403


def test_a_text_that_names_somebody_is_stopped_and_says_where(
    cast: Cast, client_of: ClientOf
) -> None:
    anouk, at = client_of(cast.anouk), page(cast, "ask_outside")
    body = "Een vrouw van 84.\nJannies been is rood, geboren 14-03-1942."
    refused = sent(anouk, at, WORDS | {"topic": "Wond mw. de Wit", "body": body})
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "“Jannies”" in shown
    assert "Vraag, regel 2" in shown
    assert "Onderwerp, regel 1" in shown
    assert "14-03-1942" in shown
    assert "Een vrouw van 84." in shown
    assert not OutsideQuestion.objects.using("owner").filter(network_id=cast.network).exists()
    # The action itself stops it too, whatever the page did.
    with inside(cast.anouk.person, [cast.network]) as viewer, pytest.raises(LeadsToSomebody):
        ask_outside(seat=viewer.seat(cast.network), person=cast.anouk.person,
                    **(WORDS | {"body": "Fatima's advies?"}))  # fmt: skip
    assert sent(client_of(cast.marijke), at, WORDS).status_code == 404
    assert sent(anouk, at, WORDS | {"email": "geen adres"}).status_code == 422


def test_somebody_outside_answers_once_and_their_answer_becomes_a_message(
    cast: Cast, client_of: ClientOf, client: Any
) -> None:
    anouk = client_of(cast.anouk)
    assert sent(anouk, page(cast, "ask_outside"), WORDS).status_code == 302
    row = OutsideQuestion.objects.using("owner").get(network_id=cast.network)
    mail.outbox.clear()
    send_outside(question=str(row.id))
    send_outside(question=str(row.id))
    letter = mail.outbox[0]
    assert len(mail.outbox) == 1
    link = reverse("outside_answer", kwargs={"token": token_of(row.id)})
    assert link in letter.body
    assert "Wond" not in f"{letter.body} {letter.subject}"
    shown = client.get(link).content.decode()
    assert "Een vrouw van 84." in shown
    for name in ("Anouk", "Visser", "Jannie", "Duinrijk", "Linde", str(cast.network)):
        assert name not in shown
    assert sent(client, link, {"answer": "", "by": "dr. Ver"}).status_code == 422
    assert sent(client, link, {"answer": "Zwachtelen.", "by": "dr. Ver"}).status_code == 200
    assert client.get(link).status_code == 404
    assert sent(client, link, {"answer": "Nog iets.", "by": "dr. Ver"}).status_code == 404
    row.refresh_from_db(using="owner")
    assert (row.answer, row.email) == ("Zwachtelen.", "")
    one = page(cast, "outside_question", question_id=row.id)
    assert "Zwachtelen." in anouk.get(one).content.decode()
    for who in (cast.jannie, cast.fatima, cast.hanneke, cast.linda):
        assert client_of(who).get(one).status_code == 404
        with inside(who.person, [cast.network]):
            assert not OutsideQuestion.objects.values("id").exists()
    keep = page(cast, "keep_answer", question_id=row.id)
    form = anouk.get(f"{keep}?subject={Subject.HEALTH.value}").content.decode()
    assert "Antwoord van dr. Ver: Zwachtelen." in form
    words = {"about": str(cast.jannie.member), "subject": str(Subject.HEALTH.value),
             "title": "Raad", "body": "Zwachtelen, zegt dr. Ver.", "circle": "family_care"}  # fmt: skip
    assert sent(anouk, keep, words).status_code == 302
    assert sent(anouk, keep, words).status_code == 409
    row.refresh_from_db(using="owner")
    item = page(cast, "item", item_id=row.kept_as_id)
    assert "Zwachtelen, zegt" in client_of(cast.jannie).get(item).content.decode()
    assert client_of(cast.linda).get(item).status_code == 404


def test_a_link_that_ended_answers_like_one_that_never_was(
    cast: Cast, client_of: ClientOf, client: Any, owner: Any
) -> None:
    anouk, ask = client_of(cast.anouk), page(cast, "ask_outside")
    links = []
    for _time in range(2):
        sent(anouk, ask, WORDS)
    for row in OutsideQuestion.objects.using("owner").filter(network_id=cast.network):
        links.append((row.id, reverse("outside_answer", kwargs={"token": token_of(row.id)})))
    (first, withdrawn), (second, old) = links
    assert client.get(withdrawn).status_code == client.get(old).status_code == 200
    back = page(cast, "withdraw_outside", question_id=first)
    assert sent(client_of(cast.fatima), back).status_code == 404
    assert sent(anouk, back).status_code == 302
    expire = "UPDATE talks_outsidequestion SET expires_at = now() WHERE id = %s"
    owner.execute(expire, [second])
    # Of what ended the address is gone, whether or not it was answered.
    remind_all(timestamp=0)
    rows = OutsideQuestion.objects.using("owner").filter(id__in=(first, second))
    assert set(rows.values_list("email", flat=True)) == {""}
    never = reverse("outside_answer", kwargs={"token": "x" * 43})
    answers = [client.get(at) for at in (withdrawn, old, never)]
    assert {answer.status_code for answer in answers} == {404}
    bodies = {answer.content.replace(at.encode(), b"") for answer, at in
              zip(answers, (withdrawn, old, never), strict=True)}  # fmt: skip
    assert len(bodies) == 1
    assert sent(client, old, {"answer": "Toch.", "by": "dr. Ver"}).status_code == 404
    assert sent(anouk, back).status_code == 409


def test_ten_questions_a_day_are_enough(cast: Cast, client_of: ClientOf) -> None:
    with inside(cast.linda.person, [cast.network]) as viewer:
        for _time in range(10):
            ask_outside(seat=viewer.seat(cast.network), person=cast.linda.person, **WORDS)
    refused = sent(client_of(cast.linda), page(cast, "ask_outside"), WORDS)
    assert refused.status_code == 429
    assert "Een vrouw van 84." in refused.content.decode()
