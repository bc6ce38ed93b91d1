"""Another proposal in the place of what was asked: it goes back, and binds only after a yes."""

from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.models import Agreement, State
from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.journal.models import Event
from zorgverband.sharing.subjects import Subject

from .asking import asked, page, post, state
from .test_repeating_agreements import act

OTHER = "Vrijdag boodschappen doen"


def test_the_old_is_declined_and_the_new_goes_back_to_who_asked(cast: Cast, client_of: Any) -> None:
    old = asked(cast, cast.marijke, cast.hanneke)
    client = client_of(cast.hanneke)
    assert client.get(page("counter_agreement", cast, old)).status_code == 200
    post(client, page("counter_agreement", cast, old), what=OTHER, reason="Dan ben ik vrij")
    new = Agreement.objects.using("owner").get(instead_of_id=old)
    assert (state(old), new.state) == ("declined", "asked")
    assert (new.executor_id, new.asked_of_id) == (cast.hanneke.member, cast.marijke.member)
    told = Event.objects.using("owner").get(item_id=new.item_id, verb="agreement_asked")
    assert told.to_person_id == cast.marijke.person
    shown = text(client_of(cast.marijke).get(page("today", cast)))
    assert OTHER in shown
    assert "Ja, dat is goed" in shown
    # Who proposed it does not say yes for the other.
    refused = post(client, page("accept_agreement", cast, new.item_id))
    assert refused.status_code == 403
    post(client_of(cast.marijke), page("accept_agreement", cast, new.item_id))
    assert state(new.item_id) == "accepted"
    # From here who proposed it does it.
    assert post(client, page("mark_done", cast, new.item_id)).status_code == 302


def test_both_can_go_on_proposing(cast: Cast, client_of: Any) -> None:
    old = asked(cast, cast.marijke, cast.hanneke)
    act(cast, cast.hanneke, "counter_agreement", old, what=OTHER)
    second = Agreement.objects.using("owner").get(instead_of_id=old)
    act(cast, cast.marijke, "counter_agreement", second.item_id, what="Zaterdag dan?")
    third = Agreement.objects.using("owner").get(instead_of_id=second.item_id)
    assert (third.executor_id, third.asked_of_id) == (cast.hanneke.member, None)
    act(cast, cast.hanneke, "accept_agreement", third.item_id)
    assert state(third.item_id) == "accepted"


def test_only_whom_it_was_asked_of_proposes_something_else(cast: Cast, client_of: Any) -> None:
    old = asked(cast, cast.marijke, cast.hanneke)
    for who in (cast.peter, cast.marijke, cast.jannie):
        with pytest.raises(NotYours):
            act(cast, who, "counter_agreement", old, what=OTHER)
        assert client_of(who).get(page("counter_agreement", cast, old)).status_code == 403
    assert state(old) == "asked"


def test_past_the_action_nobody_asks_an_answer_of_who_did_not_ask(cast: Cast, entered: Any) -> None:
    old = asked(cast, cast.marijke, cast.hanneke)
    item = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.hanneke)
    row = {"item_id": item, "network_id": cast.network, "executor_id": cast.hanneke.member,
           "instead_of_id": old, "state": State.ASKED, "state_by_id": cast.hanneke.person,
           "state_at": clock.now()}  # fmt: skip
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.hanneke):
        Agreement.objects.bulk_create([Agreement(**row, asked_of_id=cast.peter.member)])
    with entered(cast.hanneke):
        Agreement.objects.bulk_create([Agreement(**row, asked_of_id=cast.marijke.member)])
