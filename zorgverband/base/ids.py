"""Identifiers: UUIDv7, so that rows written together lie together and nobody can guess the next."""

import secrets
import threading
import time
import uuid

_RANDOM_BITS = 74
_STEP_BITS = 48


class _Ids:
    """The ids of one process, each later than the one before.

    Within one millisecond the random part goes on by a random step (RFC 9562, section 6.2, method 2):
    rows written in one go sort in the order in which they were made, and from two ids nobody can
    tell whether another was made between them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def next(self) -> int:
        now = time.time_ns() // 1_000_000 << _RANDOM_BITS
        with self._lock:
            if now > self._last:
                # The highest bit stays free, so that the steps of this millisecond fit in it.
                self._last = now | secrets.randbits(_RANDOM_BITS - 1)
            else:
                # The same millisecond, or a clock that was put back.
                self._last += 1 + secrets.randbits(_STEP_BITS)
            return self._last


_ids = _Ids()


def new_id() -> uuid.UUID:
    """A fresh UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, 74 random bits.

    Ids that one process makes one after another sort in that order.
    """
    value = _ids.next()
    high, low = value >> 62, value & ((1 << 62) - 1)
    milliseconds, random = high >> 12, high & 0xFFF
    return uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | random << 64 | 0x2 << 62 | low)
