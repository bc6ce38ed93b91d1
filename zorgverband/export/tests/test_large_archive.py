"""A large record is made in the background, waits for a day, and only while it is still theirs."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from tests.cast import Cast
from zorgverband.export import jobs, readable, views
from zorgverband.export.models import Taking
from zorgverband.sharing.subjects import Subject

from .test_take_along import ask, ids, newest

ClientOf = Callable[..., Any]


@pytest.fixture(autouse=True)
def _all_are_large(monkeypatch: pytest.MonkeyPatch) -> None:
    # The drawer offers the verb under the name of its file.
    file = import_module("zorgverband.export.actions.ask_archive")
    monkeypatch.setattr(file, "MOST_ITEMS", 0)


@pytest.fixture
def item(cast: Cast) -> UUID:
    return cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)


def address(cast: Cast) -> str:
    return reverse("download_taking", args=[cast.network, newest(cast, cast.jannie).id])


def test_it_is_offered_once_the_job_made_it(cast: Cast, client_of: ClientOf, item: UUID) -> None:
    client = client_of(cast.jannie)
    ask(cast, client)
    row = newest(cast, cast.jannie)
    queued = cast.owner.execute(
        "SELECT args FROM procrastinate_jobs WHERE task_name = 'export.build' "
        "AND args ->> 'taking' = %s", [str(row.id)],
    ).fetchone()  # fmt: skip
    assert queued == ({"taking": str(row.id)},)
    assert client.get(address(cast)).status_code == 410
    jobs.build(str(row.id))
    jobs.build(str(row.id))
    answer = client.get(address(cast))
    assert ids(zipfile.ZipFile(io.BytesIO(answer.getvalue()))) == {str(item)}
    row = newest(cast, cast.jannie)
    assert str(cast.jannie.person) not in row.stored_as
    looked = cast.owner.execute(
        "SELECT count(*) FROM journal_look WHERE action = 'E' AND %s = ANY (items)", [item]
    ).fetchone()
    assert looked == (1,)


def test_nothing_is_made_for_who_left_meanwhile(
    cast: Cast, client_of: ClientOf, item: UUID
) -> None:
    ask(cast, client_of(cast.jannie))
    row = newest(cast, cast.jannie)
    cast.end(cast.jannie)
    jobs.build(str(row.id))
    assert newest(cast, cast.jannie).stored_as == ""


def test_the_right_is_checked_again_when_it_is_downloaded(
    cast: Cast, client_of: ClientOf, item: UUID
) -> None:
    client = client_of(cast.jannie)
    ask(cast, client)
    jobs.build(str(newest(cast, cast.jannie).id))
    cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.fatima)
    assert client.get(address(cast)).getvalue()
    cast.owner.execute("UPDATE sharing_item SET withdrawn_at = now() WHERE id = %s", [item])
    assert client.get(address(cast)).status_code == 410
    cast.end(cast.jannie)
    assert client.get(address(cast)).status_code == 404


def test_after_its_day_the_file_is_gone(cast: Cast, client_of: ClientOf, item: UUID) -> None:
    ask(cast, client_of(cast.jannie))
    row = newest(cast, cast.jannie)
    jobs.build(str(row.id))
    place = newest(cast, cast.jannie).stored_as
    jobs.clear(0)
    assert default_storage.exists(place)
    Taking.objects.using("owner").filter(id=row.id).update(
        asked_at=datetime.now(UTC) - timedelta(hours=24)
    )
    jobs.clear(0)
    assert not default_storage.exists(place)
    over = Taking.objects.using("owner").get(id=row.id)
    assert (over.stored_as, over.items) == ("", [])
    assert over.removed_at is not None


def test_a_large_record_comes_in_several_documents_that_follow_each_other(
    cast: Cast, client_of: ClientOf, item: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable, "MOST_IN_ONE", 2)
    for _ in range(4):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.fatima)
    client = client_of(cast.jannie)
    ask(cast, client)
    jobs.build(str(newest(cast, cast.jannie).id))
    archive = zipfile.ZipFile(io.BytesIO(client.get(address(cast)).getvalue()))
    assert {"dossier-1.pdf", "dossier-2.pdf", "dossier-3.pdf"} <= set(archive.namelist())
    assert "dossier.pdf" not in archive.namelist()


@pytest.mark.parametrize("ends", [True, False])
def test_who_loses_the_right_halfway_gets_no_more_of_it(
    cast: Cast, client_of: ClientOf, item: UUID, monkeypatch: pytest.MonkeyPatch, ends: bool
) -> None:
    monkeypatch.setattr(views, "ASK_AGAIN", 0.0)
    client = client_of(cast.jannie)
    ask(cast, client)
    jobs.build(str(newest(cast, cast.jannie).id))
    answer = client.get(address(cast))
    pieces = iter(answer.streaming_content)
    got = [next(pieces)]
    if ends:
        cast.owner.execute("UPDATE sharing_item SET withdrawn_at = now() WHERE id = %s", [item])
    got += list(pieces)
    answer.close()
    assert zipfile.is_zipfile(io.BytesIO(b"".join(got))) is not ends
