"""Somebody is invited, accepts, reads what was promised, and is removed: from then on nothing."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site, wait_until
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject

from .walking import (
    PASSWORD,
    inside,
    link_in,
    listening,
    mail_arrives,
    mails_to,
    post,
    requests_of,
    write,
)

pytestmark = pytest.mark.browser
PROMISED, KEPT = "Vanmiddag fietsen we samen.", "De dokter belt morgen over het bloed."
LATER = "Alleen voor wie er nog bij hoort."


def invite(page: Any, site: Site, cast: Cast, address: str) -> str:
    """The client invites a volunteer: what they will read, then the code."""
    page.goto(inside(site, cast, "mensen/"))
    page.get_by_role("link", name="Iemand uitnodigen").click()
    page.get_by_label("Voornaam").fill("Kees")
    page.get_by_label("Achternaam").fill("Mol")
    page.get_by_label("E-mailadres").fill(address)
    page.get_by_label("Wie is dit, of wat doet deze persoon?").select_option("friend")
    page.get_by_role("button", name="Verder").click()
    page.wait_for_load_state()
    assert page.get_by_text("Dit gaat Kees lezen en schrijven").is_visible()
    assert mails_to(site, address) == []
    page.get_by_role("button", name="Uitnodigen").click()
    return str(page.locator(".code").inner_text())


def accept(page: Any, link: str, code: str) -> None:
    """The new person opens the link, gives the code, and joins."""
    page.goto(link)
    assert "Jannie" not in page.content()
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("heading", name="Meedoen rond Jannie de Wit").wait_for()
    page.get_by_label("Kies een wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Meedoen").click()
    page.wait_for_load_state()


def hear_at_once(page: Any, site: Site) -> None:
    """Choose on the page Meldingen to get a mail of all news at once, also at night."""
    page.goto(f"{site.address}/meldingen/")
    page.locator("[name=pace_news][value=at_once]").check(force=True)
    page.locator("[name=quiet]").uncheck(force=True)
    page.get_by_role("button", name="Bewaren").click()
    page.wait_for_load_state()


def tell(page: Any, site: Site, cast: Cast, words: str) -> None:
    """Somebody writes something that everybody may read."""
    page.goto(inside(site, cast, "schrijven/"))
    write(page, words, subject="Samen zijn en meedoen")
    post(page)


def test_who_is_invited_joins_reads_what_was_promised_and_hears_nothing_once_removed(
    cast: Cast, site: Site, browse: Any, stranger: Any
) -> None:
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk, body=KEPT)
    client, daughter, kees = browse(cast.jannie), browse(cast.marijke), stranger()
    address = f"kees.{new_id().hex[-12:]}@voorbeeld.test"
    hear_at_once(browse(cast.peter), site)
    with site.worker():
        code = invite(client, site, cast, address)
        mail = mail_arrives(site, address)
        assert "Jannie" not in mail.as_string()
        assert code.replace(" ", "") not in mail.as_string()
        accept(kees, link_in(mail), code)
        kees.get_by_role("heading", name="Welkom in Zorgverband").wait_for()
        kees.get_by_role("button", name="Verder").click()
        kees.wait_for_url(inside(site, cast))
        assert "Wie komt er vandaag?" in kees.content()
        hear_at_once(kees, site)

        # An open page of news notes what was seen, and of what was seen no mail is sent.
        tell(daughter, site, cast, PROMISED)
        second = mail_arrives(site, address, number=2).as_string()
        assert PROMISED not in second
        assert "Jannie" not in second
        listening(kees, inside(site, cast, "nieuws/"))
        assert kees.get_by_text(PROMISED).first.is_visible()
        assert KEPT not in kees.content()

        client.goto(inside(site, cast, "mensen/"))
        client.get_by_role("link", name="Kees Mol").click()
        client.get_by_role("link", name="Uit netwerk halen").click()
        asked = requests_of(kees)
        heard = len(mails_to(site, cast.peter.email))
        client.locator("main form button.button-do").click()
        client.wait_for_load_state()
        # The stream of the open page ends, and every attempt to listen again is refused.
        wait_until(lambda: kees.wait_for_timeout(50) or asked, seconds=8, what="the stream to end")

        tell(daughter, site, cast, LATER)
        mail_arrives(site, cast.peter.email, number=heard + 1)
        kees.wait_for_timeout(1000)
        assert not kees.get_by_text(LATER).count()
        assert kees.goto(inside(site, cast, "nieuws/")).status == 404
        assert kees.goto(inside(site, cast)).status == 404
        assert len(mails_to(site, address)) == 2
