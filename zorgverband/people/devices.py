"""Kinds of devices, from how a browser names itself, and the mark of one that is used again; no more is
kept of it."""

import hashlib

from django.utils.translation import gettext_lazy as _

LABELS = {
    "iphone": "iPhone",
    "android_phone": _("Android-telefoon"),
    "ipad": "iPad",
    "android_tablet": _("Android-tablet"),
    "windows": _("Windows-computer"),
    "mac": _("Mac-computer"),
    "computer": _("Computer"),
    "other": _("Ander toestel"),
}

KNOWN_COOKIE = "toestel"


def mark_of(token: str) -> str:
    """What the server keeps of the cookie of a known device; empty for no cookie."""
    return hashlib.sha256(token.encode()).hexdigest()[:32] if token else ""


def device_of(agent: str) -> str:
    """The kind of device as a word of `LABELS`; "other" when the browser does not say."""
    words = agent.lower()
    for sign, kind in (
        ("iphone", "iphone"),
        ("ipad", "ipad"),
        ("android", "android_phone" if "mobile" in words else "android_tablet"),
        ("windows", "windows"),
        ("macintosh", "mac"),
        ("linux", "computer"),
    ):
        if sign in words:
            return kind
    return "other"
