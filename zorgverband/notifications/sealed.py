"""Messages that only one device can read (RFC 8291), from a sender its push service recognises
(RFC 8292). The push service in between learns the device, the moment and the length: nothing else.
"""

import base64
import secrets
import time
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
# The order of that curve: private keys are numbers below it.
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
# Push services take at most 4096 bytes; one record holds it all.
_RECORD = 4096
_HALF_A_DAY = 12 * 3600


class NoSuchKey(ValueError):
    """These are not the keys of a device."""


def own_key(words: str) -> ec.EllipticCurvePrivateKey:
    """The key of this installation, always the same for the same secret words."""
    seed = HKDF(hashes.SHA256(), 48, None, b"zorgverband push").derive(words.encode())
    return ec.derive_private_key(int.from_bytes(seed) % (_ORDER - 1) + 1, CURVE)


def public_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    """The public half, as browsers and push services want it: 65 bytes."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def encoded(raw: bytes) -> str:
    """Bytes as they stand in addresses and headers."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """And back. Raises NoSuchKey."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise NoSuchKey() from None


def check_keys(public_key: str, secret: str) -> None:
    """Raise NoSuchKey for what no device gives."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, decoded(public_key))
    except ValueError:
        raise NoSuchKey() from None
    if len(decoded(secret)) != 16:
        raise NoSuchKey()


def seal(
    message: bytes,
    *,
    public_key: str,
    secret: str,
    once: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
) -> bytes:
    """The message as only the device with these keys opens it. `once` and `salt` are drawn anew for
    each message; they are given only to compare with the example in the RFC."""
    theirs = decoded(public_key)
    once, salt = once or ec.generate_private_key(CURVE), salt or secrets.token_bytes(16)
    shared = once.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, theirs))
    mine = public_bytes(once)
    both = _derived(decoded(secret), b"WebPush: info\0" + theirs + mine, 32, shared)
    key = _derived(salt, b"Content-Encoding: aes128gcm\0", 16, both)
    nonce = _derived(salt, b"Content-Encoding: nonce\0", 12, both)
    head = salt + _RECORD.to_bytes(4) + len(mine).to_bytes(1) + mine
    # A byte 2 ends the last record.
    return head + AESGCM(key).encrypt(nonce, message + b"\2", None)


def _derived(salt: bytes, info: bytes, length: int, secret: bytes) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def authorization(*, endpoint: str, key: ec.EllipticCurvePrivateKey, contact: str) -> str:
    """The header by which the push service of this endpoint recognises us, for half a day."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}", "sub": contact,
        "exp": int(time.time()) + _HALF_A_DAY,
    }  # fmt: skip
    token = jwt.encode(claims, key, algorithm="ES256")
    return f"vapid t={token}, k={encoded(public_bytes(key))}"
