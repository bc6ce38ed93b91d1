"""What is wrong with a race, in sentences; and what was counted over all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from .race import Race


@dataclass(frozen=True)
class Mailed:
    """One line of the worker's trace."""

    begun: float
    done: float
    person: str
    sent: bool


def read_trace(trace: Path) -> list[Mailed]:
    """What the worker noted."""
    lines = trace.read_text().splitlines() if trace.exists() else []
    return [
        Mailed(float(begun), float(done), person, sent == "1")
        for begun, done, person, sent in (line.split() for line in lines)
    ]


def faults_on_screen(race: Race) -> Iterator[str]:
    """Pages, downloads and the stream."""
    for one in race.seen:
        when = f"{(one.sent - race.moment.after) * 1000:.1f} ms after the commit"
        if one.marker:
            yield f"a {one.way} asked {when} holds what was shared after the end ({one.status})"
        if one.sent > race.moment.after and one.status != race.ending.refused:
            yield f"a {one.way} asked {when} answers {one.status}"
        if one.came < race.moment.before and one.status not in (200, 404, race.ending.refused):
            yield f"a {one.way} before the end answers {one.status}"
    if race.rings > race.told_before:
        yield f"the stream rang {race.rings} times for {race.told_before} news"
    if not race.stream_ended:
        yield "the stream did not end"
    if race.again == 200:
        yield f"a new stream after the end: {race.again}"


def faults_in_mail(race: Race, mailed: Sequence[Mailed], owner: Any) -> Iterator[str]:
    """The inbox and the mails, when the worker has done everything."""
    mine = [one for one in mailed if one.person == str(race.victim.person)]
    for one in mine:
        if one.sent and one.begun > race.moment.after:
            yield f"a mail whose check began {one.begun - race.moment.after:.3f} s after the end"
    if sum(one.sent for one in mine) > race.told_before:
        yield f"{sum(one.sent for one in mine)} mails for {race.told_before} news"
    told = owner.execute(
        "SELECT count(*) FROM notifications_notice WHERE person_id = %s AND event_id = %s",
        [race.victim.person, race.marker_event],
    ).fetchone()
    # Who stopped their account has a seat still, and an inbox nobody opens.
    if told[0] and race.ending.refused == 404:
        yield "the inbox holds what was shared after the end"


@dataclass
class Figures:
    """What happened in how many races."""

    races: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note(self, race: Race) -> None:
        """Count one race and what is wrong on screen."""
        self.races[race.ending.name] += 1
        self.counts["answers"] += len(race.seen)
        self.counts["answers sent after the commit"] += sum(
            one.sent > race.moment.after for one in race.seen
        )
        for way in ("page", "search", "download"):
            self.counts[f"races with a {way} on its way at the commit"] += bool(
                race.overlapping(way)
            )
        self.counts["races with an answer held up over the commit"] += bool(race.held)
        self.counts["streams open at the commit"] += 1
        self.faults += [f"{race.ending.name}: {words}" for words in faults_on_screen(race)]

    def note_mail(self, races: Sequence[Race], trace: Path, owner: psycopg.Connection[Any]) -> None:
        """Count the mails, and what is wrong with them."""
        mailed = read_trace(trace)
        by_person = {str(race.victim.person): race for race in races}
        for one in mailed:
            race = by_person.get(one.person)
            if race is None:
                continue
            over = one.begun < race.moment.after and one.done > race.moment.before
            self.counts["mails on their way at the commit"] += over
            self.counts["mails that left before it"] += one.sent and one.done <= race.moment.before
            self.counts["mails dropped by the check"] += not one.sent
        for race in races:
            found = faults_in_mail(race, mailed, owner)
            self.faults += [f"{race.ending.name}: {words}" for words in found]

    def __str__(self) -> str:
        lines = [f"{sum(self.races.values())} races"]
        lines += [f"  {count:6} {name}" for name, count in sorted(self.races.items())]
        lines += [f"{count:8} {name}" for name, count in sorted(self.counts.items())]
        lines += [f"{len(self.faults):8} faults", *self.faults[:20]]
        return "\n".join(lines)
