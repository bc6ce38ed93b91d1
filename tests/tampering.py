"""Tampering with the log in every way somebody with the database or the disk in hands could: each is
one random act, undone after the check has looked.

    python -m tests.tampering [how many] [seed]

`zorgverband/privacy/tests/test_tampering.py` does a small part of it, with the controls.
"""

import random
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from zorgverband.privacy.sealing.lines import FILE

Run = Callable[..., list[Any]]
TEXTS = ("person_name", "side", "function", "organisation", "action", "door", "ground", "address",
         "source", "outcome")  # fmt: skip
IDS = ("network_id", "about_id", "member_id", "compartment_id", "id")


class Burglar:
    """Does one random thing to the log; `run` is a statement on a connection that may do all."""

    def __init__(self, *, run: Run, folder: Path, seed: int) -> None:
        """Look at what there is to tamper with. The same seed does the same things."""
        self.run = run
        self.file = folder / FILE
        self.random = random.Random(seed)
        self.chains: dict[UUID, list[UUID]] = {}
        for network, look in run("SELECT network_id, look_id FROM journal_link ORDER BY 1, place"):
            self.chains.setdefault(network, []).append(look)
        self.people = [row[0] for row in run("SELECT id FROM people_person ORDER BY id")]

    def strike(self) -> str:
        """Do one thing; answers what."""
        way = self.random.choice(WAYS)
        self.network = self.random.choice(sorted(self.chains))
        self.chain = self.chains[self.network]
        self.at = self.random.randrange(len(self.chain))
        self.look = self.chain[self.at]
        return f"{way.__name__}: {way(self)}"

    def change_text(self) -> str:
        column = self.random.choice(TEXTS)
        word = self.random.choice(("", "x", "Iemand Anders", "permission ", "R"))
        self.run(f"UPDATE journal_look SET {column} = CASE WHEN {column} = %s THEN {column} || '.'"
                 f" ELSE %s END WHERE id = %s", word, word, self.look)  # fmt: skip
        return column

    def change_id(self) -> str:
        column = self.random.choice(IDS)
        self.run(f"UPDATE journal_look SET {column} = %s WHERE id = %s", uuid4(), self.look)
        return column

    def change_person(self) -> str:
        self.run("UPDATE journal_look SET person_id = %s WHERE id = %s",
                 self.random.choice([one for one in self.people if one != self._person()]),
                 self.look)  # fmt: skip
        return "person"

    def change_subject(self) -> str:
        self.run("UPDATE journal_look SET subject = subject %% 15 + 1 WHERE id = %s", self.look)
        return "subject"

    def change_moment(self) -> str:
        by = self.random.choice(("1 microsecond", "-1 second", "1 day", "-3 years"))
        self.run("UPDATE journal_look SET at = at + %s::interval WHERE id = %s", by, self.look)
        return by

    def change_items(self) -> str:
        words = self.random.choice(("items || items || gen_random_uuid()", "items[2:] || items[1:0]"
                                    " || gen_random_uuid()"))  # fmt: skip
        self.run(f"UPDATE journal_look SET items = {words} WHERE id = %s", self.look)
        return words

    def swap_contents(self) -> str:
        other = self.random.choice([one for one in self.chain if one != self.look])
        self.run("UPDATE journal_look a SET at = b.at, door = b.door || '!', items = b.items"
                 " FROM journal_look b WHERE a.id = %s AND b.id = %s", self.look, other)  # fmt: skip
        return str(other)

    def remove_row(self) -> str:
        self.run("DELETE FROM journal_look WHERE id = %s", self.look)
        return str(self.at)

    def remove_row_and_link(self) -> str:
        self.remove_row()
        self.run("DELETE FROM journal_link WHERE look_id = %s", self.look)
        return str(self.at)

    def remove_and_close_the_gap(self) -> str:
        self.remove_row_and_link()
        self.run("UPDATE journal_link SET place = place - 1 + 1000000 WHERE network_id = %s"
                 " AND place > %s", self.network, self.at + 1)  # fmt: skip
        self.run("UPDATE journal_link SET place = place - 1000000 WHERE network_id = %s"
                 " AND place > 1000000", self.network)  # fmt: skip
        return str(self.at)

    def remove_and_work_out_anew(self) -> str:
        self.remove_and_close_the_gap()
        self._work_out_anew()
        return str(self.at)

    def change_and_work_out_anew(self) -> str:
        self.run(
            "UPDATE journal_look SET person_name = person_name || 'x' WHERE id = %s", self.look
        )
        self._work_out_anew()
        return str(self.at)

    def insert_row(self) -> str:
        self._copy()
        return "loose"

    def insert_in_the_chain(self) -> str:
        fresh = self._copy()
        self.run("UPDATE journal_link SET place = place + 1000001 WHERE network_id = %s"
                 " AND place > %s", self.network, self.at)  # fmt: skip
        self.run("UPDATE journal_link SET place = place - 1000000 WHERE network_id = %s"
                 " AND place > 1000000", self.network)  # fmt: skip
        self.run("INSERT INTO journal_link VALUES (%s, %s, %s, ''::bytea)", fresh, self.network,
                 self.at + 1)  # fmt: skip
        if self.random.random() < 0.5:
            self._work_out_anew()
        return str(self.at)

    def swap_places(self) -> str:
        other = self.random.choice([one for one in self.chain if one != self.look])
        fresh = uuid4()
        for old, new in ((self.look, fresh), (other, self.look), (fresh, other)):
            self.run("UPDATE journal_link SET look_id = %s WHERE look_id = %s", new, old)
        return str(other)

    def cut_tail(self) -> str:
        cut = self.chain[self.at :]
        self.run("DELETE FROM journal_look WHERE id = ANY (%s)", cut)
        if self.random.random() < 0.8:
            self.run("DELETE FROM journal_link WHERE look_id = ANY (%s)", cut)
        return f"{len(cut)} of {len(self.chain)}"

    def cut_tail_and_seals(self) -> str:
        self.at = self.random.randrange(len(self.chain))
        cut = self.chain[self.at :]
        self.run("DELETE FROM journal_look WHERE id = ANY (%s)", cut)
        self.run("DELETE FROM journal_link WHERE look_id = ANY (%s)", cut)
        self.run("DELETE FROM journal_seal WHERE network_id = %s AND place > %s", self.network,
                 self.at)  # fmt: skip
        return f"{len(cut)} of {len(self.chain)}"

    def forget_a_network(self) -> str:
        for table in ("journal_look", "journal_link"):
            self.run(f"DELETE FROM {table} WHERE network_id = %s", self.network)
        return str(self.network)

    def change_link(self) -> str:
        words = self.random.choice(("digest = sha256(digest)", "place = place + 1000",
                                    "digest = ''", "look_id = gen_random_uuid()",
                                    "network_id = gen_random_uuid()"))  # fmt: skip
        self.run(f"UPDATE journal_link SET {words} WHERE look_id = %s", self.look)
        return words

    def remove_link(self) -> str:
        self.run("DELETE FROM journal_link WHERE look_id = %s", self.look)
        return str(self.at)

    def change_seal(self) -> str:
        words = self.random.choice(("digest = sha256(digest)", "place = place + 1",
                                    "line = line || ' '", "network_id = gen_random_uuid()",
                                    "number = number + 5000"))  # fmt: skip
        self.run(f"UPDATE journal_seal SET {words} WHERE number = (SELECT number FROM journal_seal"
                 " ORDER BY random() LIMIT 1)")  # fmt: skip
        return words

    def remove_seal(self) -> str:
        self.run("DELETE FROM journal_seal WHERE number >= (SELECT number FROM journal_seal"
                 " ORDER BY random() LIMIT 1)")  # fmt: skip
        return "seals"

    def spoil_a_letter_in_the_file(self) -> str:
        text = self.file.read_text()
        spot = self.random.randrange(len(text))
        self.file.write_text(text[:spot] + ("a" if text[spot] != "a" else "b") + text[spot + 1 :])
        return str(spot)

    def mix_up_the_file(self) -> str:
        lines = self.file.read_text().splitlines(keepends=True)
        one, other = self.random.sample(range(len(lines)), 2)
        way = self.random.choice(("swap", "drop", "repeat"))
        if way == "swap":
            lines[one], lines[other] = lines[other], lines[one]
        elif way == "drop":
            del lines[one]
        else:
            lines.insert(other, lines[one])
        self.file.write_text("".join(lines))
        return way

    def cut_the_file(self) -> str:
        text = self.file.read_text()
        self.file.write_text(text[: self.random.randrange(len(text))])
        return "cut"

    def throw_the_file_away(self) -> str:
        self.file.unlink()
        return "gone"

    def _person(self) -> UUID:
        rows = self.run("SELECT person_id FROM journal_look WHERE id = %s", self.look)
        return UUID(str(rows[0][0]))

    def _copy(self) -> UUID:
        fresh = uuid4()
        self.run("INSERT INTO journal_look SELECT (jsonb_populate_record(l, jsonb_build_object("
                 "'id', %s::uuid, 'person_name', 'Niemand'))).* FROM journal_look l WHERE id = %s",
                 fresh, self.look)  # fmt: skip
        return fresh

    def _work_out_anew(self) -> None:
        """Make every digest of this chain fit again: they have no key. The signatures do."""
        before = b""
        rows = self.run("SELECT k.look_id, privacy.look_words(l, k.place) FROM journal_link k"
                        " JOIN journal_look l ON l.id = k.look_id WHERE k.network_id = %s"
                        " ORDER BY k.place", self.network)  # fmt: skip
        for look, words in rows:
            before = sha256(before + bytes(words)).digest()
            self.run("UPDATE journal_link SET digest = %s WHERE look_id = %s", before, look)


WAYS: tuple[Callable[[Burglar], str], ...] = tuple(
    way for name, way in vars(Burglar).items() if not name.startswith("_") and name != "strike"
)


def main(count: int, seed: int) -> int:
    """Try `count` tamperings in a database of its own, say how many were seen; 1 if not all."""
    import tempfile

    from tests.rule.standalone import own_database

    with own_database() as here, tempfile.TemporaryDirectory() as name:
        from django.db import connection

        from tests import tampered_world as world

        folder = Path(name)
        world.build(here.owner, folder=folder)
        whole = world.check(connection, folder).whole
        trials = world.try_all(connection, folder=folder, count=count, seed=seed)
        missed = [trial.what for trial in trials if not trial.seen]
        sound = whole and world.check(connection, folder).whole
    ways = len({trial.what.partition(":")[0] for trial in trials})
    lines = [
        f"{count} tamperings in {ways} ways: {count - len(missed)} seen, {len(missed)} missed",
        f"untouched, before and after: {'whole' if sound else 'NOT WHOLE'}",
        *(f"missed: {what}" for what in missed[:20]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if missed or not sound else 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(numbers + [2000, 1][len(numbers) :])))
