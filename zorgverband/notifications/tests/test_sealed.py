"""What goes over a push service is readable for one device, and comes from us."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import jwt
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings as configured

from tests.push_service import Phone
from zorgverband.notifications import outward, sealed


def test_the_example_of_the_rfc_comes_out_to_the_byte() -> None:
    # RFC 8291, section 5 and appendix A.
    sender = int.from_bytes(sealed.decoded("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    made = sealed.seal(
        b"When I grow up, I want to be a watermelon",
        public_key="BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcx"
        "aOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        secret="BTBZMqHH6r4Tts7J_aSIgg",
        once=ec.derive_private_key(sender, sealed.CURVE),
        salt=sealed.decoded("DGv6ra1nlYgDCS1FRnbzlw"),
    )
    assert sealed.encoded(made) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_only_the_device_itself_opens_a_message() -> None:
    phone, other = Phone("https://push.test/1"), Phone("https://push.test/2")
    key, secret = phone.given["public_key"], phone.given["secret"]
    first, second = (
        sealed.seal(b"Er is nieuws.", public_key=key, secret=secret) for _time in range(2)
    )
    assert phone.opened(first) == phone.opened(second) == "Er is nieuws."
    assert first != second
    with pytest.raises(InvalidTag):
        other.opened(first)


def test_a_push_service_recognises_us() -> None:
    key = sealed.own_key("some secret words")
    said = sealed.authorization(
        endpoint="https://push.test/abc", key=key, contact="mailto:wij@voorbeeld.nl"
    )
    token, public = said.removeprefix("vapid t=").split(", k=")
    point = ec.EllipticCurvePublicKey.from_encoded_point(sealed.CURVE, sealed.decoded(public))
    claims = jwt.decode(token, point, algorithms=["ES256"], audience="https://push.test")
    assert claims["sub"] == "mailto:wij@voorbeeld.nl"
    assert 0 < claims["exp"] - time.time() <= 24 * 3600
    assert sealed.public_bytes(sealed.own_key("some secret words")) == sealed.public_bytes(key)
    assert sealed.public_bytes(sealed.own_key("other words")) != sealed.public_bytes(key)


@pytest.mark.parametrize("address", [
    "http://push.test/1", "https://127.0.0.1/1", "https://[::1]/1", "https://10.1.2.3/1",
    "https://169.254.169.254/latest/", "https://[::ffff:10.0.0.1]/1", "https://[64:ff9b::a00:1]/1",
    "https://push.test:8443/1", "https://who@push.test/1", "https://0.0.0.0/", "ftp://push.test/",
    "https:///1", "https://push.test/" + "a" * 1000, "https://push.test/a b", "https://push.test:x/",
    "https://[fe80::1%25eth0]/", "https://[2002:0a00:0001::]/", "https://[64:ff9b:1::a00:1]/",
    "https://[::10.0.0.1]/", "https://[fec0::1]/",
])  # fmt: skip
def test_an_address_that_may_lead_inside_is_none(address: str) -> None:
    with pytest.raises(outward.NotAllowed):
        outward.check(address)


def test_addresses_of_push_services_are_fine() -> None:
    for host in ("fcm.googleapis.com", "web.push.apple.com", "8.8.8.8"):
        assert outward.check(f"https://{host}/send/abc").hostname == host


def test_a_name_that_leads_inside_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(*addresses: str) -> Callable[..., object]:
        return lambda host, port, **rest: [(0, 0, 0, "", (one, port)) for one in addresses]

    connected: list[object] = []

    def connect(at: object, _wait: int) -> None:
        connected.append(at)
        raise OSError("nobody there")

    monkeypatch.setattr(socket, "create_connection", connect)
    for inside in (["127.0.0.1"], ["93.184.216.34", "192.168.1.1"], ["::1"], []):
        monkeypatch.setattr(socket, "getaddrinfo", looked_up(*inside))
        with pytest.raises(outward.NotAllowed):
            outward.post("https://push.test/1", body=b"", headers={})
    assert not connected
    # The control: where all are public, it connects, to the address that was looked at.
    monkeypatch.setattr(socket, "getaddrinfo", looked_up("93.184.216.34"))
    with pytest.raises(OSError, match="nobody"):
        outward.post("https://push.test/1", body=b"", headers={})
    assert connected == [("93.184.216.34", 443)]


@pytest.mark.slow
def test_who_answers_a_letter_at_a_time_does_not_hold_the_worker(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    monkeypatch.setattr(outward, "WHOLE_SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        settings.PUSH_TRUSTED = [f"http://{host}:{port}"]

        def drip() -> None:
            line, _who = server.accept()
            with line, suppress(OSError):
                line.sendall(b"HTTP/1.1 201 ")
                for _letter in range(60):
                    time.sleep(0.05)
                    line.sendall(b"x")

        dripping = threading.Thread(target=drip, daemon=True)
        dripping.start()
        began = time.monotonic()
        with pytest.raises(OSError):
            outward.post(f"http://{host}:{port}/1", body=b"", headers={})
        assert time.monotonic() - began < 2
        dripping.join()


def test_nothing_is_trusted_unless_somebody_set_it() -> None:
    assert configured.PUSH_TRUSTED == []
