"""Posting to an address that a browser gave us: only to the public internet, over https, once.

The address is somebody's input. So it may not lead to a machine inside (server-side request forgery):
its name is looked up here, every address it has must be public, and the connection goes to the very
address that was looked at. Redirects are not followed.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

WAIT_SECONDS = 5
# For all of it: who answers a letter at a time would else hold the worker for as long as they like.
WHOLE_SECONDS = 10.0
LONGEST = 1000


class NotAllowed(ValueError):
    """This address is none that we send to."""


def check(address: str) -> SplitResult:
    """The parts of an address we may send to, as far as its words tell. Raises NotAllowed."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotAllowed() from None
    if len(address) > LONGEST or not address.isascii() or not address.isprintable():
        raise NotAllowed()
    if f"{parts.scheme}://{parts.netloc}" in settings.PUSH_TRUSTED:
        return parts
    plain = "@" not in parts.netloc and " " not in address
    if parts.scheme != "https" or not parts.hostname or port not in (None, 443) or not plain:
        raise NotAllowed()
    if _is_number(parts.hostname) and not _public(parts.hostname):
        raise NotAllowed()
    return parts


def post(address: str, *, body: bytes, headers: Mapping[str, str]) -> int:
    """Send it and answer the status. Raises NotAllowed, or OSError when nobody answers in time."""
    parts = check(address)
    connection = _connection(parts)
    path = parts.path or "/"
    late = threading.Event()
    enough = threading.Timer(WHOLE_SECONDS, _hang_up, [connection, late])
    enough.start()
    try:
        connection.request("POST", f"{path}?{parts.query}" if parts.query else path, body, headers)
        status = connection.getresponse().status
    except http.client.HTTPException as odd:
        raise OSError("no answer in HTTP") from odd
    finally:
        enough.cancel()
        connection.close()
    if late.is_set():
        # Half an answer looks like a whole one.
        raise OSError("no answer in time")
    return status


def _hang_up(connection: http.client.HTTPConnection, late: threading.Event) -> None:
    """End it from outside: whoever waits for its words hears that nothing more comes."""
    late.set()
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if f"{parts.scheme}://{parts.netloc}" in settings.PUSH_TRUSTED:
        kind = http.client.HTTPSConnection if parts.scheme == "https" else (
            http.client.HTTPConnection)  # fmt: skip
        return kind(host, parts.port, timeout=WAIT_SECONDS)
    return _Pinned(host, _looked_up(host))


def _looked_up(host: str) -> str:
    """One address of this name; all of them must be public."""
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    addresses = [str(one[4][0]) for one in found]
    if not addresses or not all(map(_public, addresses)):
        raise NotAllowed()
    return addresses[0]


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _public(text: str) -> bool:
    """Whether this is an address of the public internet, also when it carries another within it."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return _public(str(inner))
        # Through a translator (NAT64) this reaches any address of version 4, also one inside; and some
        # networks still give out addresses of their own site.
        if address.is_reserved or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


class _Pinned(http.client.HTTPSConnection):
    """A connection to one address, with the certificate of the name."""

    def __init__(self, host: str, address: str) -> None:
        self._certified = ssl.create_default_context()
        super().__init__(host, 443, timeout=WAIT_SECONDS, context=self._certified)
        self._address = address

    def connect(self) -> None:
        """Connect to the address that was looked at; a name may mean another a moment later."""
        plain = socket.create_connection((self._address, 443), WAIT_SECONDS)
        self.sock = self._certified.wrap_socket(plain, server_hostname=self.host)
