"""The service worker, and the manifest with which a phone puts Zorgverband on its home screen."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from zorgverband.sharing.doors import own_door
from zorgverband.ui.stylesheet import stylesheet

from ..writes import patterns

FILES = ("worker.js", "leaving.js", "reading.js", "messages.js")
PARTS = [Path(__file__).parent.parent / name for name in FILES]
SCRIPTS = ("django_htmx/htmx-2.min.js", "ui/page.js", "ui/waiting.js", "ui/icon.svg")


@lru_cache(maxsize=1)
def program() -> bytes:
    """The service worker with what it must know of this version of the product."""
    known = {
        "waiting": reverse("waiting"),
        "pass": reverse("sending_pass"),
        "away": reverse("no_reception"),
        "forMe": reverse("for_me"),
        "icon": static("ui/icon-192.png"),
        # For a message that came without words; the worker is the same for everybody.
        "news": "Er is nieuws. Bekijk het in Zorgverband.",
        "signIn": reverse("account_login"),
        "kept": reverse("kept_list"),
        "entering": _ways_in(),
        "out": reverse("account_logout"),
        "leaving": [reverse("account_logout"), reverse("leave_quickly")],
        "files": [stylesheet().url, *(static(name) for name in SCRIPTS)],
        "writes": patterns(),
    }
    text = json.dumps(known, sort_keys=True)
    parts = b"\n".join(part.read_bytes() for part in PARTS)
    version = hashlib.sha256(parts + text.encode()).hexdigest()[:16]
    return f'"use strict";\nconst VERSION = "{version}";\nconst KNOWN = {text};\n'.encode() + parts


def _ways_in() -> list[str]:
    """Where somebody signs in: another may have read here before."""
    demo = [reverse("demo_sign_in")] if settings.DEMO else []
    return [reverse("account_login"), reverse("mfa_login_webauthn"), *demo]


@require_safe
@own_door
def service_worker(request: HttpRequest) -> HttpResponse:
    """The program itself; browsers ask for it anew at most once a day, and after each change."""
    return HttpResponse(
        program(), content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )  # fmt: skip


@require_safe
@own_door
def manifest(request: HttpRequest) -> HttpResponse:
    """Name, icon and first page for the home screen."""
    sizes = [{"src": static("ui/icon.svg"), "sizes": "any", "type": "image/svg+xml"}]
    sizes += [
        {"src": static(f"ui/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    told = {
        "name": "Zorgverband", "short_name": "Zorgverband", "lang": "nl", "start_url": "/",
        "scope": "/", "id": "/", "display": "standalone", "background_color": "#eef2f2",
        "theme_color": "#0b5566", "icons": sizes,
    }  # fmt: skip
    answer = JsonResponse(told, content_type="application/manifest+json")
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer
