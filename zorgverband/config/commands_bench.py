"""`zv bench`: measures in a database of its own beside the one with people in it."""

import subprocess
import sys

from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_choice import Server
from zorgverband.config.commands_environment import django_environment
from zorgverband.config.refusals_setup import OwnServerOnly

DATABASE, SMALL = "bench", "bench_quick"


def bench(words: list[str], *, server: Server, keep: bool) -> int:
    """Make the database when it is not there, bring it up to date, measure with the options in
    `words`, and remove it unless `keep`. Returns the exit code; raises OwnServerOnly."""
    if not isinstance(server, Cluster):
        raise OwnServerOnly(command="bench")
    name = SMALL if "--quick" in words else DATABASE
    server.create_database(name)
    environment = django_environment(server=server, owner=True) | {
        "ZV_APP_DSN": server.dsn("zv_app", name),
        "ZV_OWNER_DSN": server.dsn("zv_owner", name),
        "ZV_DEMO": "1",
    }
    try:
        for step, role in (
            (["migrate", "--no-input", "-v", "0"], "owner"),
            (["locks"], "owner"),
            (["keep_programmes"], "owner"),
            (["bench", *words], "app"),
        ):
            command = [sys.executable, "-P", "-m", "django", *step]
            done = subprocess.run(command, env=environment | {"ZV_AS": role}, check=False)
            if done.returncode:
                return done.returncode
        return 0
    finally:
        if not keep:
            server.drop_database(name)
