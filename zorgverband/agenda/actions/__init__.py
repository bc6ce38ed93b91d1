"""Changing the agenda: one file per verb, each with the refusals it raises."""

from .cancel_visit import cancel_visit, restore_visit, resume_visits, stop_visits
from .mark_been import mark_been
from .move_visit import move_visit
from .plan_visit import plan_visit

__all__ = [
    "cancel_visit", "mark_been", "move_visit", "plan_visit", "restore_visit", "resume_visits",
    "stop_visits",
]  # fmt: skip
