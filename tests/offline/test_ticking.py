"""Ticking off without reception, in a real browser behind a line that is cut."""

from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import wait_until
from tests.visitor import inside
from zorgverband.agenda.models import VisitChange
from zorgverband.agenda.tests.visits import daily, planned
from zorgverband.agenda.tests.visits import page as visit_page
from zorgverband.agreements.actions import accept_agreement, mark_done
from zorgverband.agreements.models import AgreementChange
from zorgverband.agreements.tests.asking import asked, page, state
from zorgverband.base import clock

from .device import Device
from .line import Line

pytestmark = pytest.mark.browser


def agreed(cast: Cast) -> UUID:
    """Something the team of Fatima and Sanne said it would do."""
    made = asked(cast, cast.hanneke, cast.fatima)
    with inside(cast.fatima.person, (cast.network,)) as viewer:
        accept_agreement(seat=viewer.seat(cast.network), person=cast.fatima.person, agreement=made)
    return made


def tick(at: Any, words: str) -> None:
    at.get_by_role("button", name=words).first.click(no_wait_after=True)
    at.wait_for_url("**/nog-te-versturen/")


def test_what_is_ticked_waits_on_its_page_and_is_done_once(
    cast: Cast, device: Device, line: Line
) -> None:
    made, visit = agreed(cast), planned(cast, cast.fatima, who=cast.fatima, rule=daily())
    device.sign_in(cast.fatima)
    seen = device.open(visit_page("visit", cast, visit, clock.today()))
    other = device.context.new_page()
    other.goto(line.address + page("agreement", cast, made))
    line.up = False
    tick(seen, "Is geweest")
    tick(other, "Gedaan")
    expect(other.locator("#waiting-list h2")).to_have_text(["Iemand is geweest", "Gedaan"])
    assert state(made) == "accepted"
    line.up = True
    other.click("#waiting-again")
    other.get_by_text("Alles is verstuurd").wait_for()
    done = AgreementChange.objects.using("owner").filter(item_id=made, became="done")
    been = VisitChange.objects.using("owner").filter(item_id=visit, been_by_id=cast.fatima.person)
    assert (done.count(), been.count()) == (1, 1)


def test_who_was_second_reads_who_was_first(cast: Cast, device: Device, line: Line) -> None:
    made = agreed(cast)
    device.sign_in(cast.fatima)
    at = device.open(page("agreement", cast, made))
    again = device.context.new_page()
    again.goto(line.address + page("agreement", cast, made))
    line.up = False
    tick(at, "Gedaan")
    # Another page with the same button knows that it waits.
    again.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(again.locator("[data-awaits]")).to_have_text("Wacht op bereik")
    expect(again.get_by_role("button", name="Gedaan")).to_have_count(0)
    with inside(cast.sanne.person, (cast.network,)) as viewer:
        mark_done(seat=viewer.seat(cast.network), person=cast.sanne.person, agreement=made)
    line.up = True
    at.click("#waiting-again")
    at.get_by_text("Was al gedaan door Sanne Mulder").wait_for()
    # There it does not say that it was sent.
    expect(again.get_by_role("button", name="Gedaan")).to_have_count(1)
    expect(again.locator("[data-awaits]")).to_have_count(0)
    at.get_by_role("button", name="Gezien").click()
    wait_until(lambda: not device.waiting(at), seconds=10, what="an empty queue")
    changes = AgreementChange.objects.using("owner").filter(item_id=made, became="done")
    assert [change.person_id for change in changes] == [cast.sanne.person]
