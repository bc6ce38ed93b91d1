"""Asking one named person, and answering: who must be able to read it, who may answer, once."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.journal.models import Event
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .asking import WHAT, asked, page, post, truth, typed


def test_the_nurse_asks_the_gp_who_answers_with_one_tap(cast: Cast, client_of: Any) -> None:
    nurse, gp = client_of(cast.fatima), client_of(cast.anouk)
    form = text(nurse.get(page("ask_question", cast)))
    assert "De huisarts (nu Anouk Visser)" in form
    assert "Antwoord uiterlijk" in form
    answer = post(nurse, page("ask_question", cast), **typed(cast.anouk))
    assert answer.status_code == 302
    at = answer["Location"]
    shown = text(gp.get(at))
    assert WHAT in shown
    assert "Akkoord" in shown
    assert "Uw antwoord is leesbaar voor" in shown
    assert "Akkoord" not in text(nurse.get(at))
    assert post(gp, at + "antwoord/", kind="yes").status_code == 302
    back = text(nurse.get(at))
    assert "Antwoord" in back
    assert "Akkoord" in back
    assert "Anouk Visser" in back
    assert "Maak er een afspraak van" in back
    verbs = Event.objects.using("owner").filter(network_id=cast.network).order_by("at")
    assert list(verbs.values_list("verb", "to_person_id")) == [
        ("question_asked", None), ("question_answered", cast.fatima.person),
    ]  # fmt: skip
    listed = text(nurse.get(page("questions", cast)))
    assert WHAT in listed
    assert "Beantwoord" in listed


@pytest.mark.parametrize(
    ("who", "fields", "why"),
    [
        ("linda", {}, "gaat nooit naar gemeente"),
        ("ria", {"subject": str(Subject.DAY.value), "circle": "everyone"}, "Krijgt geen nieuws"),
        ("joost", {"subject": str(Subject.DAY.value), "circle": "family"}, "U koos andere lezers."),
    ],
)
def test_who_could_not_read_it_is_not_asked_and_the_reason_is_said(
    cast: Cast, client_of: Any, who: str, fields: dict[str, Any], why: str
) -> None:
    somebody = cast.people[who]
    answer = post(client_of(cast.marijke), page("ask_question", cast), **typed(somebody, **fields))
    assert answer.status_code == 422
    assert f"{somebody.name} kan deze vraag niet lezen." in text(answer)
    assert why in text(answer)
    assert WHAT in text(answer)
    assert not Item.objects.using("owner").filter(network_id=cast.network).exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": " "}, "Vul in wat u wilt vragen."),
        ({"to": ""}, "Kies aan wie u dit vraagt."),
        ({"to": "function:wizard"}, "Kies aan wie u dit vraagt."),
        ({"urgency": ""}, "Kies hoe snel u een antwoord nodig hebt."),
        ({"urgency": "urgent"}, "Bel 112."),
    ],
)
def test_what_is_missing_is_said_and_spoed_is_a_call(
    cast: Cast, client_of: Any, wrong: dict[str, str], sentence: str
) -> None:
    fields = typed(cast.anouk) | wrong
    answer = post(client_of(cast.fatima), page("ask_question", cast), **fields)
    assert answer.status_code == 422
    assert sentence in text(answer)


def test_no_and_words_need_words_and_only_who_is_asked_answers_once(
    cast: Cast, client_of: Any
) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    at, gp = page("give_answer", cast, question), client_of(cast.anouk)
    for who in (cast.marijke, cast.fatima, cast.hanneke):
        assert post(client_of(who), at, kind="yes").status_code == 403
    assert post(client_of(cast.linda), at, kind="yes").status_code == 404
    empty = post(gp, at, kind="no").content.decode()
    # On top, leading to the field; and at the field itself.
    assert empty.count("Schrijf waarom niet.") >= 2
    assert f'href="#f-no-{question}"' in empty
    assert f'id="f-no-{question}"' in empty
    assert "Schrijf uw antwoord." in text(post(gp, at, kind="words", words=" "))
    assert truth(question).state == "open"
    assert post(gp, at, kind="no", words="Eerst zie ik de wond.").status_code == 302
    again = post(gp, at, kind="yes")
    assert again.status_code == 409
    assert "Hier is al op geantwoord door Anouk Visser" in text(again)
    kept = truth(question)
    assert (kept.state, kept.answer_kind, kept.answer) == (
        "answered",
        "no",
        "Eerst zie ik de wond.",
    )


def test_passing_on_goes_to_who_may_read_it_and_the_first_cannot_answer_any_more(
    cast: Cast, client_of: Any
) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    at, gp = page("pass_question", cast, question), client_of(cast.anouk)
    form = text(gp.get(at))
    assert "Joost" in form
    assert "Linda" not in form
    assert post(gp, at, to=str(cast.linda.member)).status_code == 422
    assert post(client_of(cast.marijke), at, to=str(cast.joost.member)).status_code == 403
    assert post(gp, at, to=str(cast.joost.member), words="U weet dit beter.").status_code == 302
    answer = page("give_answer", cast, question)
    assert post(gp, answer, kind="yes").status_code == 403
    shown = text(client_of(cast.fatima).get(page("question", cast, question)))
    assert "doorgestuurd aan Joost" in shown
    assert "U weet dit beter." in shown
    assert post(client_of(cast.joost), answer, kind="call").status_code == 302
    assert "Bel mij" in text(client_of(cast.fatima).get(page("question", cast, question)))


def test_who_asked_withdraws_and_nobody_else(cast: Cast, client_of: Any) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    at = page("withdraw_question", cast, question)
    assert post(client_of(cast.anouk), at).status_code == 403
    assert post(client_of(cast.fatima), at).status_code == 302
    assert truth(question).state == "withdrawn"
    late = post(client_of(cast.anouk), page("give_answer", cast, question), kind="yes")
    assert late.status_code == 409


def test_a_question_to_a_function_waits_for_the_successor(cast: Cast, client_of: Any) -> None:
    at = post(client_of(cast.fatima), page("ask_question", cast), **typed("function:gp"))[
        "Location"
    ]
    cast.owner.execute(
        "UPDATE networks_role SET function = 'gp' WHERE member_id = %s", [cast.joost.member]
    )
    successor = client_of(cast.joost)
    assert post(successor, at + "antwoord/", kind="yes").status_code == 403
    cast.end(cast.anouk)
    assert "Akkoord" in text(successor.get(at))
    assert WHAT in text(successor.get("/voor-mij/"))
    assert post(successor, at + "antwoord/", kind="yes").status_code == 302


def test_gezien_is_for_who_asked_alone(cast: Cast, client_of: Any) -> None:
    question = asked(cast, cast.fatima, cast.anouk)
    at = page("question", cast, question)
    nurse = client_of(cast.fatima)
    client_of(cast.marijke).get(at)
    assert "Gezien door" not in text(nurse.get(at))
    client_of(cast.anouk).get(at)
    assert "Gezien door Anouk Visser" in text(nurse.get(at))
    assert "Gezien door" not in text(client_of(cast.marijke).get(at))


def test_gezien_counts_from_when_somebody_was_asked(cast: Cast, client_of: Any) -> None:
    question = asked(cast, cast.anouk, cast.joost)
    one = page("question", cast, question)
    # She read it when it was not yet asked of her.
    assert client_of(cast.fatima).get(one).status_code == 200
    passed = post(client_of(cast.anouk), page("pass_question", cast, question),
                  to=str(cast.fatima.member))  # fmt: skip
    assert passed.status_code == 302
    asker = client_of(cast.anouk)
    assert "Gezien door" not in text(asker.get(one))
    client_of(cast.fatima).get(one)
    assert "Gezien door" in text(asker.get(one))
