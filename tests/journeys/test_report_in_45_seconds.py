"""The nurse at the door: from her route to a report that the daughter reads, counted in taps, words and
screens; and the same without reception, kept on the device and sent once."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from zorgverband.agenda.models import VisitChange
from zorgverband.agenda.tests.visits import daily, planned
from zorgverband.sharing.models import Item

from .test_first_plan import Hand

pytestmark = pytest.mark.browser
AT_MOST_SECONDS = 45
WORDS = "Wond is kleiner, twee bij twee centimeter. Zalf is bijna op."


def test_a_report_of_a_visit_takes_at_most_45_seconds(
    cast: Cast, site: Site, browse: Any, record_property: Any
) -> None:
    visit = planned(cast, cast.fatima, who=cast.fatima, rule=daily(), purpose="Wond verzorgen")
    page = browse(cast.fatima)
    page.goto(f"{site.address}/mijn-route/")
    hand = Hand(page, screens=1)
    hand.press("Schrijven over Jannie de Wit")
    for line, answer in (("Wond", "Rustig en schoon"), ("Verband", "Vernieuwd"), ("Pijn", "Geen")):
        page.get_by_role("group", name=line).get_by_text(answer, exact=True).click()
        hand.taps += 1
    hand.fill("Wat was anders of bijzonder?", WORDS)
    hand.press(" ".join(page.locator(".actionbar button.button-do").inner_text().split()))
    record_property("a report", str(hand))
    assert hand.seconds <= AT_MOST_SECONDS, str(hand)
    assert "U bent overal geweest." in page.locator("main").inner_text()
    assert VisitChange.objects.using("owner").get(item_id=visit).been_at
    message = Item.objects.using("owner").get(network_id=cast.network, title="Wondzorg")
    assert message.body == f"Wond: rustig en schoon.\nVerband: vernieuwd.\nPijn: geen.\n{WORDS}"
    daughter = browse(cast.marijke)
    daughter.goto(site.news(cast.network))
    assert WORDS in daughter.locator("main").inner_text()


def test_a_report_of_ten_sentences_takes_longer() -> None:
    # The control: the reckoning can be exceeded.
    assert Hand(None, screens=2, taps=7, letters=len(WORDS) * 5).seconds > AT_MOST_SECONDS
