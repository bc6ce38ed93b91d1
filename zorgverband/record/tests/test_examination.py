"""Examinations: planned, done, and what came out of it; documents with their file."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from tests.cast import Cast
from tests.visitor import text
from zorgverband.base import clock
from zorgverband.record.actions import plan_examination, record_examination
from zorgverband.record.actions.plan_examination import AlreadyPast
from zorgverband.record.models import Examination
from zorgverband.sharing.models import Item

from .dossier import PDF, act, page, post


def test_a_planned_examination_is_done_and_its_result_stands_under_it(
    cast: Cast, client_of: Any
) -> None:
    item = act(cast, cast.anouk, plan_examination, name="Bloedonderzoek", on=clock.today())
    assert "Gepland" in text(client_of(cast.marijke).get(page("examinations", cast)))
    answer = post(
        client_of(cast.anouk), page("finish_examination", cast, item_id=item.id),
        on=clock.today().isoformat(), note="Nieren werken goed.",
    )  # fmt: skip
    assert answer.status_code == 302
    assert Examination.objects.using("owner").get(item_id=item.id).state == "done"
    seen = text(client_of(cast.marijke).get(page("examinations", cast)))
    assert "Gedaan" in seen
    assert "Gepland" not in seen
    shown = text(client_of(cast.marijke).get(page("item", cast, item_id=item.id)))
    assert "Nieren werken goed." in shown


def test_an_examination_is_not_planned_in_the_past(cast: Cast) -> None:
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(AlreadyPast):
        act(cast, cast.anouk, plan_examination, name="Echo", on=yesterday)
    act(cast, cast.anouk, record_examination, name="Echo", on=yesterday)


def test_for_neighbour_and_municipality_there_is_no_examination(cast: Cast, client_of: Any) -> None:
    act(cast, cast.anouk, plan_examination, name="Darmonderzoek", on=clock.today())
    for who in (cast.ria, cast.linda):
        for name in ("record", "examinations"):
            assert "Darmonderzoek" not in text(client_of(who).get(page(name, cast)))


def test_a_letter_is_downloaded_by_who_reads_its_subject(cast: Cast, client_of: Any) -> None:
    file = BytesIO(PDF)
    file.name = "brief.pdf"
    answer = post(
        client_of(cast.anouk), page("add_document", cast),
        name="Brief cardioloog", subject="1", upload=file,
    )  # fmt: skip
    assert answer.status_code == 302
    seen = text(client_of(cast.marijke).get(page("documents", cast)))
    assert "Brief cardioloog" in seen
    assert "brief.pdf" in seen
    for who in (cast.ria, cast.linda):
        assert "Brief cardioloog" not in text(client_of(who).get(page("documents", cast)))


def test_a_document_without_a_safe_file_leaves_nothing(cast: Cast, client_of: Any) -> None:
    file = BytesIO(b"MZ this is a program")
    file.name = "brief.pdf"
    client = client_of(cast.anouk)
    answer = post(client, page("add_document", cast), name="Brief", subject="1", upload=file)
    assert answer.status_code == 422
    assert post(client, page("add_document", cast), name="Brief", subject="1").status_code == 422
    documents = Item.objects.using("owner").filter(network_id=cast.network, kind="document")
    assert not documents.exists()
