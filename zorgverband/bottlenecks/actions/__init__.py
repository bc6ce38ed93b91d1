"""What somebody does about a bottleneck: one file per verb, each with the refusals it raises."""

from .ask import ask
from .dismiss import dismiss
from .note_measure import note_measure
from .snooze import snooze

__all__ = ["ask", "dismiss", "note_measure", "snooze"]
