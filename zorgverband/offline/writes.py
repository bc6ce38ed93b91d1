"""Which forms may wait on a device until there is reception: their addresses as patterns."""

import re
from functools import lru_cache
from uuid import UUID

from django.urls import reverse

# What one writes on the way, and ticks off. What changes who reads what never waits: it is decided
# with its effect in view.
WRITES: dict[str, tuple[str, ...]] = {
    "write": (),
    "visit_report": (),
    "reply": ("item_id",),
    "mark_been": ("visit_id", "day"),
    "accept_agreement": ("agreement_id",),
    "tick_agreement": ("agreement_id",),
    "mark_done": ("agreement_id",),
    "take_help": ("help_id",),
}
_ID, _DAY = UUID(int=0), "2000-01-01"
_SHAPES = {str(_ID): "[0-9a-f-]{36}", re.escape(_DAY): "[0-9-]{10}", _DAY: "[0-9-]{10}"}


@lru_cache(maxsize=1)
def patterns() -> list[str]:
    """Their addresses as regular expressions, for the service worker."""
    return [_pattern(name, parts) for name, parts in WRITES.items()]


def _pattern(name: str, parts: tuple[str, ...]) -> str:
    values = {part: _DAY if part == "day" else _ID for part in parts}
    address = reverse(name, kwargs=values | {"network_id": _ID})
    for sample, shape in _SHAPES.items():
        address = address.replace(sample, shape)
    return f"^{address}$"
