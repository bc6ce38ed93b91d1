"""A GP looks in need; the client sees who and why in large letters, and says what she thinks of it."""

from typing import Any

import pytest

from tests.cast import Cast, Somebody
from tests.running import Site
from zorgverband.people.models import Account
from zorgverband.sharing.subjects import Subject

from .walking import DESK, PHONE, TABLET, inside, listening, on_screen

pytestmark = pytest.mark.browser
HIDDEN = "Mevrouw hoort stemmen en is bang in de nacht."
REASON = "Mevrouw is verward gevonden op straat. Ik moet weten of dit nieuw is."


def without_permission(cast: Cast, who: Somebody) -> None:
    """This person reads nothing medical any more."""
    cast.owner.execute(
        "DELETE FROM sharing_permission WHERE member_id = %s AND subject <= 5", [who.member]
    )


def open_in_need(page: Any, site: Site, cast: Cast) -> None:
    """From where it says that this is not shared, with a reason."""
    page.goto(inside(site, cast, "dossier/onderwerp/5/"))
    assert page.get_by_text("Dit is niet met u gedeeld.").is_visible()
    assert not page.get_by_text(HIDDEN).count()
    page.get_by_role("link", name="Noodtoegang").click()
    page.get_by_role("button", name="Nu lezen").wait_for()
    page.get_by_label("Waarom moet u nu kijken?").fill("Nood")
    page.get_by_role("button", name="Nu lezen").click()
    page.get_by_role("alert").wait_for()
    page.get_by_label("Waarom moet u nu kijken?").fill(REASON)
    with page.expect_navigation():
        page.get_by_role("button", name="Nu lezen").click()


def test_a_gp_looks_in_need_and_the_client_sees_who_and_why(
    cast: Cast, site: Site, browse: Any
) -> None:
    Account.objects.using("owner").filter(pk=cast.jannie.account).update(letters="large")
    without_permission(cast, cast.anouk)
    cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.fatima, body=HIDDEN)
    gp = browse(cast.anouk, viewport=DESK)
    client = browse(cast.jannie, viewport=TABLET)
    family = browse(cast.marijke, viewport=PHONE)
    with site.worker():
        listening(client, inside(site, cast))
        open_in_need(gp, site, cast)
        # At once, on the page that is open.
        told = client.get_by_text("Anouk Visser (huisarts) heeft in nood in uw dossier gekeken.")
        told.first.wait_for(timeout=5000)
    assert gp.get_by_text("U kijkt met noodtoegang").is_visible()
    gp.goto(inside(site, cast, "dossier/onderwerp/5/"))
    gp.get_by_role("link", name=HIDDEN[:30]).first.click()
    gp.get_by_text(HIDDEN).last.wait_for()
    gp.get_by_role("button", name="Nu stoppen").click()
    gp.get_by_text("Gestopt. U leest niets meer met noodtoegang.").wait_for()
    gp.goto(inside(site, cast, "dossier/onderwerp/5/"))
    assert gp.get_by_text("Dit is niet met u gedeeld.").is_visible()

    family.goto(inside(site, cast))
    assert not family.get_by_text("in nood").count()
    client.goto(inside(site, cast, "nieuws/"))
    assert on_screen(client.get_by_text(REASON).first)
    client.goto(inside(site, cast))
    assert on_screen(client.get_by_text(REASON).first)
    client.get_by_role("link", name="Zeg wat u ervan vindt").click()
    client.get_by_text("Gelezen met noodtoegang: Psychische gezondheid.").wait_for()
    client.get_by_role("radio", name="Het was terecht").check(force=True)
    client.get_by_role("button", name="Bewaren").click()
    client.get_by_text("Bewaard. Wie keek, leest wat u ervan vindt.").wait_for()
    gp.goto(inside(site, cast, "noodtoegang/"))
    assert gp.get_by_text("Het was terecht").first.is_visible()
