"""Changing agreements: one file per verb, each with the refusals it raises."""

from .accept_agreement import accept_agreement
from .ask_agreement import ask_agreement
from .cancel_agreement import cancel_agreement
from .counter_agreement import counter_agreement
from .decline_agreement import decline_agreement
from .fail_agreement import fail_agreement
from .hold_agreement import hold_agreement, resume_agreement
from .mark_done import mark_done
from .receive_agreement import receive_agreement
from .remind_agreement import remind, set_reminder
from .start_agreement import start_agreement
from .tick_agreement import tick_agreement

__all__ = [
    "accept_agreement", "ask_agreement", "cancel_agreement", "counter_agreement",
    "decline_agreement", "fail_agreement", "hold_agreement", "mark_done", "receive_agreement",
    "remind", "resume_agreement", "set_reminder", "start_agreement", "tick_agreement",
]  # fmt: skip
