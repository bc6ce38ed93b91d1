"""Waiting without a busy loop until something happens: a child that ends, or a wish to stop."""

import contextlib
import os
import select
import signal
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Someone asked us to stop while something was still going on."""


class Bell:
    """Rings for every signal that matters; remembers whether we were asked to stop."""

    def __init__(self) -> None:
        """Take over the signals of this process, which must be its main thread."""
        self.stop = False
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in STOPPING:
            ignored = signal.getsignal(number) is signal.SIG_IGN
            if not (number is signal.SIGHUP and ignored):  # nohup means: stay
                signal.signal(number, self._asked)

    def wait(self, seconds: float) -> None:
        """Return at the first ring, or after so many seconds."""
        select.select([self._read], [], [], max(0.0, seconds))
        with contextlib.suppress(BlockingIOError):
            while os.read(self._read, 512):
                pass

    def check(self) -> None:
        """Raise Stopped when we were asked to stop."""
        if self.stop:
            raise Stopped

    def _asked(self, number: int, frame: FrameType | None) -> None:
        self.stop = True
