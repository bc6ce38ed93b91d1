"""Pages that only exist after somebody did something are as sound as the others."""

from typing import Any

import pytest

from .looking import (
    MATRIX,
    frame_faults,
    keep_pictures,
    open_all,
    sideways_when_spaced,
    small_targets,
    violations,
)
from .pages import viewer
from .plan_states import PLAN_STATES
from .states import STATES as OTHER_STATES
from .windows import Windows

pytestmark = pytest.mark.browser
STATES = OTHER_STATES | PLAN_STATES


def brought(name: str, windows: Windows, world: Any) -> Any:
    """The page in this state, unfolded."""
    state = STATES[name]
    windows.expected = {state.status}
    page = windows.of(viewer(world, state.who))
    windows.faults.clear()
    answer = state.step(windows, world, page)
    assert answer.status == state.status, f"{name}: {answer.status}"
    page = answer.frame.page  # somebody of another network has a window of their own
    open_all(page)
    return page


@pytest.mark.parametrize("name", STATES)
def test_a_page_after_something_was_done_is_sound(name: str, windows: Windows, world: Any) -> None:
    page = brought(name, windows, world)
    keep_pictures(page, name)
    faults = [
        *violations(page, MATRIX),
        *frame_faults(page),
        *small_targets(page),
        *sideways_when_spaced(page),
        *windows.faults,
    ]
    assert not faults, "\n".join(faults)
