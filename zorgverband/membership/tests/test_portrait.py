"""A photo of oneself: made new, shown to the members of one's networks, and gone when one says so."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError
from django.urls import reverse
from PIL import Image

from tests.cast import Cast, Somebody
from zorgverband.base import clock
from zorgverband.people.models import Portrait

MINE, DROP = "/uw-foto/", "/uw-foto/weg/"


def photo(name: str = "ik.jpg") -> SimpleUploadedFile:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Telefoon van Marijke"
    Image.new("RGB", (400, 300), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue())


def post(client: Any, address: str, **typed: Any) -> Any:
    return client.post(address, {"key": uuid4().hex, **typed})


def status(client: Any, address: str) -> int:
    answer = client.get(address)
    answer.close()
    return int(answer.status_code)


def of(cast: Cast, who: Somebody) -> str:
    return reverse("portrait", kwargs={"network_id": cast.network, "member_id": who.member})


def test_a_photo_is_made_new_and_shown_at_ones_name(cast: Cast, client_of: Any) -> None:
    marijke, jannie = client_of(cast.marijke), client_of(cast.jannie)
    assert jannie.get(of(cast, cast.marijke)).status_code == 404
    assert post(marijke, MINE, upload=photo()).status_code == 302
    answer = jannie.get(of(cast, cast.marijke))
    content = b"".join(answer.streaming_content)
    answer.close()
    assert b"Telefoon" not in content
    assert Image.open(io.BytesIO(content)).size == (240, 240)
    assert answer.headers["Cache-Control"] == "private, no-store"
    people = reverse("people", kwargs={"network_id": cast.network})
    assert of(cast, cast.marijke) in jannie.get(people).content.decode()
    # The control: who is not in the network.
    assert cast.other is not None
    assert client_of(cast.other.sofie).get(of(cast, cast.marijke)).status_code == 404
    post(marijke, MINE, upload=photo())
    assert post(marijke, DROP).status_code == 302
    assert jannie.get(of(cast, cast.marijke)).status_code == 404
    assert not Portrait.objects.using("owner").filter(person=cast.marijke.person).exists()


def test_the_municipality_sees_no_photo_of_a_hidden_care_member(cast: Cast, client_of: Any) -> None:
    for who in (cast.anouk, cast.joost):
        post(client_of(who), MINE, upload=photo())
    linda, jannie = client_of(cast.linda), client_of(cast.jannie)
    assert status(jannie, of(cast, cast.joost)) == 200
    assert status(linda, of(cast, cast.joost)) == 404
    assert status(linda, of(cast, cast.anouk)) == 200


def test_no_photo_no_picture_and_what_is_none_is_said(cast: Cast, client_of: Any) -> None:
    ria = client_of(cast.ria)
    for upload, words in (
        (None, "Kies eerst een foto."),
        (SimpleUploadedFile("plan.pdf", b"%PDF-1.7"), "Dit soort bestand"),
        (SimpleUploadedFile("stuk.jpg", b"\xff\xd8\xff\xe0kapot"), "beschadigd"),
    ):
        answer = post(ria, MINE, **({"upload": upload} if upload else {}))
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert ria.get("/uw-foto/foto/").status_code == 404
    assert not Portrait.objects.using("owner").filter(person=cast.ria.person).exists()


def test_nobody_chooses_the_photo_of_another(cast: Cast, entered: Any) -> None:
    row = Portrait(person_id=cast.peter.person, stored_as="x.jpg", set_at=clock.now())
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        Portrait.objects.bulk_create([row])
    with entered(cast.peter):
        Portrait.objects.bulk_create([row])
    with entered(cast.marijke):
        mine = Portrait.objects.filter(person_id=cast.peter.person)
        assert mine.update(stored_as="y.jpg") == 0
        assert mine.delete()[0] == 0
        assert mine.exists()
