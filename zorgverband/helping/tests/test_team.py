"""Help that is asked of a team: everybody in it hears of it, and one of them does it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.models import Agreement
from zorgverband.helping.models import HelpTaken
from zorgverband.journal.models import Event
from zorgverband.notifications.actions import deliver
from zorgverband.notifications.models import Notice
from zorgverband.sharing.models import Item

from .asking import at, post

Client = Callable[..., Any]


@pytest.mark.slow
def test_a_team_is_asked_and_one_of_its_people_does_it(cast: Cast, client_of: Client) -> None:
    jannie, fatima, sanne = (client_of(one) for one in (cast.jannie, cast.fatima, cast.sanne))
    form = text(jannie.get(at("ask_help", cast) + "?task=groceries"))
    assert "Team Duinrijk-Noord, Thuiszorg De Brug" in form
    said = {"task": "groceries", "what": "Boodschappen halen", "first_to": "other"}
    answer = post(jannie, at("ask_help", cast), **said, other=str(cast.fatima.member))
    assert answer.status_code == 302
    asked = Item.objects.using("owner").get(network_id=cast.network, kind="help")
    # Whoever is in the team hears of it, and nobody else.
    event = Event.objects.using("owner").get(item_id=asked.id, verb="help_asked")
    deliver(event=event.id)
    told = Notice.objects.using("owner").filter(event_id=event.id)
    assert set(told.values_list("person", "kind")) == {
        (cast.fatima.person, "asked"), (cast.sanne.person, "asked"),
    }  # fmt: skip
    today = reverse("today", args=[cast.network])
    for client in (fatima, sanne):
        assert "Ik doe het" in text(client.get(today))
    assert post(client_of(cast.peter), at("take_help", cast, asked.id)).status_code == 403
    assert post(sanne, at("take_help", cast, asked.id)).status_code == 302
    late = post(fatima, at("take_help", cast, asked.id))
    assert late.status_code == 409
    assert f"{cast.sanne.name} was net iets eerder" in text(late)
    shown = text(jannie.get(at("help_one", cast, asked.id)))
    assert "Team Duinrijk-Noord doet het" in shown
    assert cast.sanne.name in shown
    taken = HelpTaken.objects.using("owner").get(item_id=asked.id)
    assert (taken.member_id, taken.person_id) == (cast.fatima.member, cast.sanne.person)
    assert (
        Agreement.objects.using("owner").get(item_id=taken.made_id).executor_id == taken.member_id
    )
    # A colleague gives it back as well: it is the team's.
    assert post(fatima, at("give_back_help", cast, asked.id)).status_code == 302
    assert "Team Duinrijk-Noord doet het" not in text(jannie.get(at("help_one", cast, asked.id)))
