"""Changing agreements: one file per verb, each with the refusals it raises."""

from .accept_agreement import accept_agreement
from .ask_agreement import ask_agreement
from .cancel_agreement import cancel_agreement
from .decline_agreement import decline_agreement
from .mark_done import mark_done

__all__ = [
    "accept_agreement", "ask_agreement", "cancel_agreement", "decline_agreement", "mark_done",
]  # fmt: skip
