"""Clearing away stored archives whose day is over."""

from django.core.files.storage import default_storage

from zorgverband.base import taking


def clear_over() -> int:
    """Take away every archive that was offered for its day; how many. Safe to repeat: a taking is
    only forgotten once its file is gone."""
    over = taking.takings_over()
    for row, place in over:
        if place:
            default_storage.delete(place)
        taking.taking_removed(row)
    return len(over)
