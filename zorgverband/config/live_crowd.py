"""Who is listening: one listener per open page, kept light because there are thousands."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

EACH_AT_MOST = 20
ALL_AT_MOST = 8000


class Listener:
    """One open stream: of whom, of which network (None: all of theirs), and what rang."""

    __slots__ = ("account", "bell", "network", "news", "over", "person", "seal", "session")

    def __init__(
        self, *, person: UUID, account: UUID, session: str, seal: bytes, network: UUID | None
    ) -> None:
        self.person, self.account, self.network = person, account, network
        self.session, self.seal = session, seal
        self.bell = asyncio.Event()
        self.news = self.over = False

    def tell(self) -> None:
        """There is news; what rings twice before it was heard is heard once."""
        self.news = True
        self.bell.set()

    def beat(self) -> None:
        """A sign of life, so that nothing in between thinks the line is dead."""
        self.bell.set()

    def end(self) -> None:
        """Close this stream."""
        self.over = True
        self.bell.set()


class Crowd:
    """Everybody who listens to this process."""

    def __init__(self) -> None:
        self._by_person: dict[UUID, list[Listener]] = defaultdict(list)
        self._all: dict[Listener, None] = {}

    def __len__(self) -> int:
        return len(self._all)

    def full(self) -> bool:
        """Whether there is no room for one more."""
        return len(self._all) >= ALL_AT_MOST

    def join(self, listener: Listener) -> None:
        """Let somebody in. Who has too many pages open loses the oldest."""
        own = self._by_person[listener.person]
        if len(own) >= EACH_AT_MOST:
            own[0].end()
            self.leave(own[0])
        self._by_person[listener.person].append(listener)
        self._all[listener] = None

    def leave(self, listener: Listener) -> None:
        """Forget a stream; safe to repeat."""
        if self._all.pop(listener, listener) is listener:
            return
        own = self._by_person[listener.person]
        own.remove(listener)
        if not own:
            del self._by_person[listener.person]

    def listeners(self) -> list[Listener]:
        """Everybody, oldest first."""
        return list(self._all)

    def of(self, *, network: UUID | None = None, account: UUID | None = None) -> list[Listener]:
        """The streams of one network, or of one account."""
        return [
            one
            for one in self._all
            if (network and one.network == network) or (account and one.account == account)
        ]

    def tell(self, *, network: UUID | None, people: Iterable[UUID]) -> None:
        """Tell these people that there is news, on their pages of this network (None: on those
        over all their networks)."""
        for person in people:
            for one in self._by_person.get(person, ()):
                if one.network == network:
                    one.tell()

    def end(self, listeners: Collection[Listener]) -> None:
        """Close these streams."""
        for one in listeners:
            one.end()
            self.leave(one)
