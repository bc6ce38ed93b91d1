"""Changing the plan: one file per verb, each with the refusals it raises."""

from .add_part import add_part
from .agree_plan import agree_plan
from .answer_review import answer_review, ask_review, next_cycle
from .end_part import end_part
from .note_step import close_goal, note_step
from .score_domains import score_domains
from .start_plan import open_cycle, start_plan

__all__ = [
    "add_part", "agree_plan", "answer_review", "ask_review", "close_goal", "end_part", "next_cycle",
    "note_step", "open_cycle", "score_domains", "start_plan",
]  # fmt: skip
