"""Changing meetings: one file per verb, each with the refusals it raises."""

from .add_paper import add_paper
from .agree_on import agree_on
from .answer_call import answer_call, say_ready, vote
from .bring_point import bring_point, drop_point, move_point
from .call_meeting import call_meeting
from .change_meeting import ask_before, ask_more, change_meeting, leave_out
from .choose_date import cancel_meeting, choose_date
from .write_note import write_note

__all__ = [
    "add_paper", "agree_on", "answer_call", "ask_before", "ask_more", "bring_point", "call_meeting",
    "cancel_meeting", "change_meeting", "choose_date", "drop_point", "leave_out", "move_point",
    "say_ready", "vote", "write_note",
]  # fmt: skip
