"""A line between browser and site that can be cut: nothing goes, or it breaks off at one moment."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum

_PIECE = 65536


class Cut(StrEnum):
    """When the line breaks off for a form that is sent."""

    NO = "not"
    BEFORE = "before the request was sent"
    DURING = "while the request was being sent"
    AFTER = "after the server answered, before the answer came"
    HALFWAY = "while the answer was coming"


class Line:
    """Passes every request on, one to a connection. `up`: whether anything goes at all; `cut`: what
    happens to every form: browsers try some again by themselves. `cuts` counts what was cut."""

    def __init__(self, port: int) -> None:
        self.port, self.up, self.cut, self.cuts = port, True, Cut.NO, 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the browser finds the site."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Take no connections any more."""
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _where = self._listener.accept()
                threading.Thread(target=self._pass, args=(client,), daemon=True).start()

    def _pass(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            client.settimeout(30)
            asked = _whole(client)
            if not asked or not self.up:
                return
            cut = self._cut_for(asked)
            if cut is Cut.BEFORE:
                return
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as server:
                if cut is Cut.DURING:
                    server.sendall(asked[: len(asked) * 2 // 3])
                    return
                server.sendall(asked)
                answer = b"".join(iter(lambda: server.recv(_PIECE), b""))
            if cut is Cut.AFTER or not self.up:
                return
            client.sendall(answer[: len(answer) // 2] if cut is Cut.HALFWAY else answer)

    def _cut_for(self, asked: bytes) -> Cut:
        with self._lock:
            if not asked.startswith(b"POST"):
                return Cut.NO
            self.cuts += self.cut is not Cut.NO
            return self.cut


def _whole(client: socket.socket) -> bytes:
    """One request with its body, told to close the connection afterwards."""
    found = b""
    while b"\r\n\r\n" not in found:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        found += piece
    head, _blank, body = found.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    length = next((int(line.split(b":")[1]) for line in lines
                   if line.lower().startswith(b"content-length:")), 0)  # fmt: skip
    while len(body) < length:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        body += piece
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*kept, b"Connection: close"]) + b"\r\n\r\n" + body


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line to the site on this port, until the block ends."""
    line = Line(port)
    try:
        yield line
    finally:
        line.close()
