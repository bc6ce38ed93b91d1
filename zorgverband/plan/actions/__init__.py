"""Changing the plan: one file per verb, each with the refusals it raises."""

from .add_part import add_part
from .agree_plan import agree_plan
from .end_part import end_part
from .note_step import close_goal, note_step
from .score_domains import score_domains
from .start_plan import open_cycle, start_plan

__all__ = [
    "add_part", "agree_plan", "close_goal", "end_part", "note_step", "open_cycle",
    "score_domains", "start_plan",
]  # fmt: skip
