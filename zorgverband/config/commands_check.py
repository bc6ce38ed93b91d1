"""`zv test` and `zv check`: the tests, and everything else that CI runs."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

from zorgverband.config.commands_environment import ROOT, bare_environment
from zorgverband.config.setup_packages import install_debian

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

PARTS = {
    "ruff check": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy --strict": ["-m", "mypy", "--strict", "zorgverband", "tests", "conftest.py"],
    "lint-imports": [
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ],
    "migraties in de pas (migrations in step)": [
        "-W",
        "ignore::RuntimeWarning",
        "-m",
        "django",
        "makemigrations",
        "--check",
        "--dry-run",
    ],
    "vertaling volledig (translations complete)": ["-m", "django", "translations_complete"],
}


def run_tests(words: list[str]) -> int:
    """Run the tests with pytest's own options, two at a time unless they say otherwise, and
    return its exit code."""
    if not any(word.startswith(("-n", "--numprocesses")) for word in words):
        words = ["-n", "2", *words]
    environment = dict(os.environ)
    home = environment.get("HOME", "")
    with tempfile.TemporaryDirectory() as scratch:
        if not os.access(home or "/nonexistent", os.W_OK):
            environment["HOME"] = scratch  # the browser wants to write there
        if find_browser() is None:
            print(
                "Geen Chromium gevonden: de tests met het merk 'browser' worden overgeslagen."
                " (No Chromium found: the tests marked 'browser' are left out.)"
            )
        sys.stdout.flush()
        return subprocess.run(
            [sys.executable, "-m", "pytest", *words], cwd=ROOT, env=environment
        ).returncode


def play_bottlenecks() -> int:
    """Play every scenario of what goes wrong in a network, print what was found and what not, and
    return 1 when anything was not as it must be."""
    return subprocess.run([sys.executable, "-m", "tests.bottlenecks"], cwd=ROOT).returncode


def find_browser() -> str | None:
    """Return a Chromium: ZV_CHROMIUM, an installed one, or one that root may install now."""
    given = os.environ.get("ZV_CHROMIUM")
    if given:
        return given
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Chromium wordt geïnstalleerd ... (Installing Chromium ...)", flush=True)
        install_debian("chromium", "fonts-dejavu-core")
        install_debian("chromium-headless-shell")  # lighter, where there is one
        found = shutil.which("chromium")
    return found


def check(words: list[str]) -> int:
    """Run every part, print a line for each, and return 1 when any of them failed."""
    failed = []
    if "--without-tests" not in words and run_tests([]):
        failed.append("tests")
    for name, part in PARTS.items():
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, *part],
            cwd=ROOT,
            env=bare_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        good = done.returncode == 0
        print(f"{'goed' if good else 'FOUT'}  {name}  ({time.monotonic() - begun:.1f} s)")
        if not good:
            failed.append(name)
            print(done.stdout)
    print(f"FOUT: {', '.join(failed)}" if failed else "Alles goed. (All good.)", flush=True)
    return 1 if failed else 0
