"""Changing the agenda: one file per verb, each with the refusals it raises."""

from .ask_turn import answer_turn, ask_turn, withdraw_turn
from .cancel_visit import cancel_visit, restore_visit, resume_visits, stop_visits
from .make_feed import end_feed, make_feed
from .mark_been import mark_been
from .move_visit import move_series, move_visit
from .plan_visit import plan_visit
from .take_part import give_back, take_part

__all__ = [
    "answer_turn", "ask_turn", "cancel_visit", "end_feed", "give_back", "make_feed", "mark_been",
    "move_series", "move_visit", "plan_visit", "restore_visit", "resume_visits", "stop_visits",
    "take_part", "withdraw_turn",
]  # fmt: skip
