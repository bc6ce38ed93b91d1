"""Sealing: signing how far every chain came since the last time, in the database and in the file."""

from pathlib import Path
from typing import Any

from django.db import connection, transaction

from zorgverband.base import clock

from .key import signing_key
from .lines import Head, append, last_number, sign_lines


def seal(*, folder: Path) -> int:
    """Sign the heads that moved and write them to the file in `folder`; how many there were.

    First the database keeps the lines, then the file gets them, then they are noted as written. A
    machine that stops in between writes the same lines again the next time.
    """
    with transaction.atomic(durable=True):
        _ask("SELECT pg_advisory_xact_lock(20262)")
        heads = [
            Head(row[0], row[1], bytes(row[2]).hex())
            for row in _ask("SELECT * FROM privacy.heads()")
        ]
        if heads:
            after = _ask("SELECT number, line FROM privacy.last_seal()") or [(0, "")]
            lines = sign_lines(
                heads, key=signing_key(folder=folder), after=tuple(after[0]), at=clock.now()
            )
            _ask("SELECT privacy.keep_seals(%s)", [lines])
    _write(folder)
    return len(heads)


def _write(folder: Path) -> None:
    with transaction.atomic(durable=True):
        _ask("SELECT pg_advisory_xact_lock(20262)")
        waiting = _ask("SELECT number, line FROM privacy.seals_to_write()")
        if waiting:
            there = last_number(folder)
            append(folder, [line for number, line in waiting if number > there])
            _ask("SELECT privacy.seals_written(%s)", [waiting[-1][0]])


def _ask(words: str, parameters: list[Any] | None = None) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(words, parameters or [])
        return list(cursor.fetchall())
