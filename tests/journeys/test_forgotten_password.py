"""Somebody forgot the password; somebody else tries too often."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site

from .walking import inside, link_in, mail_arrives, sign_in, with_password

pytestmark = pytest.mark.browser
NEW = "een heel ander kopje koffie"


def test_a_new_password_comes_by_mail_and_the_link_works_once(
    cast: Cast, site: Site, stranger: Any
) -> None:
    who, page = with_password(cast.peter), stranger()
    page.goto(f"{site.address}/inloggen/")
    page.get_by_role("link", name="Wachtwoord vergeten?").click()
    page.get_by_label("E-mailadres").fill(who.email)
    page.get_by_role("button", name="Mail sturen").click()
    page.get_by_role("heading", name="Kijk in uw mail").wait_for()
    with site.worker():
        mail = mail_arrives(site, who.email)
    assert "Peter" not in mail.as_string()
    page.goto(link_in(mail))
    page.get_by_label("Nieuw wachtwoord").fill(NEW)
    page.get_by_label("Nog een keer").fill(NEW)
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name="Inloggen").click()
    sign_in(page, site, who.email, NEW)
    assert page.url == inside(site, cast)
    other = stranger()
    other.goto(link_in(mail))
    assert other.get_by_text("Deze link werkt niet meer.").is_visible()


def test_who_tries_too_often_reads_what_to_do(cast: Cast, site: Site, stranger: Any) -> None:
    who, page = with_password(cast.ria), stranger()
    for _ in range(6):
        sign_in(page, site, who.email, "niet mijn wachtwoord")
        assert page.get_by_role("alert").is_visible()
    sentence = page.get_by_role("alert").inner_text()
    assert "te vaak" in sentence
    assert "Wacht" in sentence
    sign_in(page, site, who.email)
    assert not page.url.startswith(inside(site, cast))
