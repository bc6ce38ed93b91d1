"""The short code of a sealed chain: what a client can keep to see later that nothing was changed."""

from datetime import datetime
from uuid import UUID

from zorgverband.journal.models import Seal


def short_code(digest: bytes) -> str:
    """'3F9A-71C2': the first 8 hexadecimal digits of a digest."""
    text = digest.hex()[:8].upper()
    return f"{text[:4]}-{text[4:]}" if text else ""


def code_now(network: UUID) -> tuple[str, datetime] | None:
    """The code of the newest signed head of a network, and when it was signed; None for who may
    not see it, or when nothing was signed yet."""
    row = Seal.objects.filter(network_id=network).order_by("-place").values_list("digest", "at")
    found = row.first()
    return (short_code(bytes(found[0])), found[1]) if found else None
