"""Changing the plan: one file per verb, each with the refusals it raises."""

from .add_part import add_part
from .agree_plan import agree_plan, sign_plan
from .answer_question import answer_question
from .answer_review import answer_review, ask_review, next_cycle
from .end_part import end_part
from .note_step import close_goal, note_step, set_aim, weigh_goal
from .score_domains import score_domains
from .start_plan import open_cycle, start_plan
from .take_in_parts import take_in_belonging, take_in_parts
from .take_in_suggestions import take_in_suggestions
from .take_up import set_aside, take_up

__all__ = [
    "add_part",
    "agree_plan",
    "answer_question",
    "answer_review",
    "ask_review",
    "close_goal",
    "end_part",
    "next_cycle",
    "note_step",
    "open_cycle",
    "score_domains",
    "set_aim",
    "set_aside",
    "sign_plan",
    "start_plan",
    "take_in_belonging",
    "take_in_parts",
    "take_in_suggestions",
    "take_up",
    "weigh_goal",
]  # fmt: skip
