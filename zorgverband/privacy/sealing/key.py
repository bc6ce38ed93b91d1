"""The key that signs the heads of the chains: Ed25519, in a file of mode 0600, never in the database."""

import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PRIVATE, PUBLIC = "log-seal.key", "log-seal.pub"


class NoKey(Exception):
    """Er is geen sleutel om mee te controleren; er is nog niets vastgelegd, of de sleutel is weg.
    (There is no key to check with: nothing was sealed yet, or the key is gone.)"""


def signing_key(*, folder: Path) -> Ed25519PrivateKey:
    """The key of this installation; made at the first use. Two who make it at once get the same."""
    path = folder / PRIVATE
    if not path.exists():
        _make(path)
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text().strip()))
    public = folder / PUBLIC
    if not public.exists():
        public.write_text(key.public_key().public_bytes_raw().hex() + "\n")
    return key


def public_key(*, path: Path) -> Ed25519PublicKey:
    """The key to check with, of the installation or a copy kept elsewhere. Raises NoKey."""
    try:
        return Ed25519PublicKey.from_public_bytes(bytes.fromhex(path.read_text().strip()))
    except (OSError, ValueError):
        raise NoKey() from None


def signed_by(key: Ed25519PublicKey, *, words: bytes, sign: str) -> bool:
    """Whether `sign`, in hexadecimal, is the signature of this key under these words."""
    try:
        key.verify(bytes.fromhex(sign), words)
    except (InvalidSignature, ValueError):
        return False
    return True


def _make(path: Path) -> None:
    # Written whole under another name first: who comes in between never reads half a key.
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
