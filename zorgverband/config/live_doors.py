"""Who may listen: from which page, signed in as whom, with a seat in which network."""

import asyncio
import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections, transaction
from django.http import HttpRequest
from django.http.request import split_domain_port, validate_host

from zorgverband.base.viewer import enter, weak_session
from zorgverband.people.proof import weak_person

# Django's database layer is not asynchronous; two threads let a few hundred in per second.
_threads = ThreadPoolExecutor(2, thread_name_prefix="doors")


@dataclass(frozen=True)
class Asked:
    """A request for a stream: from which page, to which host, with which session."""

    origin: str
    host: str
    session: str


def asked(headers: Iterable[tuple[bytes, bytes]]) -> Asked:
    """What the headers say; of repeated headers the last."""
    words = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}
    try:
        morsel = SimpleCookie(words.get("cookie", "")).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        morsel = None
    return Asked(
        origin=words.get("origin", ""),
        host=words.get("host", ""),
        session=morsel.value if morsel else "",
    )


def from_our_page(request: Asked) -> bool:
    """Whether a page of this very site asks: its host is the one asked, at the address or the port
    of the pages. A request without an origin does not come from another site's page."""
    host = split_domain_port(request.host)[0]
    if not validate_host(host, settings.ALLOWED_HOSTS):
        return False
    if not request.origin:
        return True
    page = urlsplit(request.origin)
    if page.hostname is None or split_domain_port(page.netloc.lower())[0] != host:
        return False
    at_address = request.origin == "{0.scheme}://{0.netloc}".format(urlsplit(settings.ADDRESS))
    return at_address or _port(page) == settings.PORT


def _port(page: Any) -> str:
    try:
        return str(page.port or {"http": 80, "https": 443}.get(page.scheme, ""))
    except ValueError:
        return ""


@dataclass(frozen=True)
class Visitor:
    """Who asks: the person, their account, and a seal that breaks when the password changes."""

    person: UUID
    account: UUID
    seal: bytes
    seated: bool


async def visitor(*, session: str, network: UUID | None) -> Visitor | None:
    """Who is signed in with this session, and whether they have a seat in the network."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads, _look_up, session, network)


def _look_up(session: str, network: UUID | None) -> Visitor | None:
    close_old_connections()
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session)
    account: Any = get_user(request)
    if not account.is_authenticated:
        return None
    request.user = account
    with weak_session(weak_person(request)), transaction.atomic():
        viewer = enter(person=account.person_id, networks=[network] if network else [])
    return Visitor(
        person=account.person_id,
        account=account.pk,
        seal=hashlib.sha256(account.password.encode()).digest(),
        seated=network in viewer.seats if network else not viewer.withheld,
    )
