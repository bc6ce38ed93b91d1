"""Inviting: who may, what is refused, what the mail says, who is told."""

from typing import Any
from uuid import uuid4

import pytest
from django.core import mail

from tests.cast import Cast
from zorgverband.base.refusals import Refusal
from zorgverband.membership.actions import draft
from zorgverband.membership.actions.invite import Wish
from zorgverband.membership.checks import FunctionDoesNotFit, MayNotInvite
from zorgverband.membership.jobs import send_invitation
from zorgverband.membership.models import Invitation
from zorgverband.membership.tokens import token_of

from .doing import at, drafted, events, invited, send, wish, words


@pytest.mark.parametrize("who", ["jannie", "hanneke"])
def test_who_decides_and_the_coordinator_invite(who: str, cast: Cast, client_of: Any) -> None:
    client = client_of(cast.people[who])
    assert "Iemand uitnodigen" in words(client.get(at("people", cast)))
    assert invited(client, cast).code


@pytest.mark.parametrize("who", ["fatima", "anouk", "marijke", "ria", "linda"])
def test_others_cannot_invite(who: str, cast: Cast, client_of: Any) -> None:
    client = client_of(cast.people[who])
    assert "Iemand uitnodigen" not in words(client.get(at("people", cast)))
    for answer in (client.get(at("invite", cast)), send(client, at("invite", cast), **wish())):
        assert answer.status_code == 403
        assert "U kunt geen mensen toevoegen" in words(answer)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"kind": "insurer"}, "kan niet meedoen. Dat staat in de wet"),
        ({"kind": "company_doctor"}, "kan niet meedoen. Dat staat in de wet"),
        ({"kind": "examining_doctor"}, "kan niet meedoen. Dat staat in de wet"),
        ({"kind": "municipality"}, "Deze organisatie past niet bij wat deze persoon doet"),
        ({"kind": ""}, "Deze organisatie kennen wij nog niet"),
        ({"organisation": "", "kind": ""}, "Vul in bij welke organisatie"),
        ({"function": ""}, "Kies wat deze persoon doet"),
        ({"function": "client"}, "Kies wat deze persoon doet"),
        ({"email": "geen adres"}, "Dit e-mailadres klopt niet"),
        ({"given_name": " "}, "Vul een voornaam en een achternaam in"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_typed_is_lost(
    fields: dict[str, str], sentence: str, cast: Cast, client_of: Any
) -> None:
    filled = wish(**fields)
    answer = send(client_of(cast.jannie), at("invite", cast), **filled)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="Jansen"' in answer.content.decode()
    assert not Invitation.objects.using("owner").filter(network_id=cast.network).exists()


def test_an_insurer_we_know_is_refused_whatever_kind_one_fills_in(
    cast: Cast, client_of: Any
) -> None:
    name = f"Zilver {uuid4().hex[:6]}"
    cast.owner.execute(
        "INSERT INTO people_organisation (id, name, kind, phone) VALUES (%s, %s, 'insurer', '')",
        [uuid4(), name],
    )
    answer = send(client_of(cast.jannie), at("invite", cast), **wish(organisation=name))
    assert "kan niet meedoen" in words(answer)


def test_a_function_of_another_side_is_refused(cast: Cast, entered: Any) -> None:
    asked = Wish(
        side="care", function="consultant", given_name="Mo", family_name="J", email="m@x.test"
    )
    with entered(cast.jannie) as viewer, pytest.raises(FunctionDoesNotFit):
        draft(seat=viewer.seat(cast.network), person=cast.jannie.person, wish=asked)


def test_who_takes_part_already_is_not_invited_again(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.hanneke)
    there = send(client, at("invite", cast), **wish(email=cast.anouk.email.upper()))
    assert "doet al mee in dit netwerk" in words(there)
    # The control: somebody of another network may be asked.
    assert cast.other
    assert drafted(client, cast, email=cast.other.bart.email)


def test_the_same_address_has_one_open_invitation(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.hanneke)
    first = invited(client, cast)
    again = send(client, at("invite", cast), **wish(email=first.email))
    assert "heeft al een uitnodiging" in words(again)


def test_the_mail_names_nobody_and_the_job_knows_the_number_only(
    cast: Cast, client_of: Any
) -> None:
    invitation = invited(client_of(cast.jannie), cast)
    jobs = cast.owner.execute(
        "SELECT args::text FROM procrastinate_jobs WHERE task_name = 'membership.send_invitation' "
        "AND args ->> 'invitation' = %s",
        [str(invitation.id)],
    ).fetchall()
    assert jobs == [(f'{{"invitation": "{invitation.id}"}}',)]
    mail.outbox.clear()
    send_invitation.func(invitation=str(invitation.id))
    (letter,) = mail.outbox
    assert letter.to == [invitation.email]
    assert token_of(invitation.id) in letter.body
    for secret in ("Jannie", "Wit", "Mo", "Jansen", "fysio", invitation.code.replace(" ", "")):
        # The link is a number drawn from the key: in it any two letters may stand.
        assert secret not in f"{letter.subject} {letter.body}".replace(token_of(invitation.id), "")
    # A job may run twice; the mail leaves once.
    send_invitation.func(invitation=str(invitation.id))
    assert len(mail.outbox) == 1


def test_no_mail_leaves_for_an_invitation_that_was_withdrawn(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    invitation = invited(client, cast)
    assert "Wacht op antwoord" in words(client.get(at("people", cast)))
    send(client, at("withdraw", cast, invitation_id=invitation.id))
    mail.outbox.clear()
    send_invitation.func(invitation=str(invitation.id))
    assert mail.outbox == []
    assert "Wacht op antwoord" not in words(client.get(at("people", cast)))


def test_the_code_is_shown_once_and_kept_nowhere(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.jannie)
    invitation = invited(client, cast)
    again = words(client.get(at("invited", cast, invitation_id=invitation.id)))
    assert invitation.code not in again
    row = cast.owner.execute(
        "SELECT to_jsonb(i)::text FROM membership_invitation i WHERE id = %s", [invitation.id]
    ).fetchone()
    assert row
    assert invitation.code.replace(" ", "") not in row[0]
    assert token_of(invitation.id) not in row[0]


def test_the_clients_hear_of_a_new_kind_of_organisation_and_not_of_a_known_one(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.hanneke)
    invited(client, cast)  # Joost is a paramedic already
    assert events(cast, "new_kind") == []
    invited(client, cast, function="psychiatrist", kind="mental_health")
    assert events(cast, "new_kind") == [(cast.hanneke.person, None, cast.jannie.person)]


def test_a_draft_is_seen_by_who_makes_it_and_gives_nothing(cast: Cast, entered: Any) -> None:
    with entered(cast.hanneke) as viewer:
        seat = viewer.seat(cast.network)
        made = draft(
            seat=seat,
            person=cast.hanneke.person,
            wish=Wish("family", "neighbour", "Bo", "", "Vos", "bo@voorbeeld.test"),
        )
        assert Invitation.objects.filter(id=made.id).values("id").exists()
    with entered(cast.jannie):
        assert not Invitation.objects.filter(id=made.id).values("id").exists()


def test_the_nurse_reads_no_invitation_and_nobody_reads_the_hashes(
    cast: Cast, client_of: Any, entered: Any
) -> None:
    invitation = invited(client_of(cast.jannie), cast)
    with entered(cast.jannie):
        assert Invitation.objects.filter(id=invitation.id).values("id").exists()
    with entered(cast.fatima):
        assert not Invitation.objects.filter(id=invitation.id).values("id").exists()
    with pytest.raises(Exception, match="permission denied"), entered(cast.jannie):
        list(Invitation.objects.values("code_hash"))


def test_a_social_coordinator_does_not_see_that_a_psychiatrist_is_invited(
    cast: Cast, client_of: Any
) -> None:
    from .doing import make_coordinator

    make_coordinator(cast, cast.linda)
    invited(client_of(cast.jannie), cast, function="psychiatrist", kind="mental_health")
    invited(client_of(cast.jannie), cast, function="gp", kind="gp", given_name="Ine")
    page = words(client_of(cast.linda).get(at("people", cast)))
    assert "Ine Jansen" in page
    assert "Mo Jansen" not in page
    assert "psychiater" not in page


def test_may_not_invite_is_a_refusal_in_dutch() -> None:
    refusal: Refusal = MayNotInvite()
    assert refusal.sentence.startswith("U kunt geen mensen toevoegen.")
