"""The two secrets of an invitation: the link in the mail and the code told by another channel.

The link is derived from the invitation and the secret key, so that no job carries it; both are kept
as hashes only. A code of six digits can be guessed from a plain hash, so that too takes the key.
"""

from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac

from zorgverband.base.secret_links import link_word

DIGITS = 6
AT_MOST_WRONG = 5
VALID_DAYS = 14


def _keyed(purpose: str, text: str) -> bytes:
    return salted_hmac(
        f"zorgverband.membership.{purpose}", text, secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()


def token_of(invitation: UUID) -> str:
    """The word in the link of this invitation."""
    return link_word("membership.link", invitation)


def code_of(invitation: UUID, expires_at: datetime) -> str:
    """The six digits of this invitation as long as it lasts: another number after each sending.

    Derived, so that the page after inviting can show it once without it being kept anywhere.
    """
    until = expires_at.astimezone(UTC).isoformat()
    number = int.from_bytes(_keyed("digits", f"{invitation}:{until}")[:8], "big")
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def code_hash(token: str, code: str) -> str:
    """What is kept of a code; blanks and dashes in it do not count."""
    digits = "".join(letter for letter in code if letter.isdigit())
    return _keyed("code", f"{token}:{digits}").hex()


def as_shown(code: str) -> str:
    """'123 456': in two groups, as one reads it out."""
    return f"{code[:3]} {code[3:]}"
