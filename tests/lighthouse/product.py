"""The product as it runs for users: the supervisor with its page server, packed answers and all."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTING = 600


@contextmanager
def product(address: str | None, data: Path, *, port: int) -> Iterator[str]:
    """The address of a running demo: the given one, or one started with its data in this folder."""
    if address:
        yield address.rstrip("/")
        return
    own = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-P", "-m", "zorgverband.config.commands", "start"]
    command += ["--port", str(port), "--data", str(data)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ZV_")}
    process = subprocess.Popen(
        command, env=plain | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL
    )
    try:
        _wait(process, f"{own}/inloggen/")
        yield own
    finally:
        process.terminate()
        process.wait(60)


def _wait(process: subprocess.Popen[bytes], page: str) -> None:
    """Until this page is there. Raises RuntimeError when the product stops or takes too long."""
    begun = time.monotonic()
    while time.monotonic() - begun < STARTING:
        if process.poll() is not None:
            raise RuntimeError("the product did not start")
        try:
            with urllib.request.urlopen(page, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(1)
    raise RuntimeError("the product takes too long to start")
