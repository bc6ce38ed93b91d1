"""Where a client gets help with deciding, an invitation is put before them first: a helper prepares
it, the client says yes or no, and until a yes nothing leaves."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.membership.models import Invitation

from .doing import at, confirm, drafted, events, invited, send, wish, words
from .test_effect import a_team

Browser = Callable[..., Any]
Entered = Callable[..., Any]


@pytest.fixture
def helped(cast: Cast) -> Cast:
    """Marijke helps Jannie with deciding."""
    cast.owner.execute(
        "INSERT INTO networks_control (id, network_id, client_id, state, holder_id, ground, "
        "starts_at) VALUES (%s, %s, %s, 'supported', %s, 'agreed', now() - interval '1 day')",
        [new_id(), cast.network, cast.jannie.member, cast.marijke.member],
    )
    return cast


def the_invitation(cast: Cast) -> Invitation:
    return Invitation.objects.using("owner").get(network_id=cast.network)


def mails(cast: Cast) -> int:
    """How many mails wait for this network's invitation."""
    found = cast.owner.execute(
        "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'membership.send_invitation' "
        "AND args ->> 'invitation' = %s",
        [str(the_invitation(cast).id)],
    ).fetchone()
    return int(found[0]) if found else 0


@pytest.mark.slow
def test_a_helper_prepares_and_the_client_says_yes(helped: Cast, client_of: Browser) -> None:
    cast = helped
    marijke, jannie = client_of(cast.marijke), client_of(cast.jannie)
    assert "Iemand uitnodigen" in words(marijke.get(at("people", cast)))
    effect = drafted(marijke, cast, function="friend", organisation="", kind="")
    page = words(marijke.get(effect))
    assert "Jannie de Wit krijgt hulp bij beslissen." in page
    assert "Voorleggen" in page
    assert "Wacht op" not in words(marijke.get(at("people", cast)))
    assert send(marijke, effect).status_code == 302
    assert mails(cast) == 0
    assert the_invitation(cast).confirmed_at is None
    assert events(cast, "invitation_prepared") == [(cast.marijke.person, None, cast.jannie.person)]
    assert "Wacht op het ja van de cliënt." in words(marijke.get(at("people", cast)))
    # The client finds it on Vandaag, reads what it opens, and says yes.
    first = jannie.get(at("today", cast))
    assert "Marijke de Wit wil iemand uitnodigen. U zegt ja of nee." in words(first)
    assert effect in first.content.decode()
    page = words(jannie.get(effect))
    assert "Marijke de Wit zette dit voor u klaar." in page
    assert "Dit gaat Mo lezen en schrijven" in page
    answer = send(jannie, effect)
    assert answer.status_code == 302, words(answer)
    assert 'class="code"' in jannie.get(answer.headers["Location"]).content.decode()
    assert mails(cast) == 1
    found = the_invitation(cast)
    # It is the client's from here: who lets this person in is who may.
    assert (found.invited_by_id, found.prepared_by_id) == (
        cast.jannie.person, cast.marijke.person,
    )  # fmt: skip
    assert len(events(cast, "invitation_agreed")) == 1
    assert "wil iemand uitnodigen" not in words(jannie.get(at("today", cast)))
    assert "Wacht op antwoord" in words(marijke.get(at("people", cast)))


def test_after_a_no_nothing_leaves_and_the_address_is_forgotten(
    helped: Cast, client_of: Browser
) -> None:
    cast = helped
    marijke, jannie = client_of(cast.marijke), client_of(cast.jannie)
    effect = drafted(marijke, cast, function="friend", organisation="", kind="")
    send(marijke, effect)
    no = at("refuse_invitation", cast, invitation_id=the_invitation(cast).id)
    for who in (cast.marijke, cast.hanneke, cast.ria):
        assert send(client_of(who), no).status_code == 403
    assert send(jannie, no).status_code == 302
    found = the_invitation(cast)
    assert (found.ending, found.email, mails(cast)) == ("refused", "", 0)
    assert jannie.get(effect).status_code == 404
    assert send(jannie, effect).status_code == 409
    assert "De cliënt wil dit niet." in words(marijke.get(at("people", cast)))
    assert len(events(cast, "invitation_refused")) == 1


