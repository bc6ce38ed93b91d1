"""Looking for bottlenecks: in one network after an event, and every night in all of them.

The looking itself is one statement per rule over many networks at once (`privacy/locks/bottlenecks.sql`);
here stands only when and where.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db import transaction

from zorgverband.base import clock, finding, jobs
from zorgverband.journal.actions import CHANNEL, DELIVER

from .rules import RULES, kinds_after

# So many networks in one transaction: large enough to be cheap, small enough to hold little and to keep
# nobody waiting.
AT_ONCE = 50
_FIRST = UUID(int=0)
# After these somebody else may have to look, or may not any more.
RIGHTS = ("reading_changed", "control_", "joined", "left", "removed", "role_changed", "substitute_")
# After these everything may be over, or there again.
DEATH = ("died", "not_died")
# From here on it is told as important.
SERIOUS = 8


@dataclass(frozen=True)
class Swept:
    """What a sweep did: networks looked at, bottlenecks opened or changed, and those that were over."""

    networks: int = 0
    opened: int = 0
    closed: int = 0


def look(
    *, networks: Sequence[UUID], kinds: Sequence[str] | None = None, behind: bool = False,
    again: bool = False,
) -> Swept:  # fmt: skip
    """Look in these networks for these kinds (None: all) as it stands now; `behind` the wall only
    when something medical was the reason to look, whose turn it is `again` when rights changed. Safe
    to repeat."""
    with transaction.atomic():
        found = finding.look_for(
            networks=networks, kinds=kinds, now=clock.now(), today=clock.today(), behind=behind
        )
        _tell(finding.climb(networks=networks, now=clock.now(), behind=behind, again=again))
    return Swept(len(networks), found.opened, found.closed)


def _tell(climbed: Sequence[finding.Climbed]) -> None:
    """Note for who came to own something that it waits for them, and have them told."""
    pairs = [(one.bottleneck, person) for one in climbed for person in one.persons]
    for event in finding.tell(pairs=pairs, serious=SERIOUS, now=clock.now()) if pairs else ():
        jobs.wake(CHANNEL, event)
        jobs.defer(DELIVER, event=event)


def look_after(event: UUID) -> Swept:
    """Look for what this event may have begun or ended; nothing for one that concerns no rule. After
    what is medical nothing moves that the social side meets: else it could tell when that was."""
    with transaction.atomic():
        what = finding.happened(event)
    if what is None:
        return Swept()
    kinds = None if what.verb in DEATH else kinds_after(verb=what.verb, item=what.item)
    rights = what.verb.startswith((*RIGHTS, *DEATH))
    if kinds == [] and not rights:
        return Swept()
    return look(networks=[what.network], kinds=kinds, behind=what.behind, again=rights)


def sweep(*, since: datetime | None = None) -> Swept:
    """Look everywhere once since `since` (the beginning of today). One that was stopped goes on where
    it was; holds a few dozen networks at a time."""
    since = since or datetime.combine(clock.today(), time(), tzinfo=clock.HOME)
    done, after = Swept(), _FIRST
    while True:
        with transaction.atomic():
            networks = finding.networks_to_sweep(since=since, after=after, limit=AT_ONCE)
            if not networks:
                return done
            now = clock.now()
            found = finding.look_for(
                networks=networks, kinds=None, now=now, today=clock.today(), sweep=True
            )
            _tell(finding.climb(networks=networks, now=now))
        after = networks[-1]
        done = Swept(
            done.networks + len(networks), done.opened + found.opened, done.closed + found.closed
        )


def known_kinds() -> list[str]:
    """The kinds there are rules for."""
    return list(RULES)
