"""What one does with a question or complaint."""

from .change_handler import change_handler
from .complain import complain
from .give_insight import give_insight, stop_insight
from .going_on import answer_complaint, end_complaint, extend_complaint, receive_complaint
from .say_more import say_more

__all__ = [
    "answer_complaint", "change_handler", "complain", "end_complaint", "extend_complaint", "give_insight",
    "receive_complaint", "say_more", "stop_insight",
]  # fmt: skip
