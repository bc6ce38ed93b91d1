"""The album: photos of news by month for who may read that news, and sharing photos with few words."""

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base.ids import new_id
from zorgverband.sharing.models import Attachment, Item
from zorgverband.sharing.subjects import Subject

MOST = 12


def at(name: str, cast: Cast) -> str:
    return reverse(name, kwargs={"network_id": cast.network})


def photo(colour: str = "teal") -> SimpleUploadedFile:
    """A photo that says where it was made."""
    out, where = io.BytesIO(), Image.Exif()
    where[0x010F] = "Camera van Peter"
    Image.new("RGB", (60, 40), colour).save(out, "JPEG", exif=where)
    return SimpleUploadedFile("IMG_1.jpg", out.getvalue())


def typed(**changed: Any) -> dict[str, Any]:
    """The fields of the form with one photo."""
    return {"key": uuid4().hex, "body": "Wandelen in het park", "circle": "everyone",
            "photo": photo()} | changed  # fmt: skip


def pictured(cast: Cast, **item: Any) -> UUID:
    """News of the daughter with a photo."""
    found = cast.item(about=cast.jannie, author=cast.marijke, **{"subject": Subject.DAY} | item)
    row = Attachment(id=new_id(), network_id=cast.network, item_id=found, name="a.jpg", size=9,
                     content_type="image/jpeg", stored_as="a.jpg", thumbnail="b.jpg")  # fmt: skip
    row.save(using="owner", force_insert=True)
    return found


def shown(client: Any, cast: Cast, query: str = "") -> list[UUID]:
    """The items on the page, in order."""
    page = text(client.get(at("album", cast) + query))
    return [UUID(one) for one in re.findall(r'<li data-item="([\w-]+)"', page)]


def test_photos_with_a_few_words_stand_in_the_album_and_the_news(
    cast: Cast, client_of: Any
) -> None:
    peter = client_of(cast.peter)
    fields = typed(photo=[photo(), photo("gold")], circle="family")
    for _time in range(2):
        assert peter.post(at("add_photos", cast), fields).status_code == 302
        fields["photo"] = [photo(), photo("gold")]
    item = Item.objects.using("owner").get(network_id=cast.network, author_id=cast.peter.person)
    kept = list(Attachment.objects.using("owner").filter(item_id=item.id).order_by("id"))
    assert [one.shows for one in kept] == [
        f"Wandelen in het park (foto {number} van 2)" for number in (1, 2)
    ]
    for photograph in kept:
        with default_storage.open(photograph.stored_as) as file:
            assert b"Camera" not in file.read()
    assert shown(client_of(cast.jannie), cast) == [item.id]
    page = text(client_of(cast.jannie).get(at("album", cast)))
    assert 'alt="Wandelen in het park (foto 2 van 2)"' in page
    assert "Alleen familie" in page
    assert "Nog 1 foto" in text(client_of(cast.jannie).get(at("news", cast)))
    one = reverse("item", kwargs={"network_id": cast.network, "item_id": item.id})
    assert text(client_of(cast.marijke).get(one)).count('class="message-photo"') == 2
    # The control: who may not read it, has no photo.
    assert shown(client_of(cast.fatima), cast) == []
    assert "Wandelen" not in text(client_of(cast.linda).get(at("album", cast)))


@pytest.mark.slow
def test_what_is_wrong_is_said_and_the_words_are_kept(cast: Cast, client_of: Any) -> None:
    peter = client_of(cast.peter)
    many = [photo() for _ in range(13)]
    paper = SimpleUploadedFile("brief.pdf", b"%PDF-1.4")
    for files, said in (
        ([], "Kies een foto van uw toestel."), (many, "hoogstens 12"), ([paper], "geen foto"),
    ):  # fmt: skip
        answer = peter.post(at("add_photos", cast), typed(photo=files, shows="Een hond"))
        assert answer.status_code >= 400
        assert said in text(answer)
        assert "Wandelen in het park" in text(answer)
        assert 'value="Een hond"' in text(answer)
    assert not Item.objects.using("owner").filter(network_id=cast.network).exists()


def test_of_photos_that_are_refused_together_none_is_kept(cast: Cast, client_of: Any) -> None:
    peter = client_of(cast.peter)
    paper = SimpleUploadedFile("brief.pdf", b"%PDF-1.4")
    assert peter.post(at("add_photos", cast), typed(photo=[photo(), paper])).status_code == 422
    assert files(cast) == []
    # The control: what is not refused is kept, large and small.
    assert peter.post(at("add_photos", cast), typed()).status_code == 302
    assert len(files(cast)) == 2


def files(cast: Cast) -> list[str]:
    """What lies in the folder of this network."""
    folder = str(cast.network)
    return default_storage.listdir(folder)[1] if default_storage.exists(folder) else []


def test_a_file_that_is_a_little_too_large_is_not_said_to_be_as_large_as_it_may_be(
    cast: Cast, client_of: Any
) -> None:
    large = SimpleUploadedFile("a.jpg", b"\xff\xd8\xff" + b"0" * (10 * 1024 * 1024))
    peter = client_of(cast.peter)
    answer = peter.post(at("add_photos", cast), typed(photo=[large]))
    assert "te groot (11 MB)" in text(answer)
    large.seek(0)
    answer = peter.post(reverse("my_portrait"), {"key": uuid4().hex, "upload": large})
    assert "te groot (11 MB)" in text(answer)


def test_what_is_medical_or_safe_apart_is_in_no_album(cast: Cast, client_of: Any) -> None:
    pictured(cast, subject=Subject.HEALTH)
    birthday = pictured(cast, title="Verjaardag")
    assert shown(client_of(cast.jannie), cast) == [birthday]
    page = text(client_of(cast.jannie).get(at("album", cast)))
    assert 'alt="Foto van Marijke de Wit, ' in page


def test_many_photos_come_page_by_page_with_as_many_questions_to_the_database(
    cast: Cast, client_of: Any
) -> None:
    now = datetime.now(UTC)
    made = [pictured(cast, at=now - timedelta(days=9 * number)) for number in range(MOST + 3)]
    jannie = client_of(cast.jannie)
    jannie.get(at("album", cast))
    with CaptureQueriesContext(connection) as full:
        first = shown(jannie, cast)
    assert first == made[:MOST]
    page = text(jannie.get(at("album", cast)))
    assert len(re.findall(r'<h2 class="day">', page)) >= 3
    older = re.search(r'href="(\?before=[^"]+)"', page)
    assert older
    with CaptureQueriesContext(connection) as few:
        assert shown(jannie, cast, older[1].replace("&amp;", "&")) == made[MOST:]
    assert len(few) == len(full) <= 12
