"""What one does with an advice: give it, in the place of another or not, and end it."""

from .end_advice import end_advice
from .give_advice import Told, give_advice

__all__ = ["Told", "end_advice", "give_advice"]
