"""The word in a secret link: derived from a number and the secret key, so that no job carries it and its
owner can be shown it again; kept as a hash."""

import base64
import hashlib
from uuid import UUID

from django.conf import settings
from django.utils.crypto import salted_hmac


def link_word(purpose: str, id: UUID) -> str:
    """43 letters nobody can guess: the same for the same number and purpose."""
    digest = salted_hmac(
        f"zorgverband.{purpose}", str(id), secret=settings.SECRET_KEY, algorithm="sha256"
    ).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def token_hash(token: str) -> str:
    """What is kept of the word in a link."""
    return hashlib.sha256(token.encode()).hexdigest()
