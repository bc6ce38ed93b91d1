"""Idempotency: every form carries a key; the same key with the same words is the same request.

The key is derived from the session and a counter, not drawn by chance, so that two loads of a page
between which nothing was sent are equal to the byte.
"""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from .clock import now
from .ids import new_id
from .refusals import Refusal

FIELD = "key"
_COUNTER = "sent"
# Not part of what was asked: the token and key themselves.
_ASIDE = {FIELD, "csrfmiddlewaretoken"}


class NoKey(Refusal):
    """Uw formulier is niet compleet aangekomen. Laad de bladzijde opnieuw en verstuur het nog eens."""


@dataclass(frozen=True)
class Earlier:
    """The answer an equal request got before."""

    status: int
    location: str


def form_key(request: HttpRequest) -> str:
    """The key for the forms on this page: new after each request this session sent."""
    session = request.session
    seed = f"{session.session_key}:{session.get(_COUNTER, 0)}"
    return hmac.new(settings.SECRET_KEY.encode(), seed.encode(), hashlib.sha256).hexdigest()[:32]


def request_key(request: HttpRequest) -> str:
    """Key and fingerprint of this POST; raises NoKey when it came without one."""
    key = request.headers.get("Idempotency-Key") or request.POST.get(FIELD, "")
    if not key:
        raise NoKey()
    digest = hashlib.sha256(f"{request.path}\0{key}".encode())
    for name in sorted(set(request.POST) - _ASIDE):
        digest.update(repr((name, request.POST.getlist(name))).encode())
    for name in sorted(request.FILES):
        for upload in request.FILES.getlist(name):
            digest.update(repr((name, getattr(upload, "name", ""))).encode())
            for chunk in upload.chunks():
                digest.update(chunk)
            upload.seek(0)
    return digest.hexdigest()


def claim(*, person: UUID, key: str) -> Earlier | None:
    """Take the key for this transaction; the earlier answer when it was taken before.

    Two equal requests at once: the second waits here until the first has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO base_done (id, person_id, key, status, location, at) "
            "VALUES (%s, %s, %s, 0, '', %s) ON CONFLICT (person_id, key) DO NOTHING",
            [new_id(), person, key, now()],
        )
        if cursor.rowcount:
            return None
        cursor.execute(
            "SELECT status, location FROM base_done WHERE person_id = %s AND key = %s",
            [person, key],
        )
        row: Any = cursor.fetchone()
    return Earlier(status=row[0], location=row[1])


def remember(*, person: UUID, key: str, status: int, location: str) -> None:
    """Keep what the claimed request answered."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE base_done SET status = %s, location = %s WHERE person_id = %s AND key = %s",
            [status, location, person, key],
        )


def count_sent(request: HttpRequest) -> None:
    """From here the session's forms get a new key."""
    request.session[_COUNTER] = request.session.get(_COUNTER, 0) + 1
