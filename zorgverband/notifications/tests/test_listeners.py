"""What thousands of open pages cost the live process. The figure is printed: run it with -s."""

import resource
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest

from tests.cast import Cast, gather
from tests.running import Site
from tests.visitor import signed_in
from zorgverband.config.live_crowd import EACH_AT_MOST
from zorgverband.sharing.subjects import Subject

from .test_deliver import happened
from .test_live import Stream, ring

pytestmark = pytest.mark.slow
LISTENERS = 2000
MOST_KIB_EACH = 24


def live_process(site: Site) -> psutil.Process:
    """The process that holds the streams: of granian's processes the one that grew most."""
    port = str(urlsplit(site.live).port)
    found = [one for one in psutil.process_iter() if _serves(one, port)]
    return max(found, key=lambda one: one.memory_info().rss)


def _serves(process: psutil.Process, port: str) -> bool:
    try:
        words = process.cmdline()
    except psutil.Error:
        return False
    return port in words and any("config.live" in word for word in words)


def resident(process: psutil.Process) -> int:
    """KiB in memory."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1])


def test_two_thousand_idle_listeners(cast: Cast, site: Site, owner: Any) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < LISTENERS + 500:
        pytest.skip("too few open files allowed")
    resource.setrlimit(resource.RLIMIT_NOFILE, (LISTENERS + 500, hard))
    casts = [cast, *(gather(owner) for _ in range(LISTENERS // EACH_AT_MOST // 10))]
    process = live_process(site)
    people = [(one, who) for one in casts for who in one.people.values()]
    sessions = [
        (who.network, signed_in(who.person).cookies["sessionid"].value) for _, who in people
    ]
    Stream(site, f"/live/{sessions[0][0]}/", session=sessions[0][1]).socket.close()
    before, streams = resident(process), []
    begun = time.monotonic()
    for network, session in sessions[: LISTENERS // EACH_AT_MOST]:
        streams += [Stream(site, f"/live/{network}/", session=session) for _ in range(EACH_AT_MOST)]
    took = time.monotonic() - begun
    assert {stream.status for stream in streams} == {200}
    time.sleep(2)
    each = (resident(process) - before) / len(streams)
    begun = time.monotonic()
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    ring(happened(cast, cast.marijke, item))
    assert streams[0].rings() == 1
    latency = time.monotonic() - begun
    idle = process.cpu_percent(interval=16) / 100
    print(  # noqa: T201 - the figure is what this is for
        f"\n{len(streams)} listeners: {each:.1f} KiB each, let in {len(streams) / took:.0f} a second,"
        f" a ring in {latency * 1000:.0f} ms, {idle * 1000:.0f} ms of CPU a second while idle"
    )
    for stream in streams:
        stream.socket.close()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert each < MOST_KIB_EACH
