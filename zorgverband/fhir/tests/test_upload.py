"""'Gegevens overnemen': two steps, the file kept under one's own name, nothing stored too soon."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.fhir import uploads
from zorgverband.journal.models import Look

from .samples import bundle, condition, medication
from .storing import JANNIE, as_bytes, items


def _upload(client: Any, cast: Cast, content: bytes) -> Any:
    file = BytesIO(content)
    file.name = "jannie.json"
    address = reverse("fhir_upload", args=[cast.network])
    return client.post(address, {"key": uuid4().hex, "upload": file})


def _store(client: Any, address: str, **typed: str) -> Any:
    return client.post(address, {"key": uuid4().hex, **typed})


def test_a_gp_looks_first_and_then_stores(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.anouk)
    answer = _upload(client, cast, as_bytes(bundle(JANNIE, condition(), medication())))
    assert answer.status_code == 302
    assert not items(cast)
    shown = client.get(answer["Location"]).content.decode()
    assert "Hypertensie" in shown
    assert "Zegt over wie het bestand gaat." in shown
    assert "iemand anders" not in shown
    assert _store(client, answer["Location"]).status_code == 302
    assert len(items(cast)) == 2
    said = client.get(reverse("record", args=[cast.network])).content.decode()
    assert "2 nieuw" in said
    looks = Look.objects.using("owner").filter(network_id=cast.network, action="C")
    assert {look.person_id for look in looks} == {cast.anouk.person}
    assert client.get(answer["Location"]).status_code == 410


def test_a_file_about_somebody_else_asks_for_confirmation(cast: Cast, client_of: Any) -> None:
    client = client_of(cast.anouk)
    other = {**JANNIE, "birthDate": "1950-01-01"}
    where = _upload(client, cast, as_bytes(bundle(other, condition())))["Location"]
    assert "De geboortedatum is anders" in client.get(where).content.decode()
    assert _store(client, where).status_code == 409
    assert not items(cast)
    assert _store(client, where, other="1").status_code == 302
    assert len(items(cast)) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"<Bundle/>", b'{"resourceType": "Kat"}'])
def test_what_is_no_fhir_is_refused_with_the_reason(
    cast: Cast, client_of: Any, content: bytes
) -> None:
    answer = _upload(client_of(cast.anouk), cast, content)
    assert answer.status_code == 422
    assert "notice-error" in answer.content.decode()
    assert not items(cast)


@pytest.mark.parametrize("name", ["ria", "linda", "marijke"])
def test_others_have_no_such_page(cast: Cast, client_of: Any, name: str) -> None:
    client = client_of(getattr(cast, name))
    assert client.get(reverse("fhir_upload", args=[cast.network])).status_code == 403
    assert _upload(client, cast, as_bytes(condition())).status_code == 403


def test_a_kept_file_is_only_for_who_left_it_and_for_an_hour(
    cast: Cast, client_of: Any, settings: Any
) -> None:
    where = _upload(client_of(cast.anouk), cast, as_bytes(bundle(JANNIE, condition())))["Location"]
    assert client_of(cast.fatima).get(where).status_code == 410
    upload = UUID(where.rstrip("/").rsplit("/", 1)[1])
    key = {"person": cast.anouk.person, "network": cast.network, "upload": upload}
    assert uploads.kept(**key)
    with clock.at(clock.now() + timedelta(hours=2)):
        with pytest.raises(uploads.NotKept):
            uploads.kept(**key)
        uploads.clear_old()
    with pytest.raises(uploads.NotKept):
        uploads.kept(**key)


def test_a_file_that_another_takes_away_meanwhile_is_no_error(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people choose a file at once, and both take away what is old."""
    uploads.keep(person=cast.anouk.person, network=cast.network, content=b"{}")

    def gone(place: str) -> bool:
        raise FileNotFoundError(place)

    monkeypatch.setattr(uploads, "_is_old", gone)
    uploads.clear_old()
