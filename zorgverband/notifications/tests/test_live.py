"""The live stream: it rings for who may know, for nobody else, and ends when the right ends."""

import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.cast import Cast, Somebody
from tests.database import worker_database
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.base.jobs import wake
from zorgverband.config.cluster import Cluster
from zorgverband.config.live_crowd import EACH_AT_MOST
from zorgverband.journal.actions import CHANNEL
from zorgverband.notifications.actions import deliver
from zorgverband.sharing.subjects import Subject

from .test_deliver import happened

QUICK = 2.0


class Stream:
    """An open stream, read without a browser."""

    def __init__(self, site: Site, path: str, *, session: str = "", origin: str = "") -> None:
        place = urlsplit(site.live)
        self.socket = socket.create_connection((place.hostname, place.port), timeout=10)
        lines = [f"GET {path} HTTP/1.1", f"Host: {place.netloc}"]
        lines += [f"Cookie: sessionid={session}"] if session else []
        lines += [f"Origin: {origin}"] if origin else []
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self.text = b""
        while b"\r\n\r\n" not in self.text:
            self.text += self.socket.recv(4096)
        self.status = int(self.text.split()[1])
        self.head = self.text.split(b"\r\n\r\n")[0].decode().lower()

    def wait(self, seconds: float) -> None:
        """Read what comes in this time."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                more = self.socket.recv(4096)
            except TimeoutError:
                return
            if not more:
                return
            self.text += more

    def rings(self, seconds: float = QUICK) -> int:
        """How often there was news until now; waits for the first time."""
        deadline = time.monotonic() + seconds
        while b"event: news" not in self.text and time.monotonic() < deadline:
            self.wait(0.05)
        return self.text.count(b"event: news")

    def ended(self, seconds: float = QUICK) -> bool:
        """Whether the other side closes the stream within this time."""
        deadline = time.monotonic() + seconds
        while b"\r\n0\r\n\r\n" not in self.text and time.monotonic() < deadline:
            self.wait(0.05)
        return b"\r\n0\r\n\r\n" in self.text


@pytest.fixture
def listen(site: Site, db: None) -> Iterator[Any]:
    """`listen(cast.anouk)`: the stream of somebody in their network."""
    opened: list[Stream] = []

    def open_stream(who: Somebody, network: UUID | str | None = None, **more: str) -> Stream:
        session = more.pop("session", "") or signed_in(who.person).cookies["sessionid"].value
        where = who.network if network is None else network
        path = f"/live/{where}/" if where else "/live/"
        opened.append(Stream(site, path, session=session, **more))
        return opened[-1]

    yield open_stream
    for stream in opened:
        stream.socket.close()


def ring(event: UUID) -> None:
    """What `record` does after writing its row."""
    wake(CHANNEL, event)


@pytest.mark.slow
def test_who_may_know_hears_within_two_seconds_and_the_municipality_hears_nothing(
    cast: Cast, listen: Any
) -> None:
    gp, municipality, all_of_gp = listen(cast.anouk), listen(cast.linda), listen(cast.anouk, "")
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    begun = time.monotonic()
    event = happened(cast, cast.fatima, item)
    ring(event)
    assert gp.rings() == 1
    assert time.monotonic() - begun < QUICK
    assert all_of_gp.rings(0.3) == 0
    deliver(event=event)
    assert all_of_gp.rings() == 1
    assert municipality.rings(1.0) == 0
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima)
    cast.permit(cast.linda, Subject.COMING, about=cast.jannie, read=True, past=True)
    ring(happened(cast, cast.fatima, item))
    assert municipality.rings() == 1


@pytest.mark.slow
def test_news_of_one_network_does_not_ring_on_the_page_of_another(cast: Cast, listen: Any) -> None:
    assert cast.other is not None
    elsewhere = listen(cast.other.bart)
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    ring(happened(cast, cast.marijke, item))
    assert elsewhere.rings(0.7) == 0


def test_a_stream_says_no_more_than_that_there_is_news(cast: Cast, listen: Any) -> None:
    stream = listen(cast.anouk)
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    ring(happened(cast, cast.marijke, item))
    stream.rings()
    body = stream.text.split(b"\r\n\r\n", 1)[1]
    words = {line for line in body.split(b"\n") if line and not line.strip(b"\r").isalnum()}
    assert words <= {b":", b"event: news", b"data: 1", b"\r"}, words


@pytest.mark.parametrize("where", ["other", "none", "word"])
def test_a_network_that_is_not_there_and_one_that_is_not_yours_look_the_same(
    cast: Cast, listen: Any, where: str
) -> None:
    assert cast.other is not None
    network = {"other": cast.other.network, "none": uuid4(), "word": "x"}[where]
    refused = listen(cast.anouk, network)
    assert refused.status == 404
    assert refused.text.endswith(b"not here")


def test_nobody_listens_without_being_signed_in(cast: Cast, listen: Any) -> None:
    assert listen(cast.anouk, session="nobody").status == 403
    assert listen(cast.anouk).status == 200


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("", 200),
        ("{address}", 200),
        ("http://elders.example", 403),
        ("http://127.0.0.1:1", 403),
        ("http://localhost:{port}", 403),
        ("null", 403),
        ("http://127.0.0.1.elders.example:{port}", 403),
    ],
)
def test_only_a_page_of_this_site_may_listen(
    cast: Cast, listen: Any, site: Site, origin: str, status: int
) -> None:
    origin = origin.format(address=site.address, port=site.environment["ZV_PORT"])
    stream = listen(cast.anouk, origin=origin)
    assert stream.status == status
    allowed = f"access-control-allow-origin: {origin}\r\n"
    assert (allowed in stream.head + "\r\n") is (status == 200 and bool(origin))


@pytest.mark.slow
def test_the_stream_of_who_leaves_ends_at_that_moment(cast: Cast, listen: Any) -> None:
    going, staying = listen(cast.anouk), listen(cast.marijke)
    cast.end(cast.anouk)
    ring(happened(cast, cast.hanneke, verb="removed", member=cast.anouk.member))
    assert going.ended()
    assert going.rings(0.1) == 0
    assert staying.rings() == 1
    assert not staying.ended(0.3)
    assert listen(cast.anouk).status == 404


@pytest.mark.slow
def test_signing_out_ends_the_stream(cast: Cast, listen: Any, site: Site) -> None:
    client = signed_in(cast.anouk.person)
    session = client.cookies["sessionid"].value
    stream, other = listen(cast.anouk, session=session), listen(cast.anouk)
    assert client.post("/uitloggen/").status_code == 302
    assert stream.ended()
    assert not other.ended(0.3)


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE people_account SET is_active = false WHERE id = %(account)s",
        "UPDATE people_account SET password = 'anders' WHERE id = %(account)s",
        "UPDATE networks_member SET left_at = now() WHERE id = %(member)s",
    ],
)
def test_a_right_that_ends_without_an_event_ends_the_stream_at_the_next_sign_of_life(
    cast: Cast, listen: Any, change: str
) -> None:
    stream = listen(cast.anouk)
    cast.owner.execute(change, {"account": cast.anouk.account, "member": cast.anouk.member})
    assert stream.ended(17)


@pytest.mark.slow
def test_a_silent_stream_shows_that_it_lives(cast: Cast, listen: Any) -> None:
    stream = listen(cast.anouk)
    stream.wait(17)
    assert stream.text.count(b":\n\n") >= 2


@pytest.mark.slow
def test_with_too_many_pages_open_the_oldest_ends(cast: Cast, listen: Any) -> None:
    session = signed_in(cast.anouk.person).cookies["sessionid"].value
    streams = [listen(cast.anouk, session=session) for _ in range(EACH_AT_MOST + 1)]
    assert streams[0].ended()
    assert not streams[1].ended(0.2)


def test_after_the_database_was_away_everybody_looks_again(
    cast: Cast, listen: Any, cluster: Cluster
) -> None:
    stream = listen(cast.anouk)
    with psycopg.connect(cluster.dsn("zv_super", worker_database())) as connection:
        ended = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'zorgverband live' AND datname = current_database()"
        ).fetchall()
    assert len(ended) > 0
    assert stream.rings(5) == 1


def test_the_page_tells_where_to_listen(cast: Cast) -> None:
    page = signed_in(cast.anouk.person).get(f"/n/{cast.network}/nieuws/").content.decode()
    assert f"/live/{cast.network}/" in page
