"""A carer's own page: what they do, who can take it over, and when they are away."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.models import Kind, Visit
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.helping.models import Away
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .asking import at, offers, post

Client = Callable[..., Any]


@pytest.mark.slow
def test_what_i_do_is_handed_over(cast: Cast, client_of: Client) -> None:
    day = clock.today() + timedelta(days=3)
    koken = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie, kind="visit",
                      title="Bezoek", body="Samen koken")  # fmt: skip
    Visit(item_id=koken, network_id=cast.network, who_id=cast.marijke.member, first_on=day,
          last_on=day + timedelta(days=60), starts=time(17), repeat="weekly",
          weekdays=[day.weekday()]).save(using="owner", force_insert=True)  # fmt: skip
    post_ = cast.item(about=cast.jannie, subject=Subject.ARRANGEMENTS, author=cast.peter,
                      kind="agreement", title="Post halen")  # fmt: skip
    Agreement(item_id=post_, network_id=cast.network, executor_id=cast.marijke.member,
              first_on=clock.today(), repeat="daily", state="running",
              state_at=clock.now()).save(using="owner", force_insert=True)  # fmt: skip
    offers(cast, cast.marijke, cooking="can", nights="not")
    offers(cast, cast.ria, readers=(cast.marijke,), cooking="wants")
    marijke, ria = client_of(cast.marijke), client_of(cast.ria)
    page = text(marijke.get(at("what_i_do", cast)))
    for words in ("Samen koken", "Post halen", "Ria Bos kan dit ook", "Wil ik niet"):
        assert words in page, words
    asks = reverse("ask_help", args=[cast.network])
    assert f"{asks}?instead_of={koken}&amp;whole=1" in page
    kinds = text(marijke.get(asks, {"instead_of": koken, "whole": "1"}))
    assert f"instead_of={koken}&amp;whole=1&amp;task=cooking" in kinds
    form = text(marijke.get(asks, {"instead_of": koken, "whole": "1", "task": "cooking"}))
    assert "Alles, vanaf" in form
    said = {
        "instead_of": str(koken),
        "whole": "1",
        "task": "cooking",
        "first_to": str(cast.ria.member),
    }
    # Nobody asks for others to take over what is somebody else's.
    assert post(client_of(cast.peter), asks, **said).status_code == 404
    asked = post(marijke, asks, **said)
    assert asked.status_code == 302, text(asked)
    assert "Gevraagd aan Ria Bos" in text(marijke.get(at("what_i_do", cast)))
    one = UUID(asked["Location"].rstrip("/").split("/")[-1])
    assert post(ria, at("take_help", cast, one)).status_code == 302
    assert f'data-item="{koken}"' not in text(marijke.get(at("what_i_do", cast)))
    assert "Samen koken" in text(ria.get(at("what_i_do", cast)))
    # Only a carer has such a page, and only of themselves.
    for who in (cast.jannie, cast.hanneke, cast.linda):
        assert client_of(who).get(at("what_i_do", cast)).status_code == 404


def _coming(cast: Cast, subject: Subject, kind: Kind, title: str) -> UUID:
    item = cast.item(about=cast.jannie, subject=subject, author=cast.fatima, kind="visit",
                     title=title, body=title)  # fmt: skip
    Visit(item_id=item, network_id=cast.network, who_id=cast.marijke.member, kind=kind,
          first_on=clock.today() + timedelta(days=2), last_on=clock.today() + timedelta(days=2),
          starts=time(9)).save(using="owner", force_insert=True)  # fmt: skip
    return item


def test_who_takes_over_going_to_a_doctor_is_asked_where_it_stays_medical(
    cast: Cast, client_of: Client
) -> None:
    doctor = _coming(cast, Subject.HEALTH, Kind.OUT, "Naar de oogarts")
    pills = _coming(cast, Subject.MEDICATION, Kind.MEDICINE, "Medicijnen")
    marijke, asks = client_of(cast.marijke), reverse("ask_help", args=[cast.network])
    own = text(marijke.get(at("what_i_do", cast)))
    assert f'data-item="{doctor}"' in own
    assert f'data-item="{pills}"' in own
    assert f"{asks}?instead_of={doctor}&amp;" in own
    # She reads about medication, and does not write about it: of that she asks nothing.
    assert f"instead_of={pills}" not in own
    said = {"whole": "1", "task": "outings", "first_to": str(cast.fatima.member)}
    assert post(marijke, asks, instead_of=str(pills), **said).status_code == 403
    asked = post(marijke, asks, instead_of=str(doctor), **said)
    assert asked.status_code == 302, text(asked)
    one = UUID(asked["Location"].rstrip("/").split("/")[-1])
    assert Item.objects.using("owner").get(id=one).subject == Subject.HEALTH
    for who in (cast.linda, cast.ria):
        assert client_of(who).get(at("help_one", cast, one)).status_code == 404, who.name
    assert "Naar de oogarts" in text(client_of(cast.jannie).get(at("help_one", cast, one)))


@pytest.mark.slow
def test_away_is_known_to_whom_it_was_told(cast: Cast, client_of: Client) -> None:
    first = clock.today() + timedelta(days=2)
    koken = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.jannie, kind="visit",
                      title="Bezoek", body="Samen koken")  # fmt: skip
    Visit(item_id=koken, network_id=cast.network, who_id=cast.marijke.member, first_on=first,
          last_on=first, starts=time(17)).save(using="owner", force_insert=True)  # fmt: skip
    marijke = client_of(cast.marijke)
    form = text(marijke.get(at("be_away", cast)))
    for who in (cast.jannie, cast.hanneke):
        assert f'value="{who.member}" checked' in form
    days = {"first_on": first.isoformat(), "last_on": (first + timedelta(days=7)).isoformat()}
    readers = [str(cast.jannie.member), str(cast.hanneke.member)]
    for wrong in (
        {"first_on": ""}, {"last_on": clock.today().isoformat()}, {"first_on": "x"},
        {"first_on": "2020-01-01", "last_on": "2020-01-02"},
    ):  # fmt: skip
        assert post(marijke, at("be_away", cast), **(days | wrong), words="Zee").status_code == 422
    said = post(marijke, at("be_away", cast), **days, reader=readers, words="Even naar zee")
    assert said.status_code == 302
    own = text(marijke.get(at("what_i_do", cast)))
    assert "Dit doet dan nog niemand" in own
    assert f"instead_of={koken}&amp;whole=&amp;day={first.isoformat()}" in own
    today = reverse("today", args=[cast.network])
    for who, knows in (
        (cast.jannie, True),
        (cast.hanneke, True),
        (cast.ria, False),
        (cast.linda, False),
    ):
        client = client_of(who)
        assert ("Marijke de Wit is weg" in text(client.get(today))) is knows, who.name
        assert ("Marijke de Wit is weg" in text(client.get(at("help_list", cast)))) is knows
    away = Away.objects.using("owner").get(network_id=cast.network).item_id
    back = reverse("be_back", args=[cast.network, away])
    assert post(client_of(cast.peter), back).status_code == 409
    assert post(marijke, back).status_code == 302
    assert "is weg" not in text(client_of(cast.jannie).get(today))
