"""Asking somebody to work for an organisation: by link and code, for who has an account and who not."""

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import working
from zorgverband.base.ids import new_id
from zorgverband.membership.tests.doing import GOOD_PASSWORD, send, words
from zorgverband.membership.tokens import code_of, token_of

from ..models import Employment, WorkInvitation
from .working import Work, home_care


def ask(client: Any, work: Work, email: str, **fields: str) -> Any:
    """Fill in the form."""
    form = {"given_name": "Kees", "family_name": "Mol", "email": email, "function": "home_carer"}
    return send(client, reverse("invite_colleague", args=[work.organisation]), **(form | fields))


def link_and_code(email: str) -> tuple[str, str]:
    """What the mail and the page after inviting hold."""
    row = WorkInvitation.objects.using("owner").get(email=email)
    link = reverse("work_invitation", kwargs={"token": token_of(row.id)})
    return link, code_of(row.id, row.expires_at)


def works(work: Work, person: Any) -> bool:
    """Whether this person works there now."""
    rows = Employment.objects.using("owner").filter(person=person, ends_at=None)
    return rows.filter(organisation=work.organisation).exists()


def test_somebody_new_makes_an_account_and_works_there_and_reads_nothing_yet(
    cast: Cast, client_of: Any
) -> None:
    work, email = home_care(cast), f"kees.{new_id().hex[-12:]}@voorbeeld.test"
    answer = ask(client_of(work.keeper), work, email)
    assert answer.status_code == 302
    link, code = link_and_code(email)
    visitor = Client()
    assert "Brug" not in words(visitor.get(link))
    assert send(visitor, link, code="000000" if code != "000000" else "1").status_code == 422
    assert send(visitor, link, code=code).status_code == 302
    assert "Thuiszorg De Brug" in words(visitor.get(link))
    said_yes = send(visitor, link + "ja/", given_name="Kees", family_name="Mol",
                    password=GOOD_PASSWORD)  # fmt: skip
    assert said_yes.status_code == 302
    row = Employment.objects.using("owner").get(
        organisation=work.organisation, function="home_carer"
    )
    assert works(work, row.person)
    assert visitor.get(f"/n/{cast.network}/").status_code == 404
    assert send(visitor, link + "ja/").status_code == 410
    assert "Kees Mol" in words(
        client_of(work.keeper).get(answer.url.rsplit("/uitnodigen", 1)[0] + "/")
    )


def test_who_has_an_account_signs_in_and_only_that_account_may_accept(
    cast: Cast, client_of: Any
) -> None:
    work = home_care(cast)
    ask(client_of(work.keeper), work, cast.joost.email)
    link, code = link_and_code(cast.joost.email)
    for who, status in ((cast.anouk, 403), (cast.joost, 302)):
        client = client_of(who)
        send(client, link, code=code)
        assert send(client, link + "ja/").status_code == status
        assert works(work, who.person) is (who is cast.joost)


def test_an_invitation_does_not_tell_whether_an_address_has_an_account(
    cast: Cast, client_of: Any
) -> None:
    work, client = home_care(cast), client_of(home_care_keeper := cast.fatima)
    assert home_care_keeper.person == work.keeper.person
    known = ask(client, work, cast.joost.email)
    unknown = ask(client, work, f"niemand.{new_id().hex[-12:]}@voorbeeld.test")
    assert known.status_code == unknown.status_code == 302
    assert ask(client, work, cast.joost.email).status_code == 422


def test_withdrawn_or_after_five_wrong_codes_a_link_opens_nothing(
    cast: Cast, client_of: Any
) -> None:
    work, client = home_care(cast), client_of(cast.fatima)
    ask(client, work, cast.joost.email)
    link, code = link_and_code(cast.joost.email)
    for _ in range(5):
        send(Client(), link, code="1")
    assert send(client_of(cast.joost), link, code=code).status_code == 410
    email = f"kees.{new_id().hex[-12:]}@voorbeeld.test"
    ask(client, work, email)
    link, code = link_and_code(email)
    row = WorkInvitation.objects.using("owner").get(email=email)
    send(client, reverse("withdraw_work", args=[work.organisation, row.id]))
    assert send(Client(), link, code=code).status_code == 410


def test_the_first_keeper_is_made_by_the_owner_of_the_installation_alone(
    cast: Cast, entered: Any
) -> None:
    work = home_care(cast)
    with entered(cast.anouk), pytest.raises(Exception, match="permission denied"):
        working.first_keeper(
            organisation=work.organisation, person=cast.anouk.person, function="gp"
        )
    with pytest.raises(CommandError, match="organisatie"):
        call_command("appoint_keeper", organisation="Bestaat niet", email=cast.anouk.email)
