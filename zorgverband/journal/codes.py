"""The short code of a signed head: what a client keeps to see later that no log row was changed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from .models import Seal


def short_code(digest: bytes) -> str:
    """'3F9A-71C2': the first 8 hexadecimal digits of a digest."""
    text = digest.hex()[:8].upper()
    return f"{text[:4]}-{text[4:]}" if text else ""


def codes_at(moments: Sequence[tuple[UUID, datetime]]) -> list[tuple[UUID, datetime, str]]:
    """(network, when it was signed, code): the newest of each network at each moment, for who may
    see it. The networks must be entered. One statement, none for nothing."""
    asked = [
        Seal.objects.filter(network_id=network, at__lte=at)
        .order_by("-place")
        .values_list("network_id", "at", "digest")[:1]
        for network, at in moments
    ]
    if not asked:
        return []
    rows = asked[0].union(*asked[1:]) if asked[1:] else asked[0]
    return [(network, at, short_code(bytes(digest))) for network, at, digest in rows]


def code_at(network: UUID, at: datetime) -> tuple[str, datetime] | None:
    """The code of an entered network at a moment and when it was signed; None for who may not see
    it, or when nothing was signed yet."""
    found = codes_at([(network, at)])
    return (found[0][2], found[0][1]) if found else None
