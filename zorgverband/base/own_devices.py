"""Ending what somebody said of their devices, when they sign those devices out."""

from uuid import UUID

from django.db import connection


def end_own_devices(account: UUID, *, only: str = "", but: str = "") -> None:
    """None of this account's devices, or not the one with mark `only`, or none but the one with mark
    `but`, is its person's own any more. Needs nobody to be known: sessions end without that too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT privacy.end_own_devices(%s, %s, %s)", [account, only, but])
