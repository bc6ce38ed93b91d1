"""The report of a visit without reception: it waits with its ticks and numbers, and is written once."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.cast import Cast
from tests.running import wait_until
from zorgverband.agenda.models import VisitChange
from zorgverband.agenda.tests.visits import daily, planned
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .device import Device
from .line import Line

pytestmark = pytest.mark.browser
WORDS = "Blaar geprikt."


def stored(cast: Cast) -> list[str]:
    rows = Item.objects.using("owner").filter(network_id=cast.network, body__contains=WORDS)
    return list(rows.values_list("body", flat=True))


def ticked(page: Any) -> None:
    """Fill in the report that is open and post it."""
    page.get_by_role("group", name="Pijn").get_by_text("Een beetje").click()
    page.fill("[name=value]", "37,5")
    page.fill("[name=body]", WORDS)
    page.click(".button-do[form=write]")


def test_a_report_waits_with_its_ticks_and_is_decided_again_on_arrival(
    cast: Cast, device: Device, line: Line
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond verzorgen")
    device.sign_in(cast.fatima)
    page = device.open("/mijn-route/")
    page.get_by_role("link", name="Schrijven over").click()
    page.get_by_role("group", name="Pijn").wait_for()
    line.up = False
    ticked(page)
    page.get_by_text(WORDS).wait_for()
    assert (stored(cast), device.waiting(page)) == ([], ["waiting"])
    # Meanwhile the neighbour came to read it: nothing is written before somebody looked again.
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie, read=True)
    line.up = True
    page.click("#waiting-again")
    page.get_by_text("De groep lezers is veranderd").wait_for()
    assert stored(cast) == []
    page.get_by_text("Bekijken en versturen").click()
    expect(page.locator("[name=body]")).to_have_value(WORDS)
    expect(page.locator("[name=value]")).to_have_value("37,5")
    expect(page.get_by_role("radio", name="Een beetje")).to_be_checked()
    page.click(".button-do[form=write]")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    wait_until(lambda: not device.waiting(page), seconds=15, what="an empty queue")
    assert stored(cast) == [f"Pijn: een beetje.\n{WORDS}"]
    measured = Item.objects.using("owner").filter(network_id=cast.network, kind="measurement")
    assert [one.title for one in measured] == ["Temperatuur: 37,5 °C"]
    assert VisitChange.objects.using("owner").get(item_id=visit).been_at


def test_a_tick_that_was_taken_away_stays_away_when_it_is_looked_at_again(
    cast: Cast, device: Device, line: Line
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond verzorgen")
    device.sign_in(cast.fatima)
    page = device.open("/mijn-route/")
    page.get_by_role("link", name="Schrijven over").click()
    been = page.get_by_role("checkbox", name="is geweest")
    been.uncheck(force=True)
    line.up = False
    ticked(page)
    page.get_by_text(WORDS).wait_for()
    cast.permit(cast.ria, Subject.HEALTH, about=cast.jannie, read=True)
    line.up = True
    page.click("#waiting-again")
    page.get_by_text("Bekijken en versturen").click()
    expect(page.locator("[name=body]")).to_have_value(WORDS)
    expect(been).not_to_be_checked()
    page.click(".button-do[form=write]")
    page.get_by_text("kunnen dit lezen").first.wait_for()
    changes = VisitChange.objects.using("owner").filter(item_id=visit)
    assert not [one for one in changes if one.been_at]
