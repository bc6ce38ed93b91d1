"""The ear of a process: one connection that LISTENs, one that asks; for the live stream.

Both belong to the application role and act for nobody: what they ask answers with ids only.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection as django_connection
from psycopg import sql

# Says of which account the open streams must be looked at again: a session of it ended, or what
# it may see became less (privacy/locks/ending.sql).
SESSIONS = "zv_sessions"
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
SIGN_OF_LIFE = 30.0
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Heard:
    """A wake-up call. Without a channel: listening has BEGUN (what came before may have been
    missed), or was LOST."""

    channel: str = ""
    word: str = ""


BEGUN, LOST = Heard(word="begun"), Heard(word="lost")


async def _connect() -> psycopg.AsyncConnection[Any]:
    known = django_connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    wanted = {name: known[name] for name in names if name in known}
    return await psycopg.AsyncConnection.connect(
        **wanted, autocommit=True, connect_timeout=5, application_name="zorgverband live"
    )


async def hear(channels: Sequence[str]) -> AsyncIterator[Heard]:
    """Every call on these channels, for ever. A lost connection is made anew, with longer pauses
    as long as that fails."""
    pause = FIRST_PAUSE
    while True:
        try:
            async with await _connect() as ear:
                for channel in channels:
                    await ear.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
                pause = FIRST_PAUSE
                yield BEGUN
                while True:
                    async for call in ear.notifies(timeout=SIGN_OF_LIFE):
                        yield Heard(call.channel, call.payload)
                    # A silent connection and a dead one sound the same: say something.
                    await ear.execute("SELECT 1")
        except (psycopg.Error, OSError):
            log.warning("not listening; trying again in %s s", pause)
        yield LOST
        await asyncio.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


@dataclass(frozen=True)
class Stirred:
    """What an event stirs: a network, who may know of it now, and whether it is about who takes
    part there."""

    network: UUID
    people: list[UUID]
    membership: bool


class Questions:
    """Asks the database, one question at a time, over one connection that is made when needed."""

    def __init__(self) -> None:
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._turn = asyncio.Lock()

    async def _rows(self, text: str, parameters: Sequence[object]) -> list[Any]:
        async with self._turn:
            was_open = self._connection is not None and not self._connection.closed
            try:
                return await self._ask(text, parameters)
            except psycopg.OperationalError:
                # A connection that broke while nobody asked anything; the next may be good.
                if not was_open:
                    raise
                return await self._ask(text, parameters)

    async def _ask(self, text: str, parameters: Sequence[object]) -> list[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = await _connect()
        try:
            return await (await self._connection.execute(text, parameters)).fetchall()
        except BaseException:
            # Cut off halfway it would answer the next question with this one's rows.
            await self._connection.close()
            raise

    async def stirred(self, events: Sequence[UUID]) -> list[Stirred]:
        """What these events stir, by the rule at this moment. Raises psycopg.Error."""
        rows = await self._rows(
            "SELECT network_id, people, membership FROM privacy.stirred(%s)", [list(events)]
        )
        return [Stirred(*row) for row in rows]

    async def seated(self, networks: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
        """(network, person) for who has a seat in these networks now. Raises psycopg.Error."""
        rows = await self._rows(
            "SELECT network_id, person_id FROM privacy.listeners(%s)", [list(networks)]
        )
        return set(rows)

    async def signed_in(self, visits: Sequence[tuple[str, UUID, bytes]]) -> set[str]:
        """Of these (session, account, seal of the password) the sessions that still stand: not
        ended, the account active, its password the same. Raises psycopg.Error."""
        keys, accounts, seals = ([visit[place] for visit in visits] for place in range(3))
        rows = await self._rows(
            "SELECT s.session_key FROM unnest(%s::text[], %s::uuid[], %s::bytea[])"
            " AS v(session_key, account_id, seal)"
            " JOIN people_session s ON s.session_key = v.session_key AND s.expire_date > now()"
            " JOIN people_account a ON a.id = v.account_id AND a.is_active"
            " AND sha256(convert_to(a.password, 'UTF8')) = v.seal",
            [keys, accounts, seals],
        )
        return {row[0] for row in rows}

    async def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            await self._connection.close()
