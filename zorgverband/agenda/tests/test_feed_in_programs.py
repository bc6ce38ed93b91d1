"""The agenda in real calendar programs: fetched by vdirsyncer over HTTP, shown by khal."""

import os
import subprocess
import sys
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast
from tests.running import Site
from tests.visitor import inside
from zorgverband.agenda.actions import cancel_visit
from zorgverband.agenda.models import Feed
from zorgverband.base import clock
from zorgverband.base.repeating import Rule

from .test_feeds import fed
from .visits import TOMORROW, planned

SYNC = """
[general]
status_path = "{folder}/status"
[pair agenda]
a = "site"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage site]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "{folder}/agenda"
fileext = ".ics"
"""
SHOW = """
[calendars]
[[agenda]]
path = {folder}/agenda
type = calendar
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def run(folder: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """What a program of the tests' own environment says; nothing of the machine's settings."""
    command = [str(Path(sys.executable).parent / program), "-c", str(folder / program), *words]
    alone = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
    return subprocess.run(
        command, env=alone, capture_output=True, text=True, timeout=120, check=False
    )


def synced(folder: Path) -> bool:
    return run(folder, "vdirsyncer", "sync").returncode == 0


def shown(folder: Path) -> list[str]:
    """The lines khal prints for today and the week after."""
    answer = run(folder, "khal", "list", "--format", "{start} {title}{cancelled}",
                 "--day-format", "", "today", "7d")  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    return [line.strip() for line in answer.stdout.splitlines() if line.strip()]


@pytest.mark.slow
def test_vdirsyncer_fetches_it_and_khal_shows_it_until_it_stops(
    cast: Cast, client_of: Any, site: Site, tmp_path: Path
) -> None:
    day, after = clock.today() + TOMORROW, clock.today() + 2 * TOMORROW
    planned(cast, cast.marijke, what="Koffie; met taart, en meer")
    off = planned(cast, cast.marijke, rule=Rule(after), starts=time(14), ends=time(15, 30))
    url = site.address + fed(cast, cast.jannie, client_of, titles="1")
    for name, words in (("vdirsyncer", SYNC), ("khal", SHOW)):
        (tmp_path / name).write_text(words.format(folder=tmp_path, url=url))
    (tmp_path / "agenda").mkdir()
    assert run(tmp_path, "vdirsyncer", "discover").returncode == 0
    assert synced(tmp_path)
    first = f"{day} 09:00 Tante Wil: Koffie; met taart, en meer"
    assert shown(tmp_path) == [first, f"{after} 14:00 Tante Wil"]

    with inside(cast.marijke.person, (cast.network,)) as viewer:
        cancel_visit(seat=viewer.seat(cast.network), person=cast.marijke.person,
                     visit=off, on_date=after)  # fmt: skip
    assert synced(tmp_path)
    assert len(shown(tmp_path)) == 2
    assert "STATUS:CANCELLED" in "".join(
        one.read_text() for one in (tmp_path / "agenda").glob("*.ics")
    )

    Feed.objects.using("owner").filter(network_id=cast.network).update(ended_at=clock.now())
    assert not synced(tmp_path)
