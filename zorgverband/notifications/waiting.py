"""Whether what is to be told is told in time: a figure for who keeps the installation running."""

import logging
from dataclasses import dataclass
from datetime import datetime

from zorgverband.base import clock, waiting
from zorgverband.base.waiting import Waiting

from .kinds import Channel

# So often a worker shows that it lives, with room to spare (settings: every 5 seconds).
SILENT_SECONDS = 60
# What is to leave at once leaves within seconds; found later than this, something passed it over.
LATE_SECONDS = 60
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """What waits at a moment: messages per channel, jobs, and when a worker was last seen."""

    at: datetime
    messages: dict[Channel, Waiting]
    jobs: Waiting
    worker: datetime | None

    def silent(self) -> float | None:
        """For how many seconds no worker was seen. None: there is none."""
        return None if self.worker is None else max(0.0, (self.at - self.worker).total_seconds())

    def well(self, *, most: float) -> bool:
        """Whether nothing waits longer than `most` seconds, nothing failed, and a worker lives."""
        silent = self.silent()
        longest = max(one.seconds(self.at) for one in (self.jobs, *self.messages.values()))
        lives = silent is not None and silent <= SILENT_SECONDS
        return lives and longest <= most and not self.jobs.again


def standing() -> Standing:
    """How it stands now. Three statements."""
    now = clock.now()
    found = waiting.waiting_deliveries(now=now)
    return Standing(
        at=now,
        messages={channel: found.get(channel, Waiting()) for channel in Channel},
        jobs=waiting.waiting_jobs(),
        worker=waiting.worker_seen(),
    )


def say_what_is_late() -> int:
    """Write in the log how much was left behind, before it is sent after all; answers how much.

    Without this nobody sees that messages come minutes late.
    """
    now, late = clock.now(), 0
    for channel, one in waiting.waiting_deliveries(now=now).items():
        if one.seconds(now) > LATE_SECONDS:
            late += one.number
            log.error("%s: %s waiting, the oldest %.0f s", channel, one.number, one.seconds(now))
    return late
