"""Asking for help, doing it, giving it back, thanking: through the front door."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.helping.models import HelpRequest

from .asking import DAY, asked_by, at, offers, post

Client = Callable[..., Any]


def ask(client: Any, cast: Cast, **typed: Any) -> UUID:
    """Ask for help by the form; answers the item."""
    said = {"task": "groceries", "what": "Boodschappen halen", "first_to": "nobody", **typed}
    answer = post(client, at("ask_help", cast), **said)
    assert answer.status_code == 302, text(answer)
    return UUID(answer["Location"].rstrip("/").split("/")[-1])


@pytest.mark.slow
def test_the_one_who_is_asked_does_it_with_one_tap(cast: Cast, client_of: Client) -> None:
    jannie, ria, peter = client_of(cast.jannie), client_of(cast.ria), client_of(cast.peter)
    today = reverse("today", kwargs={"network_id": cast.network})
    asked = ask(jannie, cast, first_to=str(cast.ria.member))
    assert "Gevraagd aan Ria Bos" in text(jannie.get(at("help_one", cast, asked)))
    assert "Ik doe het" not in text(peter.get(today))
    assert post(peter, at("take_help", cast, asked)).status_code == 403
    assert "Ik doe het" in text(ria.get(today))
    assert post(ria, at("take_help", cast, asked), back="today")["Location"] == today
    for client in (jannie, peter):
        assert "Ria Bos doet het" in text(client.get(at("help_one", cast, asked)))
    agreements = reverse("agreements", kwargs={"network_id": cast.network})
    assert "Boodschappen halen" in text(ria.get(agreements))
    # A second tap of the same person changes nothing; one of somebody else hears who was first.
    assert post(ria, at("take_help", cast, asked)).status_code == 302
    late = post(peter, at("take_help", cast, asked))
    assert late.status_code == 409
    assert "Ria Bos was net iets eerder" in text(late)
    assert "Dank u wel zeggen" in text(jannie.get(today))
    assert post(jannie, at("thank_help", cast, asked), words="U bent een schat").status_code == 302
    assert "U bent een schat" in text(ria.get(at("help_one", cast, asked)))
    assert "Dank u wel zeggen" not in text(jannie.get(today))


@pytest.mark.slow
def test_no_goes_on_to_who_offered_and_then_to_all(cast: Cast, client_of: Client) -> None:
    offers(cast, cast.peter, groceries="can")
    jannie, ria, peter, linda = (
        client_of(one) for one in (cast.jannie, cast.ria, cast.peter, cast.linda)
    )
    asked = ask(jannie, cast, first_to="other", other=str(cast.ria.member))
    page, today = at("help_one", cast, asked), reverse("today", args=[cast.network])
    assert "Ik doe het" not in text(peter.get(page))
    assert post(ria, at("refuse_help", cast, asked), words="Ik ben weg").status_code == 302
    assert "Ik ben weg" in text(jannie.get(page))
    assert "Ik ben weg" not in text(peter.get(page))
    assert "Ik doe het" in text(peter.get(today))
    assert "Ik doe het" not in text(ria.get(today))
    assert "Ik doe het" not in text(linda.get(page))
    assert post(linda, at("take_help", cast, asked)).status_code == 403
    assert post(linda, at("open_help", cast, asked)).status_code == 403
    assert post(jannie, at("open_help", cast, asked)).status_code == 302
    # It is not asked of who works for the municipality; doing it all the same is welcome.
    assert "Ik doe het" not in text(linda.get(today))
    assert "Ik doe het" in text(linda.get(page))
    assert post(linda, at("take_help", cast, asked)).status_code == 302
    assert post(linda, at("give_back_help", cast, asked)).status_code == 302
    assert "Nog niemand" in text(jannie.get(page))
    assert "Ik doe het" not in text(linda.get(today))
    assert post(peter, at("take_help", cast, asked)).status_code == 302
    assert post(jannie, at("end_help", cast, asked)).status_code == 302
    assert "Niet meer nodig" in text(peter.get(page))
    assert "niet meer nodig" in text(post(ria, at("take_help", cast, asked)))


def test_with_a_time_it_stands_in_the_agenda(cast: Cast, client_of: Client) -> None:
    jannie, ria = client_of(cast.jannie), client_of(cast.ria)
    day = (clock.today() + 3 * DAY).isoformat()
    asked = ask(jannie, cast, task="transport", what="Naar de kapper", day=day, starts="14:00",
                ends="15:30", weeks="3", first_to=str(cast.ria.member))  # fmt: skip
    assert post(ria, at("take_help", cast, asked)).status_code == 302
    agenda = reverse("agenda", kwargs={"network_id": cast.network})
    week = text(jannie.get(agenda, {"day": day, "view": "list"}))
    assert "Naar de kapper" in week
    assert post(ria, at("give_back_help", cast, asked)).status_code == 302
    assert "Naar de kapper" not in text(jannie.get(agenda, {"day": day, "view": "list"}))


def test_who_does_not_want_is_never_suggested(cast: Cast, client_of: Client) -> None:
    offers(cast, cast.ria, readers=(cast.jannie,), groceries="not", company="wants")
    offers(cast, cast.peter, groceries="not")
    jannie = client_of(cast.jannie)
    form = text(jannie.get(at("ask_help", cast), {"task": "groceries"}))
    assert "Ria Bos doet dit liever niet" in form
    assert f'value="{cast.ria.member}"' not in form.split("Wie mag dit lezen?")[0]
    # What Peter told nobody, nobody learns.
    assert "Peter de Wit doet dit liever niet" not in form
    assert "Doet dit graag" in text(jannie.get(at("ask_help", cast), {"task": "company"}))
    refused = post(jannie, at("ask_help", cast), task="groceries", what="Melk halen",
                   first_to=str(cast.ria.member))  # fmt: skip
    assert refused.status_code == 422
    assert "Melk halen" in text(refused)
    asked = ask(jannie, cast)
    post(jannie, at("open_help", cast, asked))
    # Left in peace, but who wants to after all may.
    assert "Ik doe het" not in text(
        client_of(cast.peter).get(reverse("today", args=[cast.network]))
    )
    assert post(client_of(cast.peter), at("take_help", cast, asked)).status_code == 302


def test_what_cannot_be_is_refused_and_kept(cast: Cast, client_of: Client) -> None:
    jannie = client_of(cast.jannie)
    past, soon = (clock.today() - DAY).isoformat(), (clock.today() + DAY).isoformat()
    for typed in (
        {"day": past}, {"day": "x"}, {"starts": "10:00"}, {"day": soon, "starts": "x"},
        {"day": soon, "starts": "10:00", "ends": "09:00"}, {"weeks": "3"}, {"weeks": "99"},
        {"first_to": ""}, {"first_to": "x"}, {"first_to": str(cast.network)}, {"wait": "1"},
        {"first_to": str(cast.ria.member), "circle": "own", "member": str(cast.peter.member)},
    ):  # fmt: skip
        said = {"task": "groceries", "first_to": "nobody", "what": "Melk halen"} | typed
        answer = post(jannie, at("ask_help", cast), **said)
        assert answer.status_code == 422, typed
        assert "Melk halen" in text(answer)
    assert not HelpRequest.objects.using("owner").filter(network_id=cast.network).exists()
    assert post(client_of(cast.ria), at("ask_help", cast), task="nursing",
                first_to="nobody").status_code == 403  # fmt: skip


def test_help_with_the_body_is_behind_the_wall(cast: Cast, client_of: Client) -> None:
    jannie = client_of(cast.jannie)
    asked = ask(jannie, cast, task="washing", what="Helpen met douchen")
    for who in (cast.linda, cast.ria, cast.other.sofie if cast.other else cast.linda):
        assert client_of(who).get(at("help_one", cast, asked)).status_code == 404
        assert post(client_of(who), at("take_help", cast, asked)).status_code == 404
    assert "douchen" not in text(client_of(cast.linda).get(at("help_list", cast)))
    assert "douchen" in text(client_of(cast.marijke).get(at("help_list", cast)))


def test_a_page_stays_within_its_statements(
    cast: Cast, client_of: Client, django_assert_max_num_queries: Any
) -> None:
    offers(cast, cast.peter, groceries="can")
    for _number in range(4):
        asked_by(cast, cast.jannie)
    peter = client_of(cast.peter)
    for name in ("help_list", "what_i_do", "be_away"):
        peter.get(at(name, cast))
        # Twelve, and two for the transaction around them.
        with django_assert_max_num_queries(14):
            assert peter.get(at(name, cast)).status_code == 200


def test_who_asked_it_reads_that_they_did(cast: Cast, client_of: Client) -> None:
    asked = asked_by(cast, cast.marijke, first_to=cast.peter)
    for who, listed, page in (
        (cast.marijke, "U vroeg dit zelf", "uzelf"),
        (cast.peter, f"Gevraagd door {cast.marijke.name}", cast.marijke.name),
    ):
        client = client_of(who)
        assert listed in text(client.get(at("help_list", cast)))
        one = text(client.get(at("help_one", cast, asked)))
        assert page in one.split("Gevraagd door")[1].split("</dd>")[0]
