"""Attending to the listeners: hearing of events, asking the rule whom to tell, and looking at
every stream again and again whether it may still be open."""

import asyncio
import logging
from collections.abc import Sequence
from uuid import UUID

import psycopg

from zorgverband.base.listening import BEGUN, LOST, SESSIONS, Heard, Questions, hear
from zorgverband.journal.actions import CHANNEL
from zorgverband.notifications.actions import TOLD

from .live_crowd import Crowd, Listener

BEAT = 15.0
# Not all at once: thousands of streams beat one after the other.
TURNS = 10
MOST_EVENTS = 200
PAUSE = 1.0
log = logging.getLogger(__name__)


class Attendant:
    """Keeps the crowd told and in order, by one connection that listens and one that asks."""

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd
        self.listening = False
        self._questions = Questions()
        self._heard: asyncio.Queue[Heard] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, in the running loop."""
        self._tasks = [
            asyncio.create_task(work()) for work in (self._listen, self._tell, self._beat)
        ]

    async def stop(self) -> None:
        """End all streams and hang up."""
        self.crowd.end(self.crowd.listeners())
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._questions.close()

    async def _listen(self) -> None:
        async for heard in hear((CHANNEL, TOLD, SESSIONS)):
            self.listening = heard != LOST
            self._heard.put_nowait(heard)

    async def _tell(self) -> None:
        first = True
        while True:
            heard = [await self._heard.get()]
            while not self._heard.empty() and len(heard) < MOST_EVENTS:
                heard.append(self._heard.get_nowait())
            missed, first = BEGUN in heard and not first, False
            while not await self._answered(heard):
                await asyncio.sleep(PAUSE)
            if missed:
                await self._tell_everybody()

    async def _answered(self, heard: Sequence[Heard]) -> bool:
        """Do what these calls ask; False when the database did not answer."""
        try:
            await self._events(_ids(heard, CHANNEL))
            await self._inboxes(_ids(heard, TOLD))
            for account in _ids(heard, SESSIONS):
                await self._look_again(self.crowd.of(account=account))
        except (psycopg.Error, OSError):
            log.warning("could not ask whom to tell; asking again")
            return False
        return True

    async def _events(self, events: Sequence[UUID]) -> None:
        if not events or not len(self.crowd):
            return
        stirred = await self._questions.stirred(events)
        # First who has to go, then the news.
        for one in stirred:
            if one.membership:
                await self._check_seats(self.crowd.of(network=one.network))
        for one in stirred:
            self.crowd.tell(network=one.network, people=one.people)

    async def _inboxes(self, events: Sequence[UUID]) -> None:
        """What was delivered rings on the pages that show an inbox."""
        if events and len(self.crowd):
            for one in await self._questions.stirred(events):
                self.crowd.tell(network=None, people=one.people)

    async def _tell_everybody(self) -> None:
        """Something may have been missed: everybody looks, a few hundred a second."""
        for number, listener in enumerate(self.crowd.listeners(), 1):
            listener.tell()
            if number % 50 == 0:
                await asyncio.sleep(0.2)

    async def _beat(self) -> None:
        turn = 0
        while True:
            await asyncio.sleep(BEAT / TURNS)
            turn = (turn + 1) % TURNS
            listeners = self.crowd.listeners()[turn::TURNS]
            try:
                await self._look_again(listeners)
            except (psycopg.Error, OSError):
                log.warning("could not ask who is still signed in")
            for listener in listeners:
                listener.beat()

    async def _look_again(self, listeners: Sequence[Listener]) -> None:
        if not listeners:
            return
        standing = await self._questions.signed_in(
            [(one.session, one.account, one.seal) for one in listeners]
        )
        self.crowd.end([one for one in listeners if one.session not in standing])
        await self._check_seats([one for one in listeners if not one.over])

    async def _check_seats(self, listeners: Sequence[Listener]) -> None:
        networks = {one.network for one in listeners if one.network}
        if not networks:
            return
        seated = await self._questions.seated(list(networks))
        self.crowd.end(
            [one for one in listeners if one.network and (one.network, one.person) not in seated]
        )


def _ids(heard: Sequence[Heard], channel: str) -> list[UUID]:
    found = []
    for call in heard:
        if call.channel == channel:
            try:
                found.append(UUID(call.word))
            except ValueError:
                continue
    return found
