"""Entering a visit: who may, what is refused and in which words, and that looking changes nothing."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agenda.models import Visit, VisitPurpose
from zorgverband.base import clock
from zorgverband.journal.models import Event
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .visits import only_reads, page, post, typed_visit


def test_the_daughter_enters_a_visit_and_the_neighbour_reads_who_comes(
    cast: Cast, client_of: Any
) -> None:
    typed = typed_visit(who=str(cast.fatima.member), who_name="", what="Helpen met douchen")
    answer = post(client_of(cast.marijke), page("plan_visit", cast), **typed)
    assert answer.status_code == 302
    shown = text(client_of(cast.ria).get(page("agenda", cast)))
    assert "Thuiszorg De Brug" in shown
    assert "Helpen met douchen" in shown
    assert "9.00 tot 10.00 uur" in shown


def test_what_it_is_for_reaches_care_but_not_the_neighbour(cast: Cast, client_of: Any) -> None:
    typed = typed_visit(purpose="Wond verzorgen")
    post(client_of(cast.marijke), page("plan_visit", cast), **typed)
    for who, reads in ((cast.anouk, True), (cast.jannie, True), (cast.ria, False)):
        shown = text(client_of(who).get(page("agenda", cast)))
        assert "Tante Wil" in shown
        assert ("Wond verzorgen" in shown) is reads, who.name


def test_who_is_to_know_hears_of_it_once_and_not_of_the_purpose(cast: Cast, client_of: Any) -> None:
    post(client_of(cast.marijke), page("plan_visit", cast), **typed_visit(purpose="Wond"))
    events = Event.objects.using("owner").filter(network_id=cast.network)
    visit = Visit.objects.using("owner").get(network=cast.network)
    assert list(events.values_list("verb", "item_id")) == [("visit_planned", visit.item_id)]


def test_who_only_reads_the_agenda_does_not_enter_visits(cast: Cast, client_of: Any) -> None:
    only_reads(cast, cast.ria)
    client = client_of(cast.ria)
    assert "Bezoek invullen" not in text(client.get(page("agenda", cast)))
    assert client.get(page("plan_visit", cast)).status_code == 403
    assert post(client, page("plan_visit", cast), **typed_visit()).status_code == 403
    assert not Visit.objects.using("owner").filter(network=cast.network).exists()


def test_the_municipality_never_gets_to_say_what_for(cast: Cast, client_of: Any) -> None:
    cast.permit(cast.linda, Subject.COMING, about=cast.jannie, read=True, write=True)
    client = client_of(cast.linda)
    assert "Waarvoor (gezondheid)" not in text(client.get(page("plan_visit", cast)))
    answer = post(client, page("plan_visit", cast), **typed_visit(purpose="Wond"))
    assert answer.status_code == 403
    assert not VisitPurpose.objects.using("owner").filter(network=cast.network).exists()
    # Without a purpose the same form is accepted.
    assert post(client, page("plan_visit", cast), **typed_visit()).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"date": "2020-02-02"}, "Deze datum is voorbij. Kies vandaag of later."),
        ({"date": ""}, "Kies een datum."),
        ({"date": "31-12"}, "Kies een datum."),
        ({"starts": ""}, "Vul in hoe laat"),
        ({"ends": "08:00"}, "De eindtijd is voor de begintijd."),
        ({"ends": "09:00"}, "De eindtijd is voor de begintijd."),
        ({"who": "", "who_name": ""}, "Kies wie er komt, of schrijf een naam."),
        ({"who": "other", "who_name": " "}, "Kies wie er komt, of schrijf een naam."),
        ({"who": "iedereen"}, "Deze keuze bestaat niet meer."),
        ({"repeat": "weekly"}, "Kies op welke dagen het bezoek is."),
        ({"repeat": "daily", "last": "2020-02-02"}, "De laatste keer is voor de eerste keer."),
        ({"repeat": "soms"}, "Deze keuze bestaat niet meer."),
        ({"circle": "own"}, "Kies wie dit mag lezen."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    cast: Cast, client_of: Any, wrong: dict[str, str], sentence: str
) -> None:
    typed = typed_visit(what="Samen koffie drinken", **wrong)
    answer = post(client_of(cast.marijke), page("plan_visit", cast), **typed)
    assert answer.status_code == 422
    assert sentence in text(answer)
    assert "Samen koffie drinken" in text(answer)
    assert not Item.objects.using("owner").filter(network=cast.network).exists()


def test_looking_at_the_form_changes_nothing(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.marijke)
    assert client.get(page("plan_visit", cast), typed_visit()).status_code == 200
    assert not Item.objects.using("owner").filter(network=cast.network).exists()


def test_the_same_form_sent_twice_is_one_visit(cast: Cast, client_of: Any) -> None:
    client, typed = client_of(cast.marijke), typed_visit() | {"key": "twice"}
    first, second = (client.post(page("plan_visit", cast), typed) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Visit.objects.using("owner").filter(network=cast.network).count() == 1


def test_somebody_of_another_network_cannot_be_named(cast: Cast, client_of: Any) -> None:
    assert cast.other is not None
    typed = typed_visit(who=str(cast.other.sofie.member))
    assert post(client_of(cast.marijke), page("plan_visit", cast), **typed).status_code == 422


def test_today_is_not_yet_past(cast: Cast, client_of: Any) -> None:
    typed = typed_visit(date=clock.today().isoformat(), starts="00:05", ends="")
    assert post(client_of(cast.marijke), page("plan_visit", cast), **typed).status_code == 302
