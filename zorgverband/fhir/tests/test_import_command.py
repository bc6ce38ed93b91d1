"""`./zv import`: acts as one of the people, prints what became of everything, or stores nothing."""

from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from tests.cast import Cast
from zorgverband.journal.models import Look
from zorgverband.sharing.models import Item

from .samples import bundle, condition, medication
from .storing import JANNIE, as_bytes, items


def _import(cast: Cast, *files: Path, **options: Any) -> str:
    out = StringIO()
    words = {"network": cast.network, "about": cast.jannie.member} | options
    call_command("import", *map(str, files), stdout=out, **words)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "jannie.json"
    path.write_bytes(as_bytes(bundle(JANNIE, condition(), medication())))
    return path


def test_the_client_takes_over_and_the_counts_are_printed(cast: Cast, file: Path) -> None:
    printed = _import(cast, file)
    assert "| Condition | 1 | 0 | 0 | 0 |  |" in printed
    assert "| Patient | 0 | 0 | 0 | 1 |" in printed
    assert {item.author_id for item in items(cast)} == {cast.jannie.person}
    looks = Look.objects.using("owner").filter(network_id=cast.network, door="import")
    assert {look.action for look in looks} == {"C"}
    assert "| samen | 0 | 0 | 2 | 1 | |" in _import(cast, file)


def test_somebody_else_can_be_named_and_the_client_by_person(cast: Cast, file: Path) -> None:
    _import(cast, file, person=str(cast.anouk.person), about=cast.jannie.person)
    assert {item.author_id for item in items(cast)} == {cast.anouk.person}


@pytest.mark.parametrize("name", ["ria", "linda"])
def test_who_may_not_take_over_stores_nothing(cast: Cast, file: Path, name: str) -> None:
    with pytest.raises(CommandError, match=r"Er is niets opgeslagen\."):
        _import(cast, file, person=str(getattr(cast, name).person))
    assert not items(cast)


def test_one_malformed_file_among_good_ones_stores_nothing(
    cast: Cast, file: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "kapot.json"
    bad.write_bytes(b'{"resourceType": "Condition",\n "subject": }')
    with pytest.raises(CommandError, match=r"kapot\.json, regel 2") as refused:
        _import(cast, file, bad)
    assert refused.value.returncode == 1
    assert not items(cast)


def test_another_birth_date_is_refused_without_the_option(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "ander.json"
    path.write_bytes(as_bytes(bundle({**JANNIE, "birthDate": "1950-01-01"}, condition())))
    with pytest.raises(CommandError, match="de geboortedatum is anders") as refused:
        _import(cast, path)
    assert "1950" not in str(refused.value)
    assert not items(cast)
    _import(cast, path, other_person=True)
    assert len(items(cast)) == 1


def test_a_client_who_is_not_there_is_refused(cast: Cast, file: Path) -> None:
    with pytest.raises(CommandError):
        _import(cast, file, about=uuid4())
    with pytest.raises(CommandError):
        _import(cast, file, about=cast.marijke.member)
    with pytest.raises(CommandError):
        _import(cast, file, person="nobody")
    assert not Item.objects.using("owner").filter(network_id=cast.network).exists()
