"""The pages of carers through the front door."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import inside, text
from zorgverband.agenda.models import Visit
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.carers.load import week_of
from zorgverband.carers.models import CarerCheck, CarerOffer
from zorgverband.carers.queries import check_due
from zorgverband.carers.tasks import QUESTIONS
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

Client = Callable[..., Any]
NOT_SHARED = "nog niets met u gedeeld"


def at(name: str, cast: Cast) -> str:
    """The address of a page of this room."""
    return reverse(name, kwargs={"network_id": cast.network})


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def test_a_carer_says_it_and_only_whom_they_chose_sees_it(cast: Cast, client_of: Client) -> None:
    marijke, hanneke = client_of(cast.marijke), client_of(cast.hanneke)
    page = at("carers", cast)
    assert NOT_SHARED in text(hanneke.get(page))
    offered = {"hours": "4,5", "weekday": ["2", "5"], "task-nights": "not", "task-cooking": "wants",
               "limits": "Ik wil 's avonds thuis zijn.", "respite_weeks": "8",
               "reader": [str(cast.hanneke.member)]}  # fmt: skip
    assert post(marijke, at("offer_care", cast), **offered).status_code == 302
    assert post(marijke, at("carer_check", cast), holds="2", words="Ik ben moe.").status_code == 302
    own = text(marijke.get(page))
    for words in ("Hoogstens 4,5 uur per week", "Nog een paar weken", "Ik ben moe.",
                  "Elke 8 weken een paar dagen vrij", "Op: woensdag en zaterdag"):  # fmt: skip
        assert words in own
    shared = text(hanneke.get(page))
    assert "Koken of eten brengen" in shared
    assert "Ik ben moe." not in shared
    for who in (cast.jannie, cast.linda, cast.fatima):
        assert NOT_SHARED in text(client_of(who).get(page))
    assert "Marijke de Wit" not in text(client_of(cast.peter).get(page)).split("<h1")[1]
    form = text(marijke.get(at("offer_care", cast)))
    assert 'value="4,5"' in form
    check = text(marijke.get(at("carer_check", cast)))
    assert "open" not in check.split("<details")[1].split(">")[0]
    item = CarerOffer.objects.using("owner").get(network_id=cast.network).item_id
    assert Item.objects.using("owner").get(id=item).audience == [cast.hanneke.member]


def test_who_is_no_carer_has_no_such_forms(cast: Cast, client_of: Client) -> None:
    for who in (cast.jannie, cast.fatima, cast.linda):
        for name in ("offer_care", "carer_check"):
            assert client_of(who).get(at(name, cast)).status_code == 404
            assert post(client_of(who), at(name, cast), holds="3").status_code == 404


def test_a_refused_form_keeps_what_was_typed(cast: Cast, client_of: Client) -> None:
    marijke = client_of(cast.marijke)
    for name, typed in (
        ("offer_care", {"hours": "veel", "limits": "Niet tillen."}),
        ("offer_care", {"hours": "4", "respite_weeks": "x", "limits": "Niet tillen."}),
        ("offer_care", {"hours": "4", "until_on": "x", "limits": "Niet tillen."}),
        ("carer_check", {"words": "Niet tillen."}),
        ("carer_check", {"holds": "3", "list": "1", "answer-0": "1", "words": "Niet tillen."}),
        ("offer_care", {"hours": "1e400", "limits": "Niet tillen."}),
        ("carer_check", {"holds": "3", "rested_on": "2199-01-01", "words": "Niet tillen."}),
    ):
        answer = post(marijke, at(name, cast), **typed)
        assert answer.status_code == 422, typed
        assert "Niet tillen." in text(answer)
    assert not CarerCheck.objects.using("owner").filter(network_id=cast.network).exists()
    answers = {f"answer-{nr}": "1" for nr in range(len(QUESTIONS))}
    assert post(marijke, at("carer_check", cast), holds="3", list="1", **answers).status_code == 302
    assert "6 van de 12 punten" in text(marijke.get(at("carers", cast)))


@pytest.mark.parametrize(("hours", "over"), [("2", True), ("3", False)])
def test_the_load_of_this_week(cast: Cast, client_of: Client, hours: str, over: bool) -> None:
    monday, _sunday = week_of(clock.today())
    come = {"network_id": cast.network, "who_id": cast.marijke.member, "starts": time(10),
            "last_on": FOREVER, "first_on": monday - timedelta(days=7)}  # fmt: skip
    for more in (
        {"ends": time(11, 30), "repeat": Repeat.WEEKLY, "weekdays": [2]},
        {"repeat": Repeat.WEEKLY, "weekdays": [4]},
    ):
        visit = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima)
        Visit(item_id=visit, **come, **more).save(using="owner", force_insert=True)
    for state in ("accepted", "asked"):
        agreed = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.hanneke)
        Agreement(item_id=agreed, network_id=cast.network, executor_id=cast.marijke.member,
                  due_on=monday, state=state,
                  state_at=clock.now()).save(using="owner", force_insert=True)  # fmt: skip
    marijke = client_of(cast.marijke)
    post(marijke, at("offer_care", cast), hours=hours)
    shown = text(marijke.get(at("carers", cast)))
    assert "Samen ongeveer 3 uur." in shown
    assert ("meer dan de grens van 2 uur" in shown) is over


def test_once_a_month_it_is_asked_again(cast: Cast, client_of: Client, entered: Any) -> None:
    def due() -> bool:
        with inside(cast.marijke.person, (cast.network,)):
            return check_due(cast.network, UUID(str(cast.marijke.member)))

    assert due()
    post(client_of(cast.marijke), at("carer_check", cast), holds="4")
    assert not due()
    cast.owner.execute(
        "UPDATE carers_carercheck SET on_date = on_date - 30 WHERE network_id = %s", [cast.network]
    )
    assert due()
