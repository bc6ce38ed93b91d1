"""What one can do about looking in need: open it, stop it, judge it."""

from .end_emergency import end_emergency
from .open_emergency import open_emergency
from .review_emergency import review_emergency

__all__ = ["end_emergency", "open_emergency", "review_emergency"]
