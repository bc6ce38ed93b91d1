"""Every page, as the people who see it: axe, small screens, large letters, light and dark."""

from typing import Any

import pytest

from tests.running import Site

from .looking import (
    MATRIX,
    frame_faults,
    keep_pictures,
    open_all,
    sideways_when_spaced,
    small_targets,
    violations,
)
from .pages import Look, looks, viewer
from .windows import Windows

pytestmark = pytest.mark.browser
LOOKS = [pytest.param(look, id=str(look)) for look in looks()]


def shown(look: Look, windows: Windows, world: Any, site: Site) -> Any:
    """The page, open in the window of who looks, with everything on it unfolded."""
    page = windows.of(viewer(world, look.who))
    windows.faults.clear()
    answer = page.goto(site.address + look.address(world))
    assert answer.status == 200, f"{look}: {answer.status}"
    open_all(page)
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_is_sound_for_everybody_who_sees_it(
    look: Look, windows: Windows, world: Any, site: Site
) -> None:
    page = shown(look, windows, world, site)
    keep_pictures(page, str(look))
    faults = [
        *violations(page, MATRIX),
        *frame_faults(page),
        *small_targets(page),
        *sideways_when_spaced(page),
        *windows.faults,
    ]
    assert not faults, "\n".join(faults)
