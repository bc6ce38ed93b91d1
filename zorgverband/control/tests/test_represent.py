"""Somebody acts for a client: chosen by the client, or by two together; and it ends."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cast import Cast
from zorgverband.base import clock, deciding
from zorgverband.control.models import Proposal
from zorgverband.membership.actions import leave_network
from zorgverband.membership.actions.remove import NobodyDecides
from zorgverband.networks.models import Control, Representation
from zorgverband.sharing.subjects import Subject

from .doing import at, confirm, send, words

Browser = Callable[..., Any]
Entered = Callable[..., Any]
ALL = [str(one) for one in Subject.values]


def form(cast: Cast, **fields: object) -> dict[str, object]:
    return {
        "representative": str(cast.marijke.member), "ground": "authorisation", "document": "",
        "subjects": ALL, "review_on": (clock.today() + timedelta(days=300)).isoformat(), **fields,
    }  # fmt: skip


def deciders(cast: Cast, entered: Entered) -> list[Any]:
    with entered(cast.jannie):
        return [list(one.deciders) for one in deciding.standings(cast.network)]


def test_the_client_lets_her_daughter_decide_and_takes_it_back(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    jannie = client_of(cast.jannie)
    confirm(jannie, at("represent", cast, client_id=cast.jannie.member), **form(cast))
    assert deciders(cast, entered) == [[cast.marijke.member]]
    page = words(client_of(cast.marijke).get(at("who_decides", cast)))
    assert "Marijke de Wit beslist voor Jannie." in page
    assert "een papier dat de cliënt zelf tekende" in page
    assert "alle onderwerpen" in page
    confirm(jannie, at("decide_again", cast, client_id=cast.jannie.member))
    assert deciders(cast, entered) == [[cast.jannie.member]]
    ended = Representation.objects.using("owner").get(network_id=cast.network)
    assert ended.ends_at is not None


def test_several_act_each_for_their_own_subjects(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    jannie, address = client_of(cast.jannie), at("represent", cast, client_id=cast.jannie.member)
    confirm(jannie, address, **form(cast, subjects=["10"]))
    confirm(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="agreed", reason="Mevrouw vindt dit goed voor even.", days="3",
    )  # fmt: skip
    with entered(cast.hanneke):
        refused = deciding.represent({
            "client": cast.jannie.member, "representative": cast.peter.member, "ground": "authorisation",
            "document": "", "subjects": [6], "review_on": "2030-01-01",
            "at": datetime.now(UTC).isoformat(),
        })  # fmt: skip
    assert refused is False, "who decides for some days alone lets nobody else decide"


def test_a_coordinator_proposes_a_mentor_and_a_second_person_says_yes(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    fields = form(cast, ground="mentorship", document="beschikking 3 maart 2026")
    answer = send(
        client_of(cast.hanneke), at("represent", cast, client_id=cast.jannie.member), **fields
    )
    assert answer.status_code == 302
    assert deciders(cast, entered) == [[cast.jannie.member]], "a proposal changes nothing"
    proposal = Proposal.objects.using("owner").get(network_id=cast.network)
    place = at("proposal", cast, proposal_id=proposal.id)
    assert client_of(cast.ria).get(place).status_code == 404
    waiting = words(client_of(cast.anouk).get(at("today", cast)))
    assert "Hanneke Smit stelt iets voor" in waiting
    confirm(client_of(cast.anouk), place)
    assert deciders(cast, entered) == [[cast.marijke.member]]
    told = words(client_of(cast.jannie).get(at("who_decides", cast)))
    assert "Marijke de Wit beslist voor u." in told
    assert "beschikking 3 maart 2026" in told


def test_who_proposed_it_is_not_the_second_person(cast: Cast, client_of: Browser) -> None:
    fields = form(cast, ground="mentorship", document="beschikking 3 maart 2026")
    send(client_of(cast.hanneke), at("represent", cast, client_id=cast.jannie.member), **fields)
    proposal = Proposal.objects.using("owner").get(network_id=cast.network)
    place = at("proposal", cast, proposal_id=proposal.id)
    page = words(client_of(cast.hanneke).get(place))
    assert "wacht op antwoord" in page
    assert client_of(cast.hanneke).post(
        at("decline_proposal", cast, proposal_id=proposal.id), {"key": "k1"}
    ).status_code == 403  # fmt: skip


def test_the_client_says_no_and_nothing_changes(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    fields = form(cast, ground="mentorship", document="beschikking 3 maart 2026")
    send(client_of(cast.hanneke), at("represent", cast, client_id=cast.jannie.member), **fields)
    proposal = Proposal.objects.using("owner").get(network_id=cast.network)
    answer = send(client_of(cast.jannie), at("decline_proposal", cast, proposal_id=proposal.id))
    assert answer.status_code == 302
    assert deciders(cast, entered) == [[cast.jannie.member]]
    again = send(client_of(cast.anouk), at("decline_proposal", cast, proposal_id=proposal.id))
    assert again.status_code == 409


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"representative": ""}, "Kies wie er beslist"),
        ({"ground": ""}, "Kies waarom deze persoon mag beslissen"),
        ({"ground": "curatorship", "document": ""}, "papier van de rechter"),
        ({"subjects": []}, "minstens één onderwerp"),
        ({"review_on": "2020-01-01"}, "dag in de toekomst"),
    ],
)
def test_without_person_ground_paper_subjects_or_review_it_is_refused(
    cast: Cast, client_of: Browser, fields: dict[str, object], sentence: str
) -> None:
    address = at("represent", cast, client_id=cast.jannie.member)
    answer = send(client_of(cast.jannie), address, **form(cast, **fields))
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Control.objects.using("owner").filter(network_id=cast.network).exists()


def test_a_representative_stops_and_the_client_decides_again(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    confirm(
        client_of(cast.jannie), at("represent", cast, client_id=cast.jannie.member), **form(cast)
    )
    row = Representation.objects.using("owner").get(network_id=cast.network)
    place = at("stop_representing", cast, client_id=cast.jannie.member, representation_id=row.id)
    assert client_of(cast.peter).get(place).status_code == 404
    confirm(client_of(cast.marijke), place)
    assert deciders(cast, entered) == [[cast.jannie.member]]


def test_when_the_last_stops_who_did_not_leave_the_client_decides(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    jannie, address = client_of(cast.jannie), at("represent", cast, client_id=cast.jannie.member)
    confirm(jannie, address, **form(cast))
    with entered(cast.marijke):
        deciding.represent({
            "client": cast.jannie.member, "representative": cast.peter.member, "ground": "authorisation",
            "document": "", "subjects": [6], "review_on": "2030-01-01",
            "at": datetime.now(UTC).isoformat(),
        })  # fmt: skip
    cast.end(cast.marijke)
    page = words(client_of(cast.hanneke).get(at("who_decides", cast)))
    assert "Peter de Wit beslist voor Jannie." in page
    assert "Marijke de Wit en" not in page, "who left decides nothing"
    row = Representation.objects.using("owner").get(representative_id=cast.peter.member)
    place = at("stop_representing", cast, client_id=cast.jannie.member, representation_id=row.id)
    confirm(client_of(cast.peter), place)
    assert deciders(cast, entered) == [[cast.jannie.member]]


def _represented_under_an_interim(cast: Cast, client_of: Browser) -> None:
    """Marijke decides for Jannie, and now for some days the coordinator does."""
    at_home = at("represent", cast, client_id=cast.jannie.member)
    confirm(client_of(cast.jannie), at_home, **form(cast))
    confirm(
        client_of(cast.hanneke), at("take_interim", cast, client_id=cast.jannie.member),
        ground="cannot", reason="Marijke is op reis en niet te bereiken.", days="3",
    )  # fmt: skip


def _days_are_over(cast: Cast) -> None:
    cast.owner.execute(
        "UPDATE networks_control SET ends_at = now() WHERE network_id = %s AND state = 'interim'",
        [cast.network],
    )


def test_who_stops_while_another_decides_for_some_days_does_not_return_after_them(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    _represented_under_an_interim(cast, client_of)
    row = Representation.objects.using("owner").get(network_id=cast.network)
    place = at("stop_representing", cast, client_id=cast.jannie.member, representation_id=row.id)
    confirm(client_of(cast.marijke), place)
    assert deciders(cast, entered) == [[cast.hanneke.member]]
    _days_are_over(cast)
    assert deciders(cast, entered) == [[cast.jannie.member]]


def test_who_decides_again_after_some_days_cannot_leave_during_them(
    cast: Cast, client_of: Browser, entered: Entered
) -> None:
    _represented_under_an_interim(cast, client_of)
    with pytest.raises(NobodyDecides), entered(cast.marijke) as viewer:
        leave_network(seat=viewer.seat(cast.network), person=cast.marijke.person)
    _days_are_over(cast)
    assert deciders(cast, entered) == [[cast.marijke.member]]


def test_the_application_cannot_write_who_decides_itself(cast: Cast, entered: Entered) -> None:
    from django.db import DatabaseError

    row = Control(
        network_id=cast.network, client_id=cast.jannie.member, state="interim",
        holder_id=cast.ria.member, starts_at=datetime.now(UTC),
    )  # fmt: skip
    with pytest.raises(DatabaseError), entered(cast.jannie):
        Control.objects.bulk_create([row])
