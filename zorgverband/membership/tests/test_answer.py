"""Answering an invitation: the link alone says nothing, the code opens it, and it is answered once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.visitor import with_second_factor
from zorgverband.membership.actions.accept import NoLongerValid

from .doing import GOOD_PASSWORD, Invited, arrival, at, events, invited, joined, opened, send, words


@pytest.fixture
def invitation(cast: Cast, client_of: Any) -> Invited:
    """An open invitation by Jannie to a physiotherapist."""
    return invited(client_of(cast.jannie), cast)


def test_before_the_code_is_right_nobody_is_named(invitation: Invited) -> None:
    page = words(Client().get(invitation.link))
    assert "Iemand vraagt u om mee te doen" in page
    for name in ("Jannie", "Wit", "Mo", "Jansen"):
        assert name not in page
    # The control: with the code they are.
    assert "Meedoen rond Jannie de Wit" in words(opened(invitation).get(invitation.link))


def test_an_unknown_link_is_not_there(db: None) -> None:
    assert Client().get(reverse("invitation", kwargs={"token": "x" * 43})).status_code == 404


def test_who_accepts_is_signed_in_takes_part_and_is_announced(
    invitation: Invited, cast: Cast
) -> None:
    client = opened(invitation)
    answer = send(client, invitation.link + "ja/", **arrival())
    assert answer.headers["Location"] == at("today", cast)
    assert client.get(at("people", cast)).status_code == 302, "who works here needs a second step"
    people = words(with_second_factor(client).get(at("people", cast)))
    assert "Mo Jansen (u)" in people
    assert "fysiotherapeut" in people
    ((person, member, to_person),) = events(cast, "joined")
    assert to_person is None
    row = cast.owner.execute(
        "SELECT m.person_id, r.phone, r.known, i.ending, i.email FROM networks_member m "
        "JOIN networks_role r ON r.member_id = m.id "
        "JOIN membership_invitation i ON i.joined_id = m.id WHERE m.id = %s",
        [member],
    ).fetchone()
    assert row == (person, "06 1234 5678", False, "accepted", "")


def test_the_permissions_given_name_who_gave_them_and_the_words_shown(
    invitation: Invited, cast: Cast
) -> None:
    joined(invitation)
    rows = cast.owner.execute(
        "SELECT DISTINCT p.ground, p.given_by_id, p.wording FROM sharing_permission p "
        "JOIN membership_invitation i ON i.joined_id = p.member_id WHERE i.id = %s "
        "AND p.subject = 1",
        [invitation.id],
    ).fetchall()
    assert rows == [("default", cast.jannie.person, "Lezen en schrijven over: Gezondheid.")]


def test_accepting_again_changes_nothing(invitation: Invited, cast: Cast) -> None:
    client = joined(invitation)
    again = send(client, invitation.link + "ja/", **arrival())
    assert again.headers["Location"] == at("today", cast)
    assert client.get(invitation.link).headers["Location"] == at("today", cast)
    assert len(events(cast, "joined")) == 1
    other = Client().get(invitation.link)
    assert other.status_code == 410
    assert "al gebruikt" in words(other)


def test_a_wrong_code_opens_nothing_and_the_fifth_ends_it(invitation: Invited, cast: Cast) -> None:
    client = Client()
    wrong = "000000" if invitation.code != "000 000" else "111111"
    for left in (4, 3, 2, 1):
        page = send(client, invitation.link, code=wrong)
        assert page.status_code == 422
        assert f"nog {left} keer proberen" in words(page)
    assert "werkt niet meer" in words(send(client, invitation.link, code=wrong))
    assert send(client, invitation.link, code=invitation.code).status_code == 410
    assert events(cast, "codes_wrong") == [(cast.jannie.person, None, cast.jannie.person)]


def test_a_right_code_after_a_wrong_one_still_works(invitation: Invited) -> None:
    wrong = "000000" if invitation.code != "000 000" else "111111"
    send(Client(), invitation.link, code=wrong)
    assert joined(invitation)


def test_without_the_code_nobody_accepts(invitation: Invited, cast: Cast) -> None:
    answer = send(Client(), invitation.link + "ja/", **arrival())
    assert answer.status_code == 410
    assert events(cast, "joined") == []


def test_after_fourteen_days_the_link_is_dead(invitation: Invited, cast: Cast) -> None:
    client = opened(invitation)
    cast.owner.execute(
        "UPDATE membership_invitation SET expires_at = now() WHERE id = %s", [invitation.id]
    )
    assert "te oud" in words(client.get(invitation.link))
    assert send(client, invitation.link + "ja/", **arrival()).status_code == 410
    assert events(cast, "joined") == []


def test_a_withdrawn_invitation_is_dead(invitation: Invited, cast: Cast, client_of: Any) -> None:
    client = opened(invitation)
    send(client_of(cast.jannie), at("withdraw", cast, invitation_id=invitation.id))
    assert send(client, invitation.link + "ja/", **arrival()).status_code == 410
    assert events(cast, "joined") == []


def test_sent_again_the_old_code_is_dead_and_the_new_one_works(
    invitation: Invited, cast: Cast, client_of: Any
) -> None:
    leader = client_of(cast.jannie)
    answer = send(leader, at("resend", cast, invitation_id=invitation.id))
    page = leader.get(answer.headers["Location"]).content.decode()
    code = page.split('class="code">')[1][:7]
    assert code != invitation.code
    assert send(Client(), invitation.link, code=invitation.code).status_code == 422
    assert joined(Invited(invitation.id, code, invitation.email))


def test_an_invitation_ends_with_the_right_of_who_made_it(cast: Cast, client_of: Any) -> None:
    invitation = invited(client_of(cast.hanneke), cast)
    client = opened(invitation)
    cast.end(cast.hanneke)
    assert client.get(invitation.link).status_code == 410
    assert send(client, invitation.link + "ja/", **arrival()).status_code == 410


def test_who_says_no_stays_out_and_the_inviter_hears_of_it(
    invitation: Invited, cast: Cast, client_of: Any
) -> None:
    client = Client()
    assert "Wilt u niet meedoen?" in words(client.get(invitation.link + "nee/"))
    assert "U doet niet mee" in words(send(client, invitation.link + "nee/"))
    assert client.get(invitation.link).status_code == 410
    assert events(cast, "declined") == [(cast.jannie.person, None, cast.jannie.person)]
    assert "Wil niet meedoen" in words(client_of(cast.jannie).get(at("people", cast)))
    left = cast.owner.execute(
        "SELECT email FROM membership_invitation WHERE id = %s", [invitation.id]
    ).fetchone()
    assert left == ("",)


def test_a_weak_password_makes_nobody(invitation: Invited, cast: Cast) -> None:
    client = opened(invitation)
    answer = send(client, invitation.link + "ja/", **arrival(password="kort"))
    assert answer.status_code == 422
    assert "Kies een ander wachtwoord" in words(answer)
    assert not cast.owner.execute(
        "SELECT FROM people_account WHERE email = %s", [invitation.email]
    ).fetchall()
    assert send(client, invitation.link + "ja/", **arrival()).status_code == 302


def test_who_has_an_account_signs_in_first_and_keeps_their_name(cast: Cast, client_of: Any) -> None:
    assert cast.other
    bart = cast.other.bart
    invitation = invited(client_of(cast.jannie), cast, email=bart.email)
    stranger = opened(invitation)
    assert "U hebt al een account" in words(stranger.get(invitation.link))
    assert send(stranger, invitation.link + "ja/", **arrival()).status_code == 403
    client = client_of(bart)
    send(client, invitation.link, code=invitation.code)
    assert "ingelogd" in words(client.get(invitation.link))
    assert send(client, invitation.link + "ja/").status_code == 302
    assert "Bart Kuiper (u)" in words(client.get(at("people", cast)))


def test_another_account_than_the_invited_one_is_refused(cast: Cast, client_of: Any) -> None:
    assert cast.other
    invitation = invited(client_of(cast.jannie), cast, email=cast.other.bart.email)
    client = client_of(cast.other.nadia)
    send(client, invitation.link, code=invitation.code)
    answer = send(client, invitation.link + "ja/")
    assert answer.status_code == 403
    assert "hoort bij een ander e-mailadres" in words(answer)


def test_who_is_excluded_does_not_come_back_by_invitation(cast: Cast, client_of: Any) -> None:
    assert cast.other
    bart = cast.other.bart
    cast.owner.execute(
        "INSERT INTO networks_exclusion (id, network_id, person_id, starts_at) "
        "VALUES (gen_random_uuid(), %s, %s, now())",
        [cast.network, bart.person],
    )
    invitation = invited(client_of(cast.jannie), cast, email=bart.email)
    client = client_of(bart)
    send(client, invitation.link, code=invitation.code)
    assert send(client, invitation.link + "ja/").status_code == 403
    assert client.get(at("people", cast)).status_code == 404


def test_the_new_account_signs_in_with_its_password(invitation: Invited) -> None:
    joined(invitation)
    answer = Client().post(
        reverse("account_login"), {"login": invitation.email, "password": GOOD_PASSWORD}
    )
    assert answer.status_code == 302


def test_the_sentence_says_what_to_do() -> None:
    assert NoLongerValid().sentence.endswith("aan degene die u uitnodigde.")
