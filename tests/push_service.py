"""A push service and the devices behind it, for tests: it receives over HTTP, the devices decrypt.

    with push_service() as service:
        phone = service.phone()
        subscribe(..., **phone.given)
        phone.messages()        # what was shown, decrypted with the phone's own keys

Decrypting is written from RFC 8188 and 8291 with bare HMAC and AES, apart from the product's own words.
"""

import base64
import hashlib
import hmac
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from zorgverband.base.ids import new_id


def word(raw: bytes) -> str:
    """Bytes as browsers hand them over."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class Received:
    """One message as it arrived."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Phone:
    """A device: its keys, its address at the service, and how the service answers for it."""

    address: str
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1()), repr=False
    )
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    status: int = 201
    received: list[Received] = field(default_factory=list)

    @property
    def point(self) -> bytes:
        """Its public key."""
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def given(self) -> dict[str, str]:
        """What its browser gives who wants to send to it."""
        return {
            "endpoint": self.address, "public_key": word(self.point), "secret": word(self.secret),
        }  # fmt: skip

    def row(self, person: UUID) -> dict[str, Any]:
        """What the product keeps of it, for this person."""
        return {
            "id": new_id(), "person_id": person, "mark": self.address[-32:], "kind": "iphone",
            "since": datetime.now(UTC), **self.given,
        }  # fmt: skip

    def messages(self) -> list[str]:
        """What it showed."""
        return [self.opened(one.body) for one in self.received]

    def opened(self, body: bytes) -> str:
        """One message, decrypted."""
        salt, length = body[:16], body[20]
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs)
        shared = self.key.exchange(ec.ECDH(), point)
        first = _mac(self.secret, shared)
        both = _mac(first, b"WebPush: info\0" + self.point + theirs + b"\1")
        root = _mac(salt, both)
        key = _mac(root, b"Content-Encoding: aes128gcm\0\1")[:16]
        nonce = _mac(root, b"Content-Encoding: nonce\0\1")[:12]
        padded = AESGCM(key).decrypt(nonce, sealed, None)
        words, end = padded.rstrip(b"\0")[:-1], padded.rstrip(b"\0")[-1:]
        assert end == b"\2", "not the end of the last record"
        return words.decode()


def _mac(key: bytes, words: bytes) -> bytes:
    return hmac.new(key, words, hashlib.sha256).digest()


class Service:
    """Where it stands, and the phones behind it."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.phones: dict[str, Phone] = {}

    def phone(self) -> Phone:
        """One more device."""
        path = f"/send/{secrets.token_urlsafe(16)}"
        self.phones[path] = Phone(self.address + path)
        return self.phones[path]


@contextmanager
def push_service() -> Iterator[Service]:
    """A service on a free port, until the block ends."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            phone = service.phones[self.path]
            if phone.status == 201:
                phone.received.append(Received(self.path, dict(self.headers), body))
            self.send_response(phone.status)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *said: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    service = Service(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
