"""Changing programmes and picking from them: one file per verb, with its refusals above it."""

from .keep_standard import keep_standard
from .pick_lines import pick_lines

__all__ = ["keep_standard", "pick_lines"]
