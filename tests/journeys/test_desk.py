"""What asks attention in a real browser: twenty scenarios of the bank on the page of who may meet them,
and a coordinator who handles seven from the desk, counted in screens and taps."""

from typing import Any

import pytest

from tests.bottlenecks.bank import FOUND, Stage, bank
from tests.cast import Cast, gather
from tests.running import Site
from tests.visitor import inside
from zorgverband.bottlenecks.models import Bottleneck, Measure
from zorgverband.bottlenecks.queries import waiting
from zorgverband.bottlenecks.rules import RULES

from .test_first_plan import Hand

pytestmark = pytest.mark.browser
TWENTY = 20
SEVEN = ("agreement_overdue", "agreement_unaccepted", "contradictory_advice", "double_medication",
         "double_examination", "goal_without_agreement", "need_without_help")  # fmt: skip
AT_MOST_SECONDS = 300


def test_twenty_scenarios_stand_on_the_page_of_who_meets_them_and_of_nobody_else(
    owner: Any, site: Site, browse: Any
) -> None:
    found = [one for one in bank() if one.which == FOUND][:TWENTY]
    assert len(found) == TWENTY
    seen = 0
    for one in found:
        stage = Stage(gather(owner))
        one.play(stage)
        assert not stage.faults, f"{one.kind}: {stage.faults}"
        for who in ("hanneke", "linda"):
            page = browse(stage.somebody(who))
            page.goto(f"{site.address}/n/{stage.cast.network}/aandacht/")
            titles = page.locator("main section h2").all_inner_texts()
            kinds = stage.met(who)
            assert sorted(titles) == sorted(str(RULES[kind].title) for kind in kinds), one.kind
            seen += len(kinds)
            page.context.close()
    assert seen > TWENTY / 2


def go_wrong(cast: Cast) -> int:
    """Seven things of seven kinds; how many the coordinator meets."""
    stage = Stage(cast)
    for one in bank():
        if one.which == FOUND and one.kind in SEVEN:
            one.play(stage)
    rows = Bottleneck.objects.using("owner").filter(network_id=cast.network)
    # Each scenario has its own day: what one found is not over because another looked earlier.
    rows.filter(kind__in=SEVEN).update(resolved_at=None, gone_at=None)
    rows.exclude(kind__in=SEVEN).delete()
    with inside(cast.hanneke.person, [cast.network]):
        return waiting().filter(network_id=cast.network).count()


def test_a_coordinator_handles_seven_from_the_desk_within_five_minutes(
    cast: Cast, site: Site, browse: Any, record_property: Any
) -> None:
    there = go_wrong(cast)
    assert there >= len(SEVEN)
    hand = Hand(browse(cast.hanneke, viewport={"width": 1280, "height": 900}))
    hand.page.goto(f"{site.address}/netwerken/aandacht/")
    for _ in range(there):
        asking = hand.page.locator(".desk-signal form button").first
        if asking.count():
            with hand.page.expect_navigation():
                asking.click()
            hand.taps, hand.screens = hand.taps + 1, hand.screens + 1
            continue
        with hand.page.expect_navigation():
            hand.page.locator(".desk-acts a", has_text="Iets anders").first.click()
        hand.taps, hand.screens = hand.taps + 1, hand.screens + 1
        hand.fill("Wat hebt u gedaan?", "Besproken met de familie.")
        hand.press("Noteren")
        hand.press("Dit is niet nodig")
        hand.fill("Waarom is dit niet nodig?", "Dit is al geregeld.")
        hand.press("Bewaren")
        hand.page.goto(f"{site.address}/netwerken/aandacht/")
    assert "Er is nu niets dat aandacht vraagt." in hand.page.locator("main").inner_text()
    done = Measure.objects.using("owner").filter(
        network_id=cast.network, person=cast.hanneke.person
    )
    assert done.values("bottleneck_id").distinct().count() == there
    record_property("handled", f"{there}: {hand}")
    assert hand.seconds < AT_MOST_SECONDS, hand
