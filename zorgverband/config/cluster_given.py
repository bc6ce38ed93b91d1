"""The PostgreSQL that DATABASE_URL names, instead of the wheel's own."""

from pathlib import Path

from zorgverband.config.cluster_place import prepare_data_dir
from zorgverband.config.cluster_roles import DATABASE
from zorgverband.config.cluster_secrets import keep_secrets


class GivenServer:
    """A server that someone else runs; we make our roles there when we may."""

    def __init__(self, data_dir: Path, *, url: str) -> None:
        self.data_dir = prepare_data_dir(data_dir=data_dir)
        self.secrets = keep_secrets(data_dir=self.data_dir)
        self.url = url

    def start(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        """Leave the server alone: it is not ours."""

    def running(self) -> bool:
        return True

    def dsn(self, role: str = "zv_app", database: str = DATABASE) -> str:
        raise NotImplementedError
