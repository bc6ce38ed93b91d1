"""A network is closed by who decides or coordinates, and opened again within some days; a death that was
recorded by mistake is taken back by who has no seat any more; the terms are settings."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from tests.cast import Cast
from zorgverband.config.terms import days, from_environment
from zorgverband.journal.models import Event
from zorgverband.privacy.apply import render
from zorgverband.sharing.subjects import Subject

from .doing import at, confirm, reads, send, words
from .test_death import record

Browser = Callable[..., Any]
UNDO = reverse("undoing")


def close(cast: Cast, client: Any) -> Any:
    answer = confirm(client, at("close_network", cast))
    assert answer.headers["Location"] == UNDO
    return answer


def open_again(cast: Cast, client: Any) -> Any:
    return send(client, reverse("open_again", kwargs={"closed_id": cast.network}))


def aged(cast: Cast, sql: str, interval: str) -> None:
    cast.owner.execute(
        f"{sql} = now() - interval '{interval}' WHERE network_id = %s", [cast.network]
    )


@pytest.mark.slow
def test_the_client_closes_it_for_everybody_and_opens_it_again(
    cast: Cast, client_of: Browser
) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Laatste foto.")
    jannie = client_of(cast.jannie)
    assert "Netwerk sluiten" in words(jannie.get(at("who_decides", cast)))
    page = words(jannie.get(at("close_network", cast)))
    assert "mensen lezen niets meer" in page
    assert "30 dagen lang weer openen" in page
    assert reads(client_of(cast.marijke), cast, "Laatste foto.")
    close(cast, jannie)
    for who in cast.people.values():
        assert client_of(who).get(at("news", cast)).status_code == 404, who.name
    # She has no network any more, and arrives where it can be undone.
    assert jannie.get("/").headers["Location"] == UNDO
    assert "Jannie de Wit sloot het op" in words(jannie.get(UNDO))
    # What she closed no coordinator opens.
    for who in (cast.hanneke, cast.marijke, cast.linda):
        client = client_of(who)
        assert "Er is niets om terug te draaien." in words(client.get(UNDO))
        assert open_again(cast, client).status_code == 409
    assert open_again(cast, jannie).status_code == 302
    assert reads(client_of(cast.marijke), cast, "Laatste foto.")
    verbs = Event.objects.using("owner").filter(network_id=cast.network).order_by("at", "id")
    assert list(verbs.values_list("verb", flat=True)) == ["closed", "reopened"]
    assert open_again(cast, jannie).status_code == 409


def test_what_the_coordinator_closed_the_client_opens_too(cast: Cast, client_of: Browser) -> None:
    close(cast, client_of(cast.hanneke))
    assert "Hanneke Smit sloot het op" in words(client_of(cast.hanneke).get(UNDO))
    assert open_again(cast, client_of(cast.jannie)).status_code == 302
    assert client_of(cast.hanneke).get(at("news", cast)).status_code == 200


def test_after_the_term_nobody_opens_it(cast: Cast, client_of: Browser) -> None:
    close(cast, client_of(cast.jannie))
    cast.owner.execute(
        "UPDATE networks_network SET closed_at = now() - interval '31 days' WHERE id = %s",
        [cast.network],
    )
    assert open_again(cast, client_of(cast.jannie)).status_code == 409
    assert "Er is niets" in words(client_of(cast.jannie).get(UNDO))


def test_others_close_nothing(cast: Cast, client_of: Browser) -> None:
    for who in (cast.marijke, cast.ria, cast.fatima, cast.anouk, cast.linda):
        client = client_of(who)
        assert client.get(at("close_network", cast)).status_code == 403
        assert send(client, at("close_network", cast), seen="x").status_code == 403
        assert "Netwerk sluiten" not in words(client.get(at("who_decides", cast)))


def test_of_a_household_one_alone_does_not_close_it_nor_while_a_dossier_is_kept(
    cast: Cast, client_of: Browser
) -> None:
    cast.owner.execute(
        "UPDATE networks_member SET side = 'client' WHERE id = %s", [cast.peter.member]
    )
    assert client_of(cast.jannie).get(at("close_network", cast)).status_code == 403
    assert client_of(cast.hanneke).get(at("close_network", cast)).status_code == 200
    record(cast, client_of)
    assert client_of(cast.hanneke).get(at("close_network", cast)).status_code == 403


def test_who_is_recorded_as_dead_and_lives_says_so(cast: Cast, client_of: Browser) -> None:
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body="Laatste foto.")
    record(cast, client_of)
    undo = reverse("undo_recorded_death", kwargs={"dead_id": cast.jannie.member})
    for who in (cast.marijke, cast.ria, cast.linda):
        assert send(client_of(who), undo).status_code == 409
    jannie = client_of(cast.jannie)
    assert "Hier staat dat u bent overleden" in words(jannie.get(UNDO))
    assert send(jannie, undo).status_code == 302
    assert reads(client_of(cast.marijke), cast, "Laatste foto.")
    assert "was een vergissing" in words(jannie.get(at("who_decides", cast)))
    assert send(jannie, undo).status_code == 409


def test_who_decided_about_the_client_says_so_too(cast: Cast, client_of: Browser) -> None:
    cast.owner.execute(
        "INSERT INTO networks_representation (id, network_id, client_id, representative_id, ground, "
        "document, subjects, starts_at) VALUES (%s, %s, %s, %s, 'mentorship', '', '{6,7}', now())",
        [uuid4(), cast.network, cast.jannie.member, cast.marijke.member],
    )
    cast.owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, ground, starts_at) "
        "VALUES (%s, %s, %s, 'represented', 'mentorship', now())",
        [uuid4(), cast.network, cast.jannie.member],
    )
    record(cast, client_of)
    marijke = client_of(cast.marijke)
    assert "Hier staat dat Jannie de Wit is overleden" in words(marijke.get(UNDO))
    undo = reverse("undo_recorded_death", kwargs={"dead_id": cast.jannie.member})
    aged(cast, "UPDATE networks_death SET starts_at", "15 days")
    assert send(marijke, undo).status_code == 409
    aged(cast, "UPDATE networks_death SET starts_at", "13 days")
    assert send(marijke, undo).status_code == 302


def test_the_terms_are_settings_that_the_locks_know(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    assert from_environment() == {"interim": 28, "death_undo": 14, "reopen": 30}
    monkeypatch.setenv("ZV_INTERIM_DAYS", "7")
    assert from_environment()["interim"] == 7
    settings.TERMS = from_environment()
    assert render("SELECT {days:interim}", "") == "SELECT 7"
    for wrong in ("0", "93", "een", "-1", ""):
        monkeypatch.setenv("ZV_INTERIM_DAYS", wrong)
        with pytest.raises(ImproperlyConfigured):
            days("ZV_INTERIM_DAYS", 28, most=92)


def test_the_page_and_the_refusal_tell_the_days_of_this_installation(
    cast: Cast, client_of: Browser, settings: Any
) -> None:
    settings.TERMS = settings.TERMS | {"interim": 7}
    address = at("take_interim", cast, client_id=cast.jannie.member)
    assert "Van 1 tot en met 7 dagen" in words(client_of(cast.hanneke).get(address))
    answer = send(client_of(cast.hanneke), address, ground="cannot", reason="Kan het nu niet zelf.",
                  days="8")  # fmt: skip
    assert "Kies een aantal dagen van 1 tot en met 7." in words(answer)
