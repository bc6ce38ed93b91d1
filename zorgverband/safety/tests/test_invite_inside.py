"""One person, not a team, invited inside a compartment: they read that and nothing else, and only the
named see that they were asked and take part."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from django.test import Client as Browser

from tests.cast import Cast
from zorgverband.agenda.models import Visit
from zorgverband.agenda.tests.visits import page, planned, typed_visit
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.journal.models import Event
from zorgverband.membership.models import Invitation
from zorgverband.membership.tests.doing import Invited, joined, opened
from zorgverband.networks.models import Member
from zorgverband.people.models import Account
from zorgverband.sharing.models import CompartmentMember
from zorgverband.sharing.subjects import Subject

from .test_compartment import SUSPICION, at, made, send, written

Client = Callable[..., Any]


def wish(**fields: object) -> dict[str, object]:
    return {
        "given_name": "Ilse", "infix": "", "family_name": "Zomer",
        "email": f"ilse.{uuid4().hex[:12]}@voorbeeld.test", "function": "social_worker",
        "organisation": "Gemeente Duinrijk", **fields,
    }  # fmt: skip


def asked(cast: Cast, browser: Any, compartment: UUID, **fields: object) -> Invited:
    filled = wish(**fields)
    answer = send(browser, at(cast, "invite_inside", compartment_id=compartment), **filled)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    page = browser.get(answer.headers["Location"]).content.decode()
    (code,) = re.findall(r'class="code">([\d ]+)<', page)
    row = Invitation.objects.using("owner").get(email=filled["email"])
    return Invited(row.id, code, str(filled["email"]))


def come_in(invitation: Invited, client_of: Client) -> Any:
    """The invited accepts, and signs in with a second step as work asks for."""
    joined(invitation, given_name="Ilse", family_name="Zomer")
    return client_of(Account.objects.get(email=invitation.email).person_id)


def somebody_inside(cast: Cast, client_of: Client) -> tuple[Any, Member]:
    """The GP, who plans visits and knows who takes part inside, and that member."""
    anouk, one = made(cast, client_of)
    come_in(asked(cast, anouk, one), client_of)
    cast.permit(cast.anouk, Subject.COMING, about=cast.jannie, read=True, write=True, past=True)
    return anouk, Member.objects.using("owner").get(network=cast.network, compartment=one)


def test_who_takes_part_inside_is_not_planned_in_the_agenda_of_all(
    cast: Cast, client_of: Client
) -> None:
    anouk, ilse = somebody_inside(cast, client_of)
    assert "Ilse Zomer" in anouk.get(page("people", cast)).content.decode()
    form = anouk.get(page("plan_visit", cast)).content.decode()
    assert str(cast.fatima.member) in form
    assert str(ilse.id) not in form
    # The control beside each: who takes part openly.
    for refused, taken in zip(naming(cast, ilse.id), naming(cast, cast.fatima.member), strict=True):
        answer = send(anouk, page("plan_visit", cast), **typed_visit(**refused))
        assert answer.status_code == 422, refused
        assert "Deze keuze bestaat niet meer." in answer.content.decode()
        answer = send(anouk, page("plan_visit", cast), **typed_visit(**taken))
        assert answer.status_code == 302, taken
    visits = Visit.objects.using("owner").filter(network=cast.network)
    assert visits.count() == len(naming(cast, ilse.id))


def naming(cast: Cast, member: UUID) -> list[dict[str, Any]]:
    """Every way to name a member in the agenda: who comes, goes along, drives, takes turns."""
    out = {"kind": "out", "subject": str(int(Subject.COMING))}
    return [
        {"who": str(member)}, out | {"along": str(member)}, out | {"ride": str(member)},
        {"who": str(cast.anouk.member), "rota": [str(member)], "repeat": "daily"},
    ]  # fmt: skip


def test_the_lock_keeps_who_takes_part_inside_out_of_the_agenda(
    cast: Cast, client_of: Client
) -> None:
    _anouk, ilse = somebody_inside(cast, client_of)
    with pytest.raises(DatabaseError, match="row-level security"):
        planned(cast, cast.anouk, who=replace(cast.anouk, member=ilse.id))
    planned(cast, cast.anouk, who=cast.fatima)


@pytest.mark.slow
def test_one_person_joins_inside_and_only_the_named_see_it(cast: Cast, client_of: Client) -> None:
    anouk, one = made(cast, client_of)
    item = written(cast, anouk, one)
    home = cast.item(about=cast.jannie, subject=Subject.HOME, author=cast.fatima, body="Dakgoot.")
    invitation = asked(cast, anouk, one)
    assert "Ilse Zomer" in anouk.get(at(cast, "invite_inside", compartment_id=one)).content.decode()
    # Who leads finds no invitation, nor that the address was asked.
    for who in (cast.jannie, cast.hanneke):
        assert "Zomer" not in client_of(who).get(at(cast, "people")).content.decode()
    offer = opened(invitation).get(invitation.link).content.decode()
    assert "alleen in één afgeschermde ruimte" in offer
    ilse = come_in(invitation, client_of)
    assert SUSPICION in ilse.get(at(cast, "compartment", compartment_id=one)).content.decode()
    assert ilse.get(at(cast, "item", item_id=item)).status_code == 200
    assert ilse.get(at(cast, "item", item_id=home)).status_code == 404
    written(cast, ilse, one)
    assert "Ilse Zomer" in anouk.get(at(cast, "people")).content.decode()
    for who in (cast.jannie, cast.marijke, cast.hanneke, cast.linda, cast.fatima):
        assert "Zomer" not in client_of(who).get(at(cast, "people")).content.decode()
    verbs = Event.objects.using("owner").filter(network_id=cast.network)
    assert "joined" not in set(verbs.values_list("verb", flat=True))
    # The link again changes nothing.
    again = opened_again(invitation, ilse)
    assert again.status_code == 302
    assert Member.objects.using("owner").filter(compartment=one).count() == 1


def opened_again(invitation: Invited, browser: Browser) -> Any:
    return browser.get(invitation.link)


def test_who_leads_lets_the_same_person_in_openly_without_noticing(
    cast: Cast, client_of: Client
) -> None:
    anouk, one = made(cast, client_of)
    written(cast, anouk, one)
    invitation = asked(cast, anouk, one)
    ilse = come_in(invitation, client_of)
    from zorgverband.membership.tests.doing import invited
    from zorgverband.membership.tests.doing import send as post

    open_one = invited(client_of(cast.hanneke), cast, email=invitation.email, function="consultant",
                       organisation="Gemeente Duinrijk", kind="municipality")  # fmt: skip
    assert post(ilse, open_one.link, code=open_one.code).status_code == 302
    assert post(ilse, open_one.link + "ja/").status_code == 302
    assert "Zomer" in client_of(cast.jannie).get(at(cast, "people")).content.decode()
    assert SUSPICION in ilse.get(at(cast, "compartment", compartment_id=one)).content.decode()


def test_refused_is_who_takes_part_who_is_no_professional_and_an_unknown_organisation(
    cast: Cast, client_of: Client
) -> None:
    anouk, one = made(cast, client_of)
    form = at(cast, "invite_inside", compartment_id=one)
    for fields, sentence in (
        ({"email": cast.hanneke.email}, "doet al mee in dit netwerk"),
        ({"function": "neighbour"}, "voor werk doet"),
        ({"organisation": "Onbekend"}, "kennen wij nog niet"),
        ({"email": "geen adres"}, "klopt niet"),
        ({"given_name": ""}, "Vul een voornaam"),
    ):
        answer = send(anouk, form, **wish(**fields))
        assert answer.status_code == 422, sentence
        assert sentence in answer.content.decode()
    assert not Invitation.objects.using("owner").filter(network_id=cast.network).exists()
    # Who is not named has no such page.
    for who in (cast.jannie, cast.hanneke, cast.fatima, cast.linda):
        assert send(client_of(who), form, **wish()).status_code == 404


def test_taken_back_closed_or_made_by_who_is_named_no_more_it_lets_nobody_in(
    cast: Cast, client_of: Client
) -> None:
    anouk, one = made(cast, client_of)
    first = asked(cast, anouk, one)
    back = at(cast, "withdraw_inside", compartment_id=one, invitation_id=first.id)
    assert send(client_of(cast.hanneke), back).status_code == 404
    assert send(anouk, back).status_code == 302
    assert send(anouk, back).status_code == 409
    second = asked(cast, anouk, one)
    cast.owner.execute("UPDATE sharing_compartment SET closed_at = now() WHERE id = %s", [one])
    for invitation in (first, second):
        answer = Browser().get(invitation.link).content.decode()
        assert "geldt niet meer" in answer or "ingetrokken" in answer.lower()


def test_the_lock_keeps_others_from_inviting_into_it(
    cast: Cast, client_of: Client, entered: Any
) -> None:
    _anouk, one = made(cast, client_of)
    row = Invitation(
        network_id=cast.network, compartment=one, side="care", function="gp", given_name="I",
        family_name="Z", email="i@voorbeeld.test", permissions=[], created_at=clock.now(),
        invited_by_id=cast.hanneke.person,
    )  # fmt: skip
    with pytest.raises(DatabaseError), entered(cast.hanneke):
        Invitation.objects.bulk_create([row])
    row.invited_by_id, row.side, row.id = cast.anouk.person, "family", new_id()
    with pytest.raises(DatabaseError), entered(cast.anouk):
        Invitation.objects.bulk_create([row])
    # The control.
    row.side, row.id = "care", new_id()
    with entered(cast.anouk):
        Invitation.objects.bulk_create([row])
    named = CompartmentMember.objects.using("owner").filter(compartment_id=one)
    assert named.count() == 1