def test_the_coordinator_asks_the_client_first_too(
    helped: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = helped
    hanneke = client_of(cast.hanneke)
    effect = drafted(hanneke, cast)
    assert "Voorleggen" in words(hanneke.get(effect))
    number = the_invitation(cast).id
    # Not around the page either.
    with pytest.raises(DatabaseError), entered(cast.hanneke):
        Invitation.objects.filter(id=number).update(
            confirmed_at=clock.now(), expires_at=clock.now(), token_hash="a", code_hash="b"
        )
    with pytest.raises(DatabaseError), entered(cast.hanneke):
        Invitation.objects.filter(id=number).update(invited_by_id=cast.jannie.person)
    send(hanneke, effect)
    assert mails(cast) == 0
    # Taken back by who prepared it.
    withdrawn = send(hanneke, at("withdraw", cast, invitation_id=number))
    assert withdrawn.status_code == 302
    assert the_invitation(cast).ending == "withdrawn"


def test_no_team_comes_in_and_nobody_becomes_more_past_the_client(
    helped: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = helped
    hanneke, jannie = client_of(cast.hanneke), client_of(cast.jannie)
    team = at("add_team", cast, team_id=a_team(cast))
    role = at("change_role", cast, member_id=cast.ria.member)
    asked = {team: "home_care_team", role: "daughter"}
    for address, function in asked.items():
        assert "en doet dit zelf" in words(hanneke.get(address, {"function": function}))
        assert send(hanneke, address, function=function).status_code == 403
    facts = {"network": str(cast.network), "member": str(new_id()), "side": "care",
             "team": str(new_id()), "given_by": str(cast.hanneke.person)}  # fmt: skip
    for straight, one in (("admit_member", facts),
                          ("change_role", facts | {"member": str(cast.ria.member)})):  # fmt: skip
        refused = pytest.raises(DatabaseError, match=r"lets nobody in|may not be given")
        with refused, entered(cast.hanneke, cast.network):
            connection.cursor().execute(f"SELECT privacy.{straight}(%s)", [json.dumps(one)])
    # The control: the client herself.
    for address, function in asked.items():
        assert confirm(jannie, address, function=function).status_code == 302


def test_what_was_put_before_the_client_goes_to_no_other_address(
    helped: Cast, client_of: Browser, entered: Entered
) -> None:
    cast = helped
    hanneke = client_of(cast.hanneke)
    send(hanneke, drafted(hanneke, cast))
    number = the_invitation(cast).id
    assert the_invitation(cast).put_at
    with pytest.raises(DatabaseError, match="another person"), entered(cast.hanneke):
        Invitation.objects.filter(id=number).update(email="vriend@voorbeeld.test")


def test_a_helper_lets_nobody_in_alone(helped: Cast, client_of: Browser, entered: Entered) -> None:
    cast = helped
    marijke = client_of(cast.marijke)
    drafted(marijke, cast, function="friend", organisation="", kind="")
    with pytest.raises(DatabaseError), entered(cast.marijke):
        Invitation.objects.filter(network_id=cast.network).update(
            confirmed_at=clock.now(), expires_at=clock.now(), token_hash="a", code_hash="b"
        )
    # The control: who neither leads nor helps prepares nothing.
    assert send(client_of(cast.ria), at("invite", cast), **wish()).status_code == 403


def test_where_the_client_decides_alone_nothing_is_put_before_them(
    cast: Cast, client_of: Browser
) -> None:
    assert invited(client_of(cast.hanneke), cast).code
    assert "U zegt ja of nee" not in words(client_of(cast.jannie).get(at("today", cast)))
    assert reverse("people", kwargs={"network_id": cast.network})
