"""Asking for help and answering: one file per verb, each with the refusals it raises."""

from .ask_help import Asking, ask_help
from .away import be_away, be_back
from .end_help import end_help, open_help
from .give_back import give_back
from .refuse_help import refuse_help
from .take_help import take_help
from .tell import tell
from .thank import thank

__all__ = [
    "Asking", "ask_help", "be_away", "be_back", "end_help", "give_back", "open_help",
    "refuse_help", "take_help", "tell", "thank",
]  # fmt: skip
