"""Readers that do not stop asking: pages and files over and over, and one open stream."""

import http.client
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.running import Site


@dataclass(frozen=True)
class Seen:
    """One answer: what was asked, when it was sent and had come in, and what it holds."""

    way: str
    sent: float
    came: float
    status: int
    known: bool
    marker: bool


@dataclass(frozen=True)
class Words:
    """What is looked for in an answer: a word from before the ending and the marker."""

    known: bytes
    marker: bytes


class Reader(threading.Thread):
    """Asks for these (way, path) in turn until told to stop."""

    def __init__(
        self, site: Site, session: str, paths: Sequence[tuple[str, str]], words: Words
    ) -> None:
        super().__init__(daemon=True)
        self.place, self.session = urlsplit(site.address), session
        self.paths, self.words = paths, words
        self.seen: list[Seen] = []
        self.asked = threading.Event()
        self.over = threading.Event()

    def run(self) -> None:
        """Ask, and write down what came."""
        line = http.client.HTTPConnection(str(self.place.hostname), self.place.port, timeout=30)
        turn = 0
        while not self.over.is_set():
            way, path = self.paths[turn % len(self.paths)]
            turn += 1
            sent = time.monotonic()
            line.putrequest("GET", path)
            line.putheader("Cookie", f"sessionid={self.session}")
            line.endheaders()
            self.asked.set()
            answer = line.getresponse()
            body = answer.read()
            came = time.monotonic()
            holds = (self.words.known in body, self.words.marker in body)
            self.seen.append(Seen(way, sent, came, answer.status, *holds))
        line.close()

    def stop(self) -> list[Seen]:
        """Stop after the answer that is on its way; everything that was seen."""
        self.over.set()
        self.join(30)
        assert not self.is_alive(), "an answer never came"
        return self.seen


class Stream:
    """The open stream of a page: how often it rang, and whether it ended."""

    def __init__(self, site: Site, session: str, network: object) -> None:
        place = urlsplit(site.live)
        self.socket = socket.create_connection((place.hostname, place.port), timeout=10)
        head = f"GET /live/{network}/ HTTP/1.1\r\nHost: {place.netloc}\r\n"
        self.socket.sendall(f"{head}Cookie: sessionid={session}\r\n\r\n".encode())
        self.text = b""
        while b"\r\n\r\n" not in self.text:
            self.text += self.socket.recv(4096)
        self.status = int(self.text.split()[1])

    def listen(self, seconds: float) -> None:
        """Take in what comes until the stream ends, at most this long."""
        until = time.monotonic() + seconds
        while not self.ended and (left := until - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                more = self.socket.recv(4096)
            except TimeoutError:
                return
            self.text += more or b"\r\n0\r\n\r\n"

    @property
    def rings(self) -> int:
        """How often there was news."""
        return self.text.count(b"event: news")

    @property
    def ended(self) -> bool:
        """Whether the other side ended it."""
        return b"\r\n0\r\n\r\n" in self.text

    def close(self) -> None:
        """Hang up."""
        self.socket.close()
