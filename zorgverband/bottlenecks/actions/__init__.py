"""What somebody does about a bottleneck: one file per verb, each with the refusals it raises."""

from .dismiss import dismiss
from .note_measure import note_measure
from .snooze import snooze

__all__ = ["dismiss", "note_measure", "snooze"]
