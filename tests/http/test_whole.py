"""A form that did not arrive whole changes nothing: over a real connection, to the real server."""

import socket
from io import BytesIO

import pytest

from tests.cast import Cast
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.config.wsgi import Whole
from zorgverband.sharing.models import Item


def asked(cast: Cast, site: Site, words: str) -> bytes:
    """A message as a browser sends it, for family alone, and that said in its last field."""
    session = signed_in(cast.marijke.person).cookies["sessionid"].value
    token = "a" * 32
    parts = {"csrfmiddlewaretoken": token, "key": "k", "body": words, "subject": "6"}
    parts |= {"circle": "family"}
    body = b"".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in parts.items()
    )
    body += b"--x--\r\n"
    head = (
        f"POST /n/{cast.network}/schrijven/ HTTP/1.1\r\nHost: {site.address[7:]}\r\n"
        f"Cookie: sessionid={session}; csrftoken={token}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body


def sent(site: Site, request: bytes, *, broken: bool) -> bytes:
    """What comes back after sending this, and, `broken`, hanging up."""
    host, port = site.address[7:].split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(request)
        if broken:
            line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_a_form_that_breaks_off_before_its_last_choice_is_not_posted(
    cast: Cast, site: Site
) -> None:
    rows = Item.objects.using("owner").filter(network_id=cast.network, kind="note")
    before = rows.count()
    for number, left_out in enumerate((2, 9, 40, 80)):
        answer = sent(site, asked(cast, site, f"Half {number}.")[:-left_out], broken=True)
        assert b" 302 " not in answer[:20]
    assert rows.count() == before
    assert sent(site, asked(cast, site, "Heel."), broken=False).split(b" ", 2)[1] == b"302"
    assert rows.filter(body="Heel.").count() == 1


def test_what_is_read_ends_at_the_announced_length_and_never_before() -> None:
    whole = Whole(BytesIO(b"eerste\ntweede en meer"), 13)
    read = (whole.readline(), whole.read(3), whole.read(), whole.read())
    assert read == (b"eerste\n", b"twe", b"ede", b"")
    for reading in ("read", "readline"):
        broken = Whole(BytesIO(b"half"), 10)
        assert getattr(broken, reading)() == b"half"
        with pytest.raises(ConnectionError):
            getattr(broken, reading)()
