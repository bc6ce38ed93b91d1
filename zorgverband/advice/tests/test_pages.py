"""The pages of advice through the front door."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.advice.guess import Guess, guess
from zorgverband.advice.models import Advice
from zorgverband.sharing.subjects import Subject

from .advising import advised, at, post

Client = Callable[..., Any]


def test_a_message_becomes_an_advice_in_two_taps(cast: Cast, client_of: Client) -> None:
    message = cast.item(about=cast.jannie, subject=Subject.TREATMENT, author=cast.anouk,
                        body="Jannie mag 1,5 tot 2 liter per dag drinken.")  # fmt: skip
    fatima = client_of(cast.fatima)
    address = f"{at('give_advice', cast)}?message={message}"
    assert address in text(fatima.get(at("item", cast, item_id=message)))
    form = text(fatima.get(address))
    assert "Advies: Drinken (vocht)" in form
    # The second tap sends what stands in the form.
    filled = {"topic": "fluid", "message": message, "direction": "amount", "low": "1,5",
              "high": "2", "unit": "l_day", "by": cast.anouk.member}  # fmt: skip
    for value in ("1,5", "2", str(cast.anouk.member)):
        assert f'value="{value}"' in form
    assert post(fatima, at("give_advice", cast), **filled).status_code == 302
    row = Advice.objects.using("owner").get(source_id=message)
    assert (row.low, row.high, row.unit) == (Decimal("1.5"), Decimal(2), "l_day")
    assert (row.by_member_id, row.item.author_id) == (cast.anouk.member, cast.fatima.person)
    listed = text(client_of(cast.marijke).get(at("advice", cast)))
    assert "1,5 tot 2 liter per dag" in listed
    assert "volgens Anouk Visser (huisarts)" in listed
    assert "Drinken (vocht)" in text(client_of(cast.marijke).get(at("record", cast)))
    assert "Drinken (vocht)" not in text(client_of(cast.linda).get(at("advice", cast)))


def test_a_refused_form_keeps_what_was_typed(cast: Cast, client_of: Client) -> None:
    anouk = client_of(cast.anouk)
    typed = {"topic": "medicine", "direction": "do_not", "why": "Te veel pillen."}
    answer = post(anouk, at("give_advice", cast), **typed)
    assert answer.status_code == 422
    assert "Vul in om welk medicijn" in text(answer)
    assert "Te veel pillen." in text(answer)
    assert "Waar gaat het advies over?" in text(anouk.get(at("give_advice", cast)))
    for wrong in ({"low": "veel"}, {"starts_on": "morgen"}):
        fluid = {"topic": "fluid", "direction": "amount", "unit": "l_day"} | wrong
        assert post(anouk, at("give_advice", cast), **fluid).status_code == 422


def test_stopping_and_replacing(cast: Cast, client_of: Client) -> None:
    first = advised(cast, cast.anouk, "driving", "do_not")
    fatima, peter = client_of(cast.fatima), client_of(cast.peter)
    stop = at("end_advice", cast, item_id=first)
    assert stop in text(fatima.get(at("advice", cast)))
    assert stop not in text(peter.get(at("advice", cast)))
    assert peter.get(stop).status_code == 404
    assert client_of(cast.linda).get(stop).status_code == 404
    page = text(fatima.get(stop))
    assert f"instead_of={first}" in page
    new = {"topic": "driving", "direction": "do", "instead_of": first, "subject": "4"}
    assert post(fatima, at("give_advice", cast), **new).status_code == 302
    second = Advice.objects.using("owner").get(instead_of_id=first)
    assert post(fatima, stop).status_code == 409
    assert post(fatima, at("end_advice", cast, item_id=second.item_id), why="Mag weer.")
    listed = text(fatima.get(at("advice", cast)))
    assert "Geldt nu" not in listed
    assert listed.count("gestopt op") == 2


def test_from_what_one_cannot_read_or_write_about_there_is_no_form(
    cast: Cast, client_of: Client
) -> None:
    mind = cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.anouk, body="Rust.")
    home = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.fatima, body="Traplift.")
    for who, message, status in (
        (cast.fatima, mind, 404), (cast.linda, mind, 404), (cast.linda, home, 200),
        (cast.anouk, home, 404),
    ):  # fmt: skip
        address = f"{at('give_advice', cast)}?message={message}"
        assert client_of(who).get(address).status_code == status, who.name
    assert client_of(cast.linda).get(f"{at('give_advice', cast)}?message=x").status_code == 404


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Meer drinken graag", Guess("fluid", "more")),
        ("Zij mag niet autorijden tot na de controle", Guess("driving", "do_not")),
        ("Minder zout in het eten", Guess("salt", "less")),
        ("Elke dag 30 minuten wandelen",
         Guess("movement", "amount", Decimal(30), Decimal(30), "min_day")),
        ("Niet meer dan 5 kilo tillen", Guess("lifting", "amount", None, Decimal(5), "kg")),
        ("Gezellig koffie gedronken", Guess()),
    ],
)  # fmt: skip
def test_what_a_message_seems_to_advise(words: str, expected: Guess) -> None:
    assert guess(words) == expected
