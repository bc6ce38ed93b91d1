"""Changing what is shared: one file per verb, each with the refusals it raises."""

from .attach import attach, attach_ready, ready
from .change_audience import change_audience
from .change_permission import (
    Reading,
    change_permission,
    object_to_member,
    withdraw_objection_to_member,
)
from .edit import edit_item, must_live, must_not_stand
from .make_exception import object_to, share_with, stop_sharing_with, withdraw_objection
from .mark_seen import mark_seen
from .move_item import movable, move_item
from .note_change import keep_words
from .reply import reply_to
from .share import share
from .take_back import take_back

__all__ = [
    "Reading",
    "attach",
    "attach_ready",
    "change_audience",
    "change_permission",
    "edit_item",
    "keep_words",
    "mark_seen",
    "movable",
    "move_item",
    "must_live",
    "must_not_stand",
    "object_to",
    "object_to_member",
    "ready",
    "reply_to",
    "share",
    "share_with",
    "stop_sharing_with",
    "take_back",
    "withdraw_objection",
    "withdraw_objection_to_member",
]
