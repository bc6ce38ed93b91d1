"""Makes the virtual environment and puts the pinned packages into it; standard library only."""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from zorgverband.config.refusals_setup import NoVenv, PackagesNotInstalled
from zorgverband.config.supervisor_leash import leash


def make_venv(*, root: Path, environment: dict[str, str], lock: int) -> None:
    """Make an empty `.venv` that finds this checkout. Raises NoVenv or PackagesNotInstalled.

    Debian keeps part of Python apart: where it is missing, the system's own pip does the work, or
    root installs the missing package.
    """
    if not _has("ensurepip") and not _has("pip"):
        install_debian("python3-venv")
    words = [sys.executable, "-m", "venv", str(root / ".venv")]
    if not _installed("ensurepip"):
        if not _has("pip"):
            raise NoVenv()
        words.insert(3, "--without-pip")
    _run(root=root, words=words, environment=environment, lock=lock)
    packages = next((root / ".venv" / "lib").glob("python3*/site-packages"))
    (packages / "zorgverband.pth").write_text(f"{root}\n", encoding="utf-8")


def install_packages(
    *, root: Path, names: list[str], environment: dict[str, str], lock: int
) -> None:
    """Install the pinned wheels of `requirements/<name>.txt`, each checked against its hash."""
    python = str(root / ".venv" / "bin" / "python")
    own = [python, "-m", "pip"]
    if not list((root / ".venv" / "lib").glob("python3*/site-packages/pip")):
        own = [sys.executable, "-m", "pip", "--python", python]
    words = [*own, "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    words += ["--disable-pip-version-check", "--no-input", "--quiet"]
    for name in names:
        words += ["-r", str(root / "requirements" / f"{name}.txt")]
    _run(root=root, words=words, environment=environment, lock=lock)


def install_debian(*packages: str) -> bool:
    """Install packages of the system when that is allowed (root, on Debian or alike); say whether
    it was done."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages])
    return all(
        subprocess.run([apt, *step], env=environment, capture_output=True).returncode == 0
        for step in steps
    )


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _installed(module: str) -> bool:
    """As `_has`, but asked of a fresh process: this one does not see what was just installed."""
    return (
        subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode
        == 0
    )


def _run(*, root: Path, words: list[str], environment: dict[str, str], lock: int) -> None:
    log = root / ".venv.log"
    with log.open("wb") as output:
        # The child holds the lock too: whoever comes after a kill -9 waits for it to be gone.
        done = subprocess.run(
            words,
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=(lock,),
            preexec_fn=leash(signal.SIGKILL),
        )
    if done.returncode:
        lines = log.read_text(errors="replace").splitlines()
        faults = [line for line in lines if line.startswith("ERROR")]
        raise PackagesNotInstalled(reason=(faults or lines or ["?"])[0], log=log)
