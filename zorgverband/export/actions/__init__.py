"""Taking a record along: asking for it, making a large one, and clearing away what is over."""

from .ask_archive import BUILD, ask_archive
from .build_archive import build_archive
from .clear_over import clear_over

__all__ = ["BUILD", "ask_archive", "build_archive", "clear_over"]
