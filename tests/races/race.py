"""One race: everything is set up, somebody reads in every way there is, and the right to it ends."""

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg

from tests.cast import Cast, Somebody, gather
from tests.running import Site
from tests.visitor import inside, signed_in
from zorgverband.base.ids import new_id
from zorgverband.journal.actions import record
from zorgverband.notifications.actions import set_preferences
from zorgverband.notifications.kinds import Kind, Pace
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject

from .endings import NONE, Ending, Moment
from .readers import Reader, Seen, Stream, Words

AFTERWARDS = 0.12
STREAM_ENDS_WITHIN = 4.0
# Stands in everything, to be found by: a word that was searched for comes back on the page.
ALL = "wandelen"


@dataclass
class Race:
    """How one race went. `held`: an answer was held up on its way until all was over."""

    ending: Ending
    held: str
    victim: Somebody
    moment: Moment
    marker_event: UUID | None
    told_before: int
    seen: list[Seen] = field(default_factory=list)
    rings: int = 0
    stream_ended: bool = True
    again: int = 404

    def overlapping(self, way: str = "") -> int:
        """How many answers were on their way at the very commit."""
        return sum(
            one.sent < self.moment.after and one.came > self.moment.before
            for one in self.seen
            if not way or one.way == way
        )


@dataclass
class Track:
    """Where the races are run."""

    site: Site
    owner: psycopg.Connection[Any]
    holder: psycopg.Connection[Any]

    def run(self, ending: Ending, chance: random.Random, *, held: str = "") -> Race:
        """Run one race."""
        cast = gather(self.owner)
        ending.prepare(cast)
        victim = ending.victim(cast)
        known, marker = (f"w{chance.getrandbits(60):x}" for _ in range(2))
        news = f"/n/{cast.network}/"
        _wants_all(victim)
        old = self._filed(cast, known, new_id())
        session = signed_in(victim.person).cookies["sessionid"].value
        stream = Stream(self.site, session, cast.network)
        assert stream.status == 200, stream.text
        marker_file = new_id()
        files = [
            ("download", f"{news}bestand/{old}/"),
            ("download", f"{news}bestand/{marker_file}/"),
        ]
        if held == "sharing_attachment":
            # Held up is who asks for what is not there yet.
            files.reverse()
        pages = [("page", news + "nieuws/"), ("search", f"{news}zoeken/?q={ALL}")]
        words = Words(known.encode(), marker.encode())
        readers = [Reader(self.site, session, ways, words) for ways in (pages, files)]
        told = self._tell_before(cast, chance)
        with self._holding(held) as release:
            for reader in readers:
                reader.start()
            for reader in readers:
                reader.asked.wait(10)
            self._meet(held, chance)
            if told and chance.random() < 0.8:
                self._mail_planned(victim, chance)
            moment = ending.happen(cast)
            event = self._share_marker(cast, marker, marker_file)
            release()
        race = Race(ending, held, victim, moment, event, told)
        stream.listen(1.0 if ending is NONE else STREAM_ENDS_WITHIN)
        left = moment.after + AFTERWARDS - time.monotonic()
        time.sleep(max(0.0, left))
        for reader in readers:
            race.seen += reader.stop()
        race.rings, race.stream_ended = stream.rings, stream.ended
        stream.close()
        late = Stream(self.site, session, cast.network)
        race.again = late.status
        late.close()
        return race

    def _filed(self, cast: Cast, word: str, file: UUID) -> UUID:
        """Something everybody reads, with a file that holds the word too."""
        item = cast.item(
            about=cast.jannie, subject=Subject.DAY, author=cast.marijke, body=f"{word} {ALL}"
        )
        self._attach(cast, item, word, file)
        return file

    def _attach(self, cast: Cast, item: UUID, word: str, file: UUID) -> None:
        folder = self.site.folder / "files"
        folder.mkdir(exist_ok=True)
        (folder / word).write_text(word * 200)
        # Over the connection that holds up readers of files, so that it never waits for itself.
        self.holder.execute(
            "INSERT INTO sharing_attachment (id, network_id, item_id, name, content_type, size,"
            " stored_as, thumbnail) VALUES (%s, %s, %s, 'brief.txt', 'text/plain', 99, %s, '')",
            [file, cast.network, item, word],
        )

    def _tell_before(self, cast: Cast, chance: random.Random) -> int:
        """Half of the time something is told just before, so that a mail is on its way too."""
        if chance.random() < 0.5:
            return 0
        with inside(cast.jannie.person, [cast.network]) as viewer:
            share(seat=viewer.seat(cast.network), person=cast.jannie.person,
                  about=cast.jannie.member, subject=Subject.DAY, kind="note",
                  body="Net voor het einde.")  # fmt: skip
        return 1

    def _meet(self, held: str, chance: random.Random) -> None:
        """Wait until an answer is held up, or for a moment drawn by chance."""
        if not held:
            time.sleep(chance.random() * 0.03)
            return
        until = time.monotonic() + 10
        while time.monotonic() < until:
            row = self.owner.execute(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = %s::regclass",
                [held],
            ).fetchone()
            if row and row[0]:
                return
            time.sleep(0.002)
        raise AssertionError(f"nobody waits for {held}")

    def _mail_planned(self, victim: Somebody, chance: random.Random) -> None:
        """Wait until a mail to them is planned, and a moment longer: it is checked about now."""
        until = time.monotonic() + 5
        while time.monotonic() < until:
            row = self.owner.execute(
                "SELECT count(*) FROM notifications_delivery WHERE person_id = %s", [victim.person]
            ).fetchone()
            if row and row[0]:
                break
            time.sleep(0.002)
        time.sleep(chance.random() * 0.06)

    @contextmanager
    def _holding(self, table: str) -> Iterator[Any]:
        """Until `release` whoever reads this table waits."""
        if table:
            self.holder.execute("BEGIN")
            self.holder.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        try:
            yield (lambda: self.holder.execute("COMMIT")) if table else (lambda: None)
        finally:
            if self.holder.info.transaction_status:
                self.holder.execute("ROLLBACK")

    def _share_marker(self, cast: Cast, marker: str, file: UUID) -> UUID | None:
        """Right after the end somebody shares the marker, and a file with it."""
        with inside(cast.jannie.person, [cast.network]) as viewer:
            if cast.network not in viewer.seats:
                self._attach(cast, self._by_owner(cast, marker), marker, file)
                return None
            item = share(seat=viewer.seat(cast.network), person=cast.jannie.person,
                         about=cast.jannie.member, subject=Subject.DAY, kind="note", tell=False,
                         body=f"{marker} {ALL}").id  # fmt: skip
            event = record(verb="shared", network=cast.network, person=cast.jannie.person,
                           item=item).id  # fmt: skip
        self._attach(cast, item, marker, file)
        return event

    def _by_owner(self, cast: Cast, marker: str) -> UUID:
        return cast.item(
            about=cast.jannie, subject=Subject.DAY, author=cast.jannie, body=f"{marker} {ALL}"
        )


def _wants_all(victim: Somebody) -> None:
    """Whoever it is wants a mail of everything at once, at night too."""
    with inside(victim.person, []):
        set_preferences(person=victim.person, paces=dict.fromkeys(Kind, Pace.AT_ONCE), quiet=False,
                        quiet_from=22, quiet_until=7, work_hours=False)  # fmt: skip
