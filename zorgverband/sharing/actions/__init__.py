"""Changing what is shared: one file per verb, each with the refusals it raises."""

from .attach import attach
from .edit import edit_item
from .mark_seen import mark_seen
from .reply import reply_to
from .share import share
from .take_back import take_back

__all__ = ["attach", "edit_item", "mark_seen", "reply_to", "share", "take_back"]
