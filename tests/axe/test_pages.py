"""Every page, as the people who see it: axe, small screens, large letters, light and dark."""

from typing import Any

import pytest

from tests.running import Site

from .looking import (
    MATRIX,
    SAMPLE,
    frame_faults,
    keep_pictures,
    open_all,
    sideways,
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
        *violations(page, SAMPLE),
        *frame_faults(page),
        *small_targets(page),
        *sideways(page, spaced=False),
        *sideways(page, spaced=True),
        *windows.faults,
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_at_any_width_in_any_letters_in_light_or_dark(
    look: Look, windows: Windows, world: Any, site: Site
) -> None:
    page = shown(look, windows, world, site)
    faults = list(violations(page, MATRIX))
    assert not faults, "\n".join(faults)
