"""The network picture on its page: drawn and told from what the reader may read, and no more."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.visitor import text
from zorgverband.agreements.tests.asking import asked
from zorgverband.journal.models import Look
from zorgverband.sharing.subjects import Subject

from .planning import at


def drawn(page: str) -> str:
    """All words in the wide drawing."""
    found = re.search(r"<svg class=\"network-picture network-wide.*?</svg>", page, re.S)
    assert found is not None
    return re.sub(r"<[^>]+>", " ", found.group(0))


def test_everybody_stands_in_the_drawing_and_in_the_list_with_what_they_do(
    cast: Cast, client_of: Any
) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=40)
    walk = asked(cast, cast.marijke, cast.peter)
    old = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.peter, at=long_ago)
    client = client_of(cast.jannie)
    page = text(client.get(at("network_picture", cast)))
    there, words = page.split("network-key")[-1], drawn(page)
    for name in ("Jannie de Wit", "Marijke de Wit", "Ria Bos", "Anouk Visser", "Linda Kok"):
        assert name in there
        assert name in words
    assert "Donderdag boodschappen doen" in there
    assert "1 afspraak" in words
    assert f'data-item="{walk}"' in there
    assert f'data-item="{old}"' in there
    assert "fysiotherapeut" in words
    looks = Look.objects.using("owner").filter(network_id=cast.network, door="network_picture")
    assert {item for look in looks for item in look.items} >= {walk, old}
    with CaptureQueriesContext(connection) as counted:
        client.get(at("network_picture", cast))
    around = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    assert sum(not one["sql"].startswith(around) for one in counted) <= 12


def test_the_social_side_sees_neither_function_nor_contact_of_what_is_medical(
    cast: Cast, client_of: Any
) -> None:
    client = client_of(cast.linda)
    client.get(at("network_picture", cast))
    before = client.get(at("network_picture", cast)).content
    asked(cast, cast.fatima, cast.anouk, subject=Subject.TREATMENT)
    cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.joost)
    page = client.get(at("network_picture", cast))
    assert page.content == before
    assert "Joost van Dam" in text(page)
    assert "fysiotherapeut" not in text(page)
    assert "zorgverlener" in drawn(text(page))


def test_who_left_stands_in_no_circle(cast: Cast, client_of: Any) -> None:
    cast.end(cast.peter)
    page = text(client_of(cast.jannie).get(at("network_picture", cast)))
    assert "Peter de Wit" not in page
