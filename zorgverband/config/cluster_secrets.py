"""The passwords and keys of one data directory: made once, at random, in a file of mode 0600."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("zv_super", "zv_owner", "zv_app", "django_key", "push_key")


def keep_secrets(*, data_dir: Path) -> dict[str, str]:
    """Return the secrets of `data_dir`, after making the ones that are missing.

    The file is replaced in one step and flushed to disk before this returns, so that a crash never
    leaves a database whose password nobody knows. `id` is not secret: it names the cluster.
    """
    path = data_dir / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    wanted = dict(known)
    wanted.setdefault("id", secrets.token_hex(6))
    for name in NAMES:
        wanted.setdefault(name, secrets.token_urlsafe(48))
    if wanted != known:
        write_private(path=path, text=json.dumps(wanted, indent=1))
    return wanted


def write_private(*, path: Path, text: str) -> None:
    """Replace `path` by `text` in one step, readable for its owner only, and flush it to disk."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
