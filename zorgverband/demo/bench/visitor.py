"""A visitor of the pages inside this process: no server and no test client in between, so that
what is measured is what a page costs."""

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest

from zorgverband.people import proof
from zorgverband.people.models import Account


@dataclass(frozen=True)
class Answer:
    """What came back, and what it cost: seconds of this process's CPU and of the clock."""

    status: int
    headers: dict[str, str]
    body: bytes
    cpu: float
    wall: float


class Visitor:
    """Somebody with a session, who asks pages of the product's own WSGI application."""

    def __init__(self, person: UUID) -> None:
        """Sign `person` in, as with a second factor; raises DoesNotExist for who has no account."""
        self.application: Callable[..., Any] = get_wsgi_application()
        self.cookies: SimpleCookie = SimpleCookie()
        request = HttpRequest()
        request.session = import_module(settings.SESSION_ENGINE).SessionStore()
        account = Account.objects.get(person_id=person)
        login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
        proof.note(request, account, "mfa", type="totp")
        request.session.save()
        self.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page; `path` may hold a query."""
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Answer:
        """Send a form, with the CSRF token this visitor was given."""
        token = self.cookies.get(settings.CSRF_COOKIE_NAME)
        body = urlencode({"csrfmiddlewaretoken": token.value if token else "", **fields}).encode()
        headers.setdefault("CONTENT_TYPE", "application/x-www-form-urlencoded")
        return self._ask("POST", path, body, headers)

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        place, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method, "SCRIPT_NAME": "", "PATH_INFO": place,
            "QUERY_STRING": query, "SERVER_NAME": "localhost", "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "localhost:8000", "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(),
            "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": "; ".join(f"{k}={v.value}" for k, v in self.cookies.items()),
            **headers,
        }  # fmt: skip
        answered: list[Any] = []
        cpu, wall = time.process_time(), time.perf_counter()
        parts = self.application(environ, lambda *said: answered.extend(said[:2]))
        content = b"".join(parts)
        parts.close()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        for name, value in answered[1]:
            if name == "Set-Cookie":
                self.cookies.load(value)
        return Answer(int(answered[0].split()[0]), dict(answered[1]), content, cpu, wall)
