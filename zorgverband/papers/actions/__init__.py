"""What one does with paper: bring it, and say so."""

from .note_brought import note_brought, undo_brought

__all__ = ["note_brought", "undo_brought"]
