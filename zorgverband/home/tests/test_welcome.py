"""A first visit explains what this is, once; and 'Hulp' keeps it, with whom to call."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from zorgverband.people.models import Account

WELCOME = "/welkom/"
MOST = 12


def newcomer(cast: Cast, name: str) -> None:
    """This person was never here before."""
    Account.objects.using("owner").filter(pk=cast.people[name].account).update(welcomed_at=None)


def read_at(cast: Cast, name: str) -> datetime | None:
    """When this person had read it."""
    return Account.objects.using("owner").get(pk=cast.people[name].account).welcomed_at


def said(client: Any, address: str = WELCOME) -> str:
    """The words of this page."""
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_first_visit_explains_once_and_goes_on_where_one_belongs(
    cast: Cast, client_of: Any
) -> None:
    newcomer(cast, "jannie")
    client, today = client_of(cast.jannie), reverse("today", kwargs={"network_id": cast.network})
    assert client.get("/")["Location"] == WELCOME
    assert client.get(today)["Location"] == WELCOME
    page = said(client)
    assert page.count("<li>") == 4
    assert "U beslist wie wat ziet." in page
    # Looking is not reading: only the button says so.
    assert read_at(cast, "jannie") is None
    assert client.post(reverse("welcomed"), {"key": str(uuid4())})["Location"] == "/"
    first = read_at(cast, "jannie")
    assert first is not None
    assert client.get("/")["Location"] == today
    assert client.get(today).status_code == 200
    # Read again from 'Hulp', the first time stays the first.
    client.post(reverse("welcomed"), {"key": str(uuid4())})
    assert read_at(cast, "jannie") == first


def test_who_was_here_before_is_not_stopped(cast: Cast, client_of: Any) -> None:
    assert read_at(cast, "peter") is not None
    assert client_of(cast.peter).get("/")["Location"] != WELCOME


def test_each_reads_what_is_true_for_them(cast: Cast, client_of: Any) -> None:
    assert "Jannie beslist wie wat ziet, en ziet ook wie er keek." in said(client_of(cast.marijke))
    nurse = said(client_of(cast.fatima))
    assert nurse.count("<li>") == 2
    assert "U beslist" not in nurse


def test_help_says_whom_to_call_to_who_may_know_and_only_to_them(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.jannie)
    said(client, "/hulp/")
    with CaptureQueriesContext(connection) as asked:
        mine = said(client, "/hulp/")
    assert len(asked) <= MOST, "\n".join(one["sql"][:90] for one in asked)
    assert "U leest alles mee wat over u gaat." in mine
    assert 'href="tel:' in mine.replace('href="tel:112"', "")
    stranger = said(Client(), "/hulp/")
    assert "Hoe vraagt u iets?" in stranger
    assert 'href="tel:' not in stranger.replace('href="tel:112"', "")
    for one in cast.people.values():
        assert one.name not in stranger
