"""How long things last, in whole days: settings of an installation that the locks of the database know
too. Another number holds from the next start on, for what begins after it."""

import os

from django.core.exceptions import ImproperlyConfigured


def days(name: str, usual: int, *, most: int) -> int:
    """The number of days in this environment variable, else the usual one. Raises
    ImproperlyConfigured for what is no whole number of 1 to `most`: such a term is a decision."""
    text = os.environ.get(name, str(usual))
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number of days from 1 to {most}")
    return int(text)


def from_environment() -> dict[str, int]:
    """All terms: at most how long a coordinator decides, how long a death recorded by mistake can
    be taken back, and how long a closed network can be opened again."""
    return {
        "interim": days("ZV_INTERIM_DAYS", 28, most=92),
        "death_undo": days("ZV_DEATH_UNDO_DAYS", 14, most=92),
        "reopen": days("ZV_REOPEN_DAYS", 30, most=365),
    }
