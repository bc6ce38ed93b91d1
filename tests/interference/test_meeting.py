"""A meeting in two worlds that differ in its medical part alone is, to the byte, the same for the social
side: while it is held, after it, on paper and wherever else it shows."""

from pathlib import Path
from typing import Any

import pytest

from tests.doors.browsers import Browsers
from zorgverband.base import clock

from .medical import Care
from .scene import Scene, before
from .sight import Sight, look, requests

PAGES = ("overleg", "afspra", "nieuws", "vandaag", "voor-mij", "agenda", "aandacht")


@pytest.fixture
def scene(owner: Any, settings: Any, tmp_path: Path) -> Scene:
    settings.EMAIL_BACKEND = "zorgverband.notifications.sink.Sink"
    settings.MAIL_SINK = tmp_path
    return before(owner)


@pytest.mark.slow
def test_a_medical_part_of_a_meeting_changes_nothing_for_the_social_side(
    scene: Scene, owner: Any
) -> None:
    care, browsers, at = Care(scene, owner), Browsers(), clock.now()
    asked = [one for one in requests(scene) if any(word in one[0] for word in PAGES)]
    assert sum("/overleg/" in one[0] for one in asked) > 5

    def seen(who: Any, seed: int) -> Sight:
        return look(who, browsers.of(who), asked, at=at, seed=seed)

    linda, marijke = scene.cast.linda, scene.cast.marijke
    theirs, first = seen(marijke, 1), seen(linda, 1)
    care.meeting()
    care.run_jobs()
    found = first.differences(seen(linda, 2))
    assert not found, "\n".join(found[:20])
    # The control: the daughter, who may read about health, sees that something happened.
    assert theirs.differences(seen(marijke, 2))
