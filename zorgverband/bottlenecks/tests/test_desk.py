"""The coordinator's desk: what asks attention, why, and one act that really does it."""

from typing import Any

from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.bottlenecks.desk import SIGNALS_A_NETWORK
from zorgverband.bottlenecks.looking import look
from zorgverband.bottlenecks.models import Bottleneck, Measure
from zorgverband.journal.models import Event
from zorgverband.sharing.subjects import Subject

from .test_found import due, later, look_at

DESK = "/netwerken/aandacht/"


def late(cast: Cast, subject: Subject = Subject.ARRANGEMENTS) -> Bottleneck:
    """An agreement of Joost that is late."""
    due(cast, subject)
    look_at(cast, 2)
    rows = Bottleneck.objects.using("owner").filter(network=cast.network)
    return rows.get(kind="agreement_overdue")


def here(cast: Cast, name: str, one: Bottleneck) -> str:
    return reverse(name, kwargs={"network_id": cast.network, "bottleneck_id": one.id})


def test_the_desk_names_what_asks_attention_and_the_one_to_remind(
    cast: Cast, client_of: Any
) -> None:
    one = late(cast)
    page = client_of(cast.hanneke).get(DESK).content.decode()
    assert "Afspraak te laat" in page
    assert f"Herinner {cast.joost.name}" in page
    assert here(cast, "ask_about_bottleneck", one) in page
    assert "1 van de 1 vragen om aandacht" in page


def test_who_coordinates_nothing_has_no_desk(cast: Cast, client_of: Any) -> None:
    late(cast)
    for who in (cast.jannie, cast.marijke, cast.anouk):
        assert client_of(who).get(DESK).status_code == 404


def test_reminding_tells_who_does_it_and_puts_it_aside_until_an_answer_may_come(
    cast: Cast, client_of: Any
) -> None:
    one, client = late(cast), client_of(cast.hanneke)
    asked = client.post(here(cast, "ask_about_bottleneck", one), {"key": "a", "back": "desk"})
    assert (asked.status_code, asked.headers["Location"]) == (302, DESK)
    events = Event.objects.using("owner").filter(network_id=cast.network, verb="reminded")
    assert [(row.to_person_id, row.item_id) for row in events] == [
        (cast.joost.person, one.facts[0])
    ]
    page = client.get(DESK).content.decode()
    assert "Afspraak te laat" not in page
    assert "Er is nu niets dat aandacht vraagt." not in page or "0 van de 1" in page
    with clock.at(later(4)):
        assert "Afspraak te laat" in client_of(cast.hanneke).get(DESK).content.decode()
    done = Measure.objects.using("owner").get(bottleneck=one)
    assert (done.what, done.person_id) == ("acted", cast.hanneke.person)


def test_who_does_not_handle_it_reminds_nobody(cast: Cast, client_of: Any) -> None:
    one = late(cast)
    refused = client_of(cast.marijke).post(here(cast, "ask_about_bottleneck", one), {"key": "a"})
    assert refused.status_code == 403
    assert not Event.objects.using("owner").filter(network_id=cast.network, verb="reminded")
    assert not Measure.objects.using("owner").filter(bottleneck=one)


def test_what_was_done_is_kept_with_who_and_when_and_asks_for_words(
    cast: Cast, client_of: Any
) -> None:
    one, client = late(cast), client_of(cast.hanneke)
    nothing = client.post(here(cast, "note_measure", one), {"key": "a", "words": " "})
    assert nothing.status_code == 422
    assert "Vul in wat u hebt gedaan." in nothing.content.decode()
    client.post(here(cast, "note_measure", one), {"key": "b", "words": "Met Joost gebeld."})
    page = client_of(cast.jannie).get(here(cast, "bottleneck", one)).content.decode()
    assert "Met Joost gebeld." in page
    assert cast.hanneke.name in page


def test_a_kind_is_chosen_by_a_filter_that_counts_networks(cast: Cast, client_of: Any) -> None:
    late(cast)
    client = client_of(cast.hanneke)
    chosen = client.get(f"{DESK}?soort=agreement_overdue").content.decode()
    assert "Afspraak te laat (1)" in chosen
    # Of many things in one network, what was asked for is not the one that is left out.
    few = SIGNALS_A_NETWORK + 1
    for _place in range(few):
        due(cast)
    look_at(cast, 2)
    rows = Bottleneck.objects.using("owner").filter(network=cast.network)
    first = rows.filter(kind="agreement_overdue").order_by("id")[0]
    rows.filter(id=first.id).update(kind="plan_stale", seriousness=0)
    assert "In het plan veranderde niets" not in client.get(DESK).content.decode()
    stale = client.get(f"{DESK}?soort=plan_stale").content.decode()
    assert "In het plan veranderde niets" in stale
    assert client.get(f"{DESK}?soort=no_coordinator").content.decode().count("desk-signal") == 0
    assert client.get(f"{DESK}?soort=onzin&page=-3").status_code == 200


def test_a_medical_fact_is_on_no_desk_of_the_social_side(
    cast: Cast, client_of: Any, owner: Any
) -> None:
    late(cast, Subject.HEALTH)
    owner.execute("UPDATE networks_member SET coordinator = true WHERE id = %s", [cast.ria.member])
    look(networks=[cast.network])
    page = client_of(cast.ria).get(DESK)
    assert page.status_code == 200
    assert "Afspraak te laat" not in page.content.decode()
