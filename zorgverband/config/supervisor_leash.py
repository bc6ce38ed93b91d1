"""Tie a child process to its parent, so that nothing keeps running when the parent is killed."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def leash(number: signal.Signals) -> Callable[[], None]:
    """Return what a child runs just before its program starts: from then on the kernel sends it
    `number` when the thread that started it ends. Other systems than Linux have no such leash."""
    parent = os.getpid()

    def tie() -> None:
        if _LIBC is not None:
            _LIBC.prctl(PR_SET_PDEATHSIG, int(number))
        if os.getppid() != parent:
            os._exit(1)  # the parent died before the leash was on

    return tie
