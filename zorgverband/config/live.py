"""The live stream: a small ASGI application beside the pages. It says "there is news", no more.

    GET /live/<network>/   news of one network    GET /live/   of all networks of who asks
    GET /live/health       whether it listens to the database

A stream carries no counter, no id and no word: whoever hears it fetches the page again, as the
viewer. It rings only for whom the rule lets know of the event at that moment.
"""

import asyncio
import os
import resource
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zorgverband.config.settings")

import django

django.setup()

from .live_attend import Attendant  # noqa: E402 - these need Django set up
from .live_crowd import ALL_AT_MOST, Crowd, Listener  # noqa: E402
from .live_doors import Asked, asked, from_our_page, visitor  # noqa: E402

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
NEWS, BEAT = b"event: news\ndata: 1\n\n", b":\n\n"
# A client that does not take a few bytes in this time is gone, or as good as.
PATIENCE = 10.0

crowd = Crowd()
attendant = Attendant(crowd)


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one request, or live through the life of this process."""
    if scope["type"] == "lifespan":
        await _live(receive, send)
    elif scope["type"] == "http":
        await _answer(scope, receive, send)


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            _open_wide()
            attendant.start()
            await send({"type": "lifespan.startup.complete"})
        else:
            await attendant.stop()
            await send({"type": "lifespan.shutdown.complete"})
            return


def _open_wide() -> None:
    """Every stream is an open file: take as many as this process may have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * ALL_AT_MOST if hard == resource.RLIM_INFINITY else min(hard, 4 * ALL_AT_MOST)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    path, request = scope["path"], asked(scope["headers"])
    if path == "/live/health":
        await _refuse(send, 200 if attendant.listening else 503)
        return
    network, known = _network(path)
    if not known or scope["method"] != "GET":
        await _refuse(send, 404)
        return
    if not from_our_page(request):
        await _refuse(send, 403)
        return
    scope.clear()
    listener = await _admit(request, network, send)
    if listener is not None:
        await _stream(listener, receive, send)


def _network(path: str) -> tuple[UUID | None, bool]:
    """The network asked for (None: all), and whether there is such an address."""
    word = path.removeprefix("/live/").removesuffix("/")
    if not path.startswith("/live/") or "/" in word:
        return None, False
    try:
        return (UUID(word) if word else None), True
    except ValueError:
        return None, False


async def _admit(request: Asked, network: UUID | None, send: Send) -> Listener | None:
    """Let somebody in and begin the answer, or refuse: what is not there and what is not for you
    are the same 404."""
    who = await visitor(session=request.session, network=network) if request.session else None
    if who is None or not who.seated:
        await _refuse(send, 403 if who is None else 404, request.origin)
        return None
    if crowd.full():
        await _refuse(send, 503, request.origin)
        return None
    listener = Listener(
        person=who.person, account=who.account, session=request.session, seal=who.seal,
        network=network,
    )  # fmt: skip
    await send(_head(200, b"text/event-stream; charset=utf-8", request.origin))
    return listener


async def _stream(listener: Listener, receive: Receive, send: Send) -> None:
    crowd.join(listener)
    leaving = asyncio.ensure_future(_gone(receive))
    leaving.add_done_callback(lambda _: listener.end())
    try:
        await _push(send, BEAT)
        while True:
            await listener.bell.wait()
            if listener.over:
                break
            listener.bell.clear()
            words, listener.news = (NEWS if listener.news else BEAT), False
            await _push(send, words)
        if not leaving.done():
            await send({"type": "http.response.body", "body": b"", "more_body": False})
    except (TimeoutError, OSError):
        pass
    finally:
        crowd.leave(listener)
        leaving.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _push(send: Send, words: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": words, "more_body": True})


def _head(status: int, kind: bytes, origin: str = "") -> Message:
    headers = [
        (b"content-type", kind),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
        (b"x-content-type-options", b"nosniff"),
        (b"vary", b"origin, cookie"),
    ]
    if origin:
        headers.append((b"access-control-allow-origin", origin.encode("latin-1")))
        headers.append((b"access-control-allow-credentials", b"true"))
    return {"type": "http.response.start", "status": status, "headers": headers}


async def _refuse(send: Send, status: int, origin: str = "") -> None:
    await send(_head(status, b"text/plain; charset=utf-8", origin))
    words = {200: b"ok", 503: b"not now"}.get(status, b"not here")
    await send({"type": "http.response.body", "body": words})
