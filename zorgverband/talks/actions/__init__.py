"""Changing what is talked about: one file per verb, each with the refusals it raises."""

from .answer_question import answer_question
from .ask_question import ask_question
from .pass_question import pass_question
from .remind_question import remind_question
from .withdraw_question import withdraw_question

__all__ = [
    "answer_question", "ask_question", "pass_question", "remind_question", "withdraw_question",
]  # fmt: skip
