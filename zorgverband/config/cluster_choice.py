"""Which database server is used: the wheel's own, or the one that DATABASE_URL names."""

import os
from pathlib import Path
from typing import Protocol

from zorgverband.config.cluster import Cluster
from zorgverband.config.cluster_given import GivenServer
from zorgverband.config.cluster_roles import DATABASE


class Server(Protocol):
    """What starting up needs of a database server."""

    data_dir: Path
    secrets: dict[str, str]

    def start(self) -> None:
        """Make the server, its roles and its database ready; raise a Refusal when it cannot."""

    def stop(self) -> None:
        """Stop the server when it is ours to stop."""

    def running(self) -> bool:
        """Say whether the server takes connections."""

    def start_over(self) -> None:
        """Empty the database, of which the demo was built half; raise a Refusal when we may not."""

    def dsn(self, role: str = "zv_app", database: str = DATABASE) -> str:
        """Return the connection address of `role`."""


def choose_server(*, data_dir: Path) -> Server:
    """Return the server for `data_dir`; nothing is started yet."""
    url = os.environ.get("DATABASE_URL", "")
    return GivenServer(data_dir, url=url) if url else Cluster(data_dir)
