"""Every way of tampering with the log is seen; what was not touched passes; a blind check fails."""

from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from tests.tampered_world import build, check, try_all
from tests.tampering import WAYS
from zorgverband.privacy.sealing.check import CUT, faults
from zorgverband.privacy.sealing.lines import FILE, append
from zorgverband.privacy.sealing.rows import places
from zorgverband.privacy.sealing.seal import seal
from zorgverband.privacy.sealing.verify import Found


@pytest.fixture
def folder(owner: psycopg.Connection[Any], tmp_path: Path) -> Path:
    build(owner, folder=tmp_path)
    return tmp_path


def test_a_log_that_nobody_touched_passes(folder: Path) -> None:
    found = check(connections["owner"], folder)
    assert found.whole, (found.file, found.chains)
    assert (found.checked, found.signed, found.unsigned) == (120, 8, 0)


@pytest.mark.slow
def test_every_random_tampering_is_seen(folder: Path) -> None:
    trials = try_all(connections["owner"], folder=folder, count=250, seed=3)
    assert [trial.what for trial in trials if not trial.seen] == []
    assert {trial.what.partition(":")[0] for trial in trials} == {way.__name__ for way in WAYS}
    assert check(connections["owner"], folder).whole


@pytest.mark.slow
def test_a_check_that_does_not_work_out_digests_or_signatures_misses_some(folder: Path) -> None:
    def counting(connection: Any, _folder: Path) -> Found:
        return Found(chains=[] if len(list(places(connection))) == 120 else [None])  # type: ignore[list-item]

    def unsigned(connection: Any, _folder: Path) -> Found:
        return Found(chains=list(faults(places(connection), [])))

    for blind in (counting, unsigned):
        trials = try_all(connections["owner"], folder=folder, count=60, seed=5, checker=blind)
        assert any(not trial.seen for trial in trials)
        assert any(trial.seen for trial in trials)


def test_the_first_wrong_row_is_named(folder: Path, owner: psycopg.Connection[Any]) -> None:
    network, look, place = owner.execute(
        "SELECT network_id, look_id, place FROM journal_link WHERE place = 7 LIMIT 1"
    ).fetchone() or (None, None, None)
    owner.execute("UPDATE journal_look SET person_name = 'Niemand' WHERE id = %s", [look])
    owner.execute(
        "UPDATE journal_look SET door = 'x' WHERE id = (SELECT look_id FROM journal_link "
        "WHERE place = 20 AND network_id = %s)", [network],
    )  # fmt: skip
    (fault,) = check(connections["owner"], folder).chains
    assert (fault.network, fault.place, fault.look) == (network, place, look)


def test_a_tail_that_was_cut_is_named(folder: Path, owner: psycopg.Connection[Any]) -> None:
    rows: list[Any] = owner.execute(
        "DELETE FROM journal_link WHERE place > 27 AND network_id = "
        "(SELECT network_id FROM journal_link LIMIT 1) RETURNING look_id, network_id"
    ).fetchall()
    owner.execute("DELETE FROM journal_look WHERE id = ANY (%s)", [[row[0] for row in rows]])
    (fault,) = check(connections["owner"], folder).chains
    assert (fault.network, fault.place, fault.what) == (rows[0][1], 28, CUT)


def test_sealing_goes_on_where_a_stopped_machine_left_off(
    folder: Path, owner: psycopg.Connection[Any]
) -> None:
    lines = (folder / FILE).read_text().splitlines(keepends=True)
    owner.execute("UPDATE journal_seal SET written = false WHERE number > 6")
    (folder / FILE).write_text("".join(lines[:7]))
    assert check(connections["owner"], folder).whole
    assert seal(folder=folder) == 0
    assert (folder / FILE).read_text() == "".join(lines)
    assert check(connections["owner"], folder).whole


def test_key_and_file_are_for_their_owner_only(folder: Path) -> None:
    for name in (FILE, "log-seal.key"):
        assert (folder / name).stat().st_mode & 0o077 == 0


def test_a_line_signed_with_another_key_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    append(other, (folder / FILE).read_text().splitlines())
    from zorgverband.privacy.sealing.key import PUBLIC, signing_key

    signing_key(folder=other)
    (folder / PUBLIC).write_text((other / PUBLIC).read_text())
    assert "signature" in check(connections["owner"], folder).file[0]
