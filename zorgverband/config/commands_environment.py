"""What Django's processes are told: by environment, because arguments can be read by everyone."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from zorgverband.config.cluster_choice import Server
from zorgverband.config.cluster_secrets import write_private

ROOT = Path(__file__).resolve().parents[2]
OWN = {"DATABASE_URL", "ZV_APP_URL", "ZV_OWNER_URL", "ZV_OWNER_DSN", "ZV_RUN"}


@dataclass(frozen=True)
class Mode:
    """How a data directory is used: with the demo or empty, and whether the demo stands."""

    demo: bool
    built: bool


def recall_mode(*, data_dir: Path) -> Mode | None:
    """Return how `data_dir` is used, or None when it is new."""
    path = data_dir / "mode.json"
    return Mode(**json.loads(path.read_text())) if path.exists() else None


def remember_mode(*, data_dir: Path, mode: Mode) -> None:
    """Keep how `data_dir` is used, for good: a directory with real people never becomes a demo."""
    text = json.dumps({"demo": mode.demo, "built": mode.built})
    write_private(path=data_dir / "mode.json", text=text)


def django_environment(
    *, server: Server, port: int = 8000, live_port: int = 8001, owner: bool = False
) -> dict[str, str]:
    """Return the environment of a Django process of this data directory.

    With `owner` it may use the owner's connection too; pages, stream and worker never get that.
    """
    mode = recall_mode(data_dir=server.data_dir)
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in OWN and not name.startswith("GRANIAN_")
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "PYTHONUNBUFFERED": "1",
        "ZV_APP_DSN": server.dsn("zv_app"),
        "ZV_DATA": str(server.data_dir),
        "ZV_DEMO": "1" if mode is not None and mode.demo else "0",
        "ZV_LIVE_PORT": str(live_port),
        "ZV_PORT": str(port),
        "ZV_PUSH_KEY": server.secrets["push_key"],
        "ZV_SECRET_KEY": server.secrets["django_key"],
    }
    if owner:
        environment["ZV_OWNER_DSN"] = server.dsn("zv_owner")
    return environment


def bare_environment() -> dict[str, str]:
    """Return an environment for checks that load Django's settings but use no database."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "ZV_APP_DSN": "postgresql://zv_app@/zorgverband?host=/nonexistent",
        "ZV_SECRET_KEY": "only-for-checks-that-sign-nothing",
        "ZV_DEMO": "1",
    }
