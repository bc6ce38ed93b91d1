"""The words somebody said yes to stay the words: to agree on something else, one asks anew."""

import re
from typing import Any
from uuid import UUID

import pytest
from django.db import ProgrammingError
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.requests.models import Act
from zorgverband.requests.tests.asking import act, ask
from zorgverband.sharing.models import Item

from .asking import WHAT, asked, page, post, state

OTHER = "Donderdag en vrijdag boodschappen doen"


def edit(cast: Cast, client: Any, agreement: UUID) -> Any:
    at = reverse("edit", kwargs={"network_id": cast.network, "item_id": agreement})
    shown = client.get(at).status_code
    answer = post(client, at, title=OTHER, body="", version=1)
    assert (shown == 409) == (answer.status_code == 409)
    return answer


def title(agreement: UUID) -> str:
    return Item.objects.using("owner").get(id=agreement).title


def test_the_words_change_until_somebody_answers_and_then_no_more(
    cast: Cast, client_of: Any
) -> None:
    open_, promised = (asked(cast, cast.marijke, cast.joost) for _ in range(2))
    assert post(client_of(cast.joost), page("receive_agreement", cast, open_)).status_code == 302
    assert edit(cast, client_of(cast.marijke), open_).status_code == 302
    assert title(open_) == OTHER
    for verb in ("accept_agreement", "start_agreement", "mark_done"):
        assert post(client_of(cast.joost), page(verb, cast, promised)).status_code == 302
        refused = edit(cast, client_of(cast.marijke), promised)
        assert refused.status_code == 409, verb
        assert "een nieuwe afspraak" in refused.content.decode()
    assert title(promised) == WHAT


def test_what_one_promised_oneself_is_in_ones_own_words(cast: Cast, client_of: Any) -> None:
    own = asked(cast, cast.marijke, cast.marijke)
    assert state(own) == "accepted"
    assert edit(cast, client_of(cast.marijke), own).status_code == 302
    assert title(own) == OTHER


def test_the_lock_keeps_the_words_another_agreed_to(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    rows = Item.objects.filter(id=agreement)
    with entered(cast.marijke):
        assert rows.update(title="Iets anders", version=2, edited_at=clock.now()) == 1
    post(client_of(cast.joost), page("accept_agreement", cast, agreement))
    with (
        pytest.raises(ProgrammingError, match="words another agreed to"),
        entered(cast.marijke),
    ):
        rows.update(title=OTHER, version=3, edited_at=clock.now())
    assert title(agreement) == "Iets anders"


def test_a_correction_that_was_asked_for_is_granted_all_the_same(
    cast: Cast, client_of: Any
) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    post(client_of(cast.joost), page("accept_agreement", cast, agreement))
    request = ask(cast.jannie, agreement, Act.CORRECT)
    act(cast.marijke, "grant", request, title=OTHER, version=1)
    assert title(agreement) == OTHER
    assert edit(cast, client_of(cast.marijke), agreement).status_code == 409


def test_a_yes_counts_for_the_words_that_were_read(cast: Cast, client_of: Any) -> None:
    agreement = asked(cast, cast.marijke, cast.joost)
    joost, at = client_of(cast.joost), page("agreement", cast, agreement)

    def read(address: str) -> str:
        found = re.search(r'name="stated" value="([^"]+)"', text(joost.get(address)))
        assert found
        return found[1]

    before = read(at)
    assert read(page("agreements", cast)) == read("/voor-mij/") == before
    assert edit(cast, client_of(cast.marijke), agreement).status_code == 302
    refused = post(joost, page("accept_agreement", cast, agreement), stated=before)
    assert refused.status_code == 409
    assert "veranderd nadat u hem las" in text(refused)
    assert OTHER in text(refused)
    assert state(agreement) == "asked"
    assert (
        post(joost, page("accept_agreement", cast, agreement), stated=read(at)).status_code == 302
    )
    assert state(agreement) == "accepted"
