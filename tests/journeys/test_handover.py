"""A handover that is negotiated, in real browsers: the leaver announces and fills it in, the receiver
asks back and refuses one line, another takes that line, it is sent and taken over; who handed over reads
on until then, and nothing after."""

import re
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast, Somebody
from tests.running import Site
from zorgverband.agreements.models import Agreement
from zorgverband.agreements.tests.asking import asked
from zorgverband.handovers.models import Handover
from zorgverband.sharing.subjects import Subject

from .walking import inside

pytestmark = pytest.mark.browser
WORDS = "Gebroken heup, loopt met een rollator."


def press(page: Any, words: str) -> None:
    """Press a button and wait for what follows."""
    with page.expect_navigation():
        page.get_by_role("button", name=words).first.click()


def states_all(page: Any) -> None:
    """Say of every section of every part that it is unknown, and of one what there is to say."""
    while page.locator("#sections").count():
        for box in page.locator("#sections input[value=unknown]").all():
            box.check(force=True)
        reason = page.locator("[name=words-reason]")
        if reason.count():
            reason.fill(WORDS)
            page.locator("[name=state-reason][value=filled]").check(force=True)
        press(page, "Bewaren")


def executor(agreement: UUID) -> UUID:
    """Who does it, in truth."""
    return UUID(str(Agreement.objects.using("owner").get(item_id=agreement).executor_id))


def announces(page: Any, to: Somebody) -> None:
    """Announce handing over to somebody, from the list."""
    page.get_by_role("link", name="Zorg overdragen").click()
    choice = page.get_by_label("Wie neemt het over?")
    choice.select_option(value=str(to.member))
    page.get_by_label("Waarom draagt u het over?").fill("Ik ga met pensioen.")
    press(page, "Aankondigen")


def test_a_handover_is_negotiated_and_taken_over(cast: Cast, site: Site, browse: Any) -> None:
    walking = asked(cast, cast.joost, cast.joost, Subject.HEALTH)
    practice = asked(cast, cast.hanneke, cast.joost, Subject.ARRANGEMENTS)
    joost, fatima, anouk = (browse(one) for one in (cast.joost, cast.fatima, cast.anouk))
    joost.goto(inside(site, cast, "overdracht/"))
    announces(joost, cast.fatima)
    item = Handover.objects.using("owner").get(network_id=cast.network).item_id
    at = inside(site, cast, f"overdracht/{item}/")
    assert "0 van de" in joost.locator(".handover-steps").inner_text()
    joost.locator(".handover-steps a").first.click()
    states_all(joost)
    joost.goto(at)
    assert "van de" not in joost.locator(".handover-steps").inner_text()

    # Back and forth before anything passes on.
    fatima.goto(at)
    section = fatima.locator(".handover-section", has_text=WORDS)
    section.get_by_text("Iets vragen").click()
    section.get_by_label("Uw vraag").fill("Mag het been al belast worden?")
    press(section.page, "Vragen over: ")
    lines = fatima.locator(".handover-line")
    assert lines.count() == 2
    press(fatima, "Dit neem ik over: ")
    refused = fatima.locator(".handover-line").nth(1)
    refused.get_by_text("Dit neem ik niet over").click()
    refused.get_by_label("Nee, want").fill("Wij komen niet aan huis.")
    with fatima.expect_navigation():
        refused.get_by_role("button", name="Niet overnemen: ").click()

    joost.goto(at)
    joost.get_by_label("Uw antwoord").fill("Ja, tot twintig kilo.")
    press(joost, "Antwoorden op: ")
    press(joost, "Overdracht versturen")
    assert "Verstuurd" not in joost.locator("main").inner_text(), "one line has nobody yet"
    joost.goto(at)
    line = joost.locator(".handover-line", has_text="Wij komen niet aan huis.")
    line.get_by_text("Iemand anders kiezen").click()
    line.get_by_label("Wie neemt dit over?").select_option(value=str(cast.anouk.member))
    with joost.expect_navigation():
        line.get_by_role("button", name="Vragen: ").click()
    anouk.goto(at)
    press(anouk, "Dit neem ik over: ")
    joost.goto(at)
    press(joost, "Overdracht versturen")
    assert "Tot het is overgenomen, blijft alles van u." in joost.locator("body").inner_text()
    assert {executor(walking), executor(practice)} == {cast.joost.member}

    fatima.goto(at)
    assert "Ja, tot twintig kilo." in fatima.locator("main").inner_text()
    fatima.get_by_role("link", name="Alles bekijken en overnemen").click()
    fatima.wait_for_load_state()
    shown = fatima.locator("main").inner_text()
    assert re.search(r"U neemt 1 ding over", shown)
    assert "leest niets meer" in shown
    assert joost.goto(at).status == 200, "looking at it ends nothing"
    press(fatima, "Overnemen")
    assert {executor(walking), executor(practice)} == {cast.fatima.member, cast.anouk.member}
    assert joost.goto(at).status == 404
