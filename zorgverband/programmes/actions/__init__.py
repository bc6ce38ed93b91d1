"""Changing programmes and picking from them: one file per verb, with its refusals above it."""

from .draft_programme import (
    change_programme,
    copy_programme,
    discard_draft,
    new_programme,
    publish_programme,
)
from .keep_line import keep_line, remove_line
from .keep_standard import keep_standard
from .pick_lines import pick_lines

__all__ = [
    "change_programme", "copy_programme", "discard_draft", "keep_line", "keep_standard",
    "new_programme", "pick_lines", "publish_programme", "remove_line",
]  # fmt: skip
