"""The first network of an installation: made by a command, gone on with through the pages."""

from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from tests.visitor import with_second_factor


def start(email: str, **options: str) -> str:
    out = StringIO()
    words = {"coordinator": "Tess de Groot", "email": email, "client": "Arie van der Berg"}
    words["organisation"] = "Praktijk Noord"
    call_command("start_network", stdout=out, **(words | options))
    return out.getvalue().split("Kies een wachtwoord: ")[1].strip()


def test_the_coordinator_chooses_a_password_and_is_on_vandaag_of_the_client(db: None) -> None:
    email = f"{uuid4()}@voorbeeld.nl"
    link = start(email).split("://", 1)[1].split("/", 1)[1]
    visitor = Client()
    page: Any = visitor.get(f"/{link}", follow=True)
    secret = {"password1": "vier losse woorden samen", "password2": "vier losse woorden samen"}
    assert visitor.post(page.redirect_chain[-1][0], secret).status_code == 302
    visitor.post("/inloggen/", {"login": email, "password": secret["password1"]})
    assert "Nog één stap" in visitor.get("/", follow=True).content.decode()
    visitor = with_second_factor(visitor)
    assert "Welkom in Zorgverband" in visitor.get("/", follow=True).content.decode()
    today: Any = visitor.post("/welkom/gelezen/", {"key": str(uuid4())}, follow=True)
    assert "Arie van der Berg" in today.content.decode()


def test_somebody_who_has_an_account_keeps_it(db: None) -> None:
    email = f"{uuid4()}@voorbeeld.nl"
    start(email)
    start(email, client="Mien Bakker")


def test_a_client_without_a_family_name_is_refused_in_a_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="voornaam en een achternaam"):
        start(f"{uuid4()}@voorbeeld.nl", client="Arie")
