"""The letter with news: what both its maker and the client may read, and from where the next begins."""

import io
import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse
from PIL import Image

from tests.cast import Cast, Somebody
from tests.paper import words_on
from tests.visitor import inside, text
from zorgverband.base import clock
from zorgverband.journal.models import Look
from zorgverband.papers.models import Letter
from zorgverband.sharing.subjects import Subject

HOUR = timedelta(hours=1)


def at(name: str, cast: Cast, **parts: Any) -> str:
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def for_jannie(cast: Cast, name: str = "letter") -> str:
    return at(name, cast, member_id=cast.jannie.member)


def paper_of(client: Any, cast: Cast, query: str = "") -> str:
    """The words of the letter that the page offers."""
    shown = text(client.get(for_jannie(cast) + query))
    found = re.search(r'href="([^"]+/papier/[^"]+)"', shown)
    return words_on(client.get(found[1].replace("&amp;", "&")).content) if found else ""


@pytest.fixture
def told(cast: Cast) -> dict[str, UUID]:
    """News of several people, some of it not for everybody, some of it old."""
    cast.permit(cast.ria, Subject.DAY, about=cast.jannie, read=True, past=True)
    now = datetime.now(UTC)

    def item(by: Somebody, subject: Subject, title: str, **more: Any) -> UUID:
        return cast.item(about=cast.jannie, subject=subject, author=by, title=title, **more)

    return {
        "soup": item(cast.marijke, Subject.DAY, "Soep gemaakt", at=now - HOUR),
        "wound": item(cast.fatima, Subject.HEALTH, "De wond heelt", at=now - 2 * HOUR),
        "own": item(cast.jannie, Subject.DAY, "Ik was moe", at=now - 3 * HOUR),
        "old": item(cast.marijke, Subject.DAY, "Lang geleden", at=now - timedelta(days=20)),
        "load": cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke,
                          title="Het is veel", at=now - HOUR),
    }  # fmt: skip


def test_a_letter_holds_what_both_may_read_and_nothing_else(
    cast: Cast, client_of: Any, told: dict[str, UUID]
) -> None:
    care = paper_of(client_of(cast.fatima), cast)
    assert "Nieuws voor" in care
    assert "Soep gemaakt" in care
    assert "De wond heelt" in care
    assert "Gemaakt door Fatima El Amrani, thuiszorgteam" in care
    for words in ("Ik was moe", "Lang geleden", "Het is veel"):
        assert words not in care
    neighbour = paper_of(client_of(cast.ria), cast)
    assert "Soep gemaakt" in neighbour
    assert "De wond heelt" not in neighbour
    looks = Look.objects.using("owner").filter(
        network_id=cast.network, person_id=cast.ria.person, door="letter_on_paper"
    )
    assert {item for look in looks for item in look.items} == {told["soup"]}
    # The carer reads her own load, the client does not: it is not in the letter.
    assert "Het is veel" not in paper_of(client_of(cast.marijke), cast)
    month = paper_of(client_of(cast.fatima), cast, "?period=month")
    assert "Lang geleden" in month


def test_answers_and_photos_go_along(cast: Cast, client_of: Any, told: dict[str, UUID]) -> None:
    marijke = client_of(cast.marijke)
    answer = at("reply", cast, item_id=told["own"])
    assert marijke.post(answer, {"key": uuid4().hex, "body": "Rust lekker uit"}).status_code == 302
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG")
    posted = {"key": uuid4().hex, "body": "Kijk eens", "subject": Subject.DAY.value,
              "circle": "everyone", "upload": SimpleUploadedFile("a.jpg", out.getvalue())}  # fmt: skip
    assert marijke.post(at("write", cast), posted).status_code == 302
    shown = text(marijke.get(for_jannie(cast)))
    found = re.search(r'href="([^"]+/papier/[^"]+)"', shown)
    assert found
    pdf = marijke.get(found[1].replace("&amp;", "&")).content
    said = words_on(pdf)
    assert "Ik was moe" in said
    assert "Marijke de Wit: Rust lekker uit" in said
    assert b"/Subtype/Image" in pdf
    assert b"Foto bij dit bericht" in pdf or b"/Alt" in pdf


def test_what_was_brought_is_not_in_the_next_letter(
    cast: Cast, client_of: Any, told: dict[str, UUID]
) -> None:
    fatima = client_of(cast.fatima)
    now = datetime.now(UTC)
    moments = {"since": (now - timedelta(days=7)).isoformat(), "until": now.isoformat()}
    typed = moments | {"on": clock.today().isoformat()}
    wrong = fatima.post(for_jannie(cast), {"key": uuid4().hex, **typed})
    assert wrong.status_code >= 400
    assert "Kies wie de brief heeft gebracht." in text(wrong)
    key = {"key": uuid4().hex, **typed, "by": str(cast.ria.member)}
    for _time in range(2):
        assert fatima.post(for_jannie(cast), key).status_code == 302
    assert Letter.objects.using("owner").filter(network_id=cast.network).count() == 1
    page = text(client_of(cast.marijke).get(for_jannie(cast)))
    assert "door Ria Bos." in page
    assert "Sinds de vorige brief" in page
    assert "Toch niet" not in page
    assert paper_of(fatima, cast) == ""
    cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke, title="Nieuwer")
    newer = paper_of(fatima, cast)
    assert "Nieuwer" in newer
    assert "Soep gemaakt" not in newer
    row = Letter.objects.using("owner").get(network_id=cast.network)
    undo = at("undo_letter", cast, member_id=cast.jannie.member, letter_id=row.id)
    assert client_of(cast.marijke).post(undo, {"key": uuid4().hex}).status_code == 404
    assert fatima.post(undo, {"key": uuid4().hex}).status_code == 302
    assert "Soep gemaakt" in paper_of(fatima, cast)


def test_paper_of_somebody_who_is_no_client_or_of_another_network_is_not_there(
    cast: Cast, client_of: Any
) -> None:
    fatima, other = client_of(cast.fatima), cast.other
    assert other
    for name in ("letter", "letter_on_paper"):
        assert fatima.get(at(name, cast, member_id=cast.marijke.member)).status_code == 404
        assert fatima.get(at(name, cast, member_id=uuid4())).status_code == 404
        assert client_of(other.henk).get(for_jannie(cast, name)).status_code == 404


def test_the_lock_lets_nobody_note_a_letter_in_the_name_of_another(cast: Cast) -> None:
    other = cast.other
    assert other
    now = datetime.now(UTC) - HOUR
    row = Letter(network_id=cast.network, client_id=cast.jannie.member, since=now - HOUR, until=now,
                 brought_on=now.date(), brought_by_id=cast.ria.member,
                 noted_by_id=cast.marijke.person, noted_at=now)  # fmt: skip
    with pytest.raises(DatabaseError), inside(cast.fatima.person, (cast.network,)):
        Letter.objects.bulk_create([row])
    with inside(cast.marijke.person, (cast.network,)):
        Letter.objects.bulk_create([row])
    with inside(cast.fatima.person, (cast.network,)):
        assert Letter.objects.filter(network_id=cast.network).count() == 1
        assert Letter.objects.filter(network_id=cast.network).update(undone_at=now) == 0
    with inside(other.henk.person, (other.network,)):
        assert not Letter.objects.filter(network_id=cast.network).exists()
