"""Sets up what a fresh clone misses, then hands over to the virtual environment.

Only the standard library is there yet. Safe when two calls run at once, and after a kill -9.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zorgverband.config.refusals import Refusal
from zorgverband.config.refusals_setup import CheckoutNotWritable
from zorgverband.config.setup_packages import install_packages, make_venv

RECIPE = "1"
USAGE = """Zorgverband

  ./zv start [--port 8000] [--data ./var] [--empty] [--host 127.0.0.1]
                      alles starten; stoppen met Ctrl-C (start everything; Ctrl-C stops)
  ./zv test [...]     alle tests, met de opties van pytest (all tests, with pytest's options)
  ./zv check          alles wat de bouwstraat nagaat (everything CI runs)
  ./zv check-bottlenecks
                      naspelen wat er mis kan gaan, en of het wordt gevonden (play what goes wrong)
  ./zv people --json  de mensen van de voorbeeldbuurt (the people of the demo)
  ./zv dump --json    wie bij welk netwerk hoort en wat er is, zonder teksten (without texts)
  ./zv import FILE... --network ID --about ID
                      FHIR-gegevens overnemen (take over FHIR data)
  ./zv generate --networks N --items N --seed N
                      een grote willekeurige wereld maken (make a large random world)
  ./zv backup --to DIR [--written]
                      een kopie elders, of alleen wat er bij kwam (a copy, or only what is new)
  ./zv restore --from DIR --to MOMENT --data DIR
                      terug naar een moment, in een nieuwe map (back to a moment, in a new place)
  ./zv bench          meten en vergelijken met kale SQL (measure against plain SQL)
  ./zv waiting        welke mail en taken wachten, en hoe lang (what waits, and for how long)
  ./zv verify-log     nagaan of er met het logboek is geknoeid (check the log for tampering)
  ./zv breach --from --to --person ID
                      wie zag wat, bij een datalek (who saw what, for a data breach)
  ./zv manage ...     een beheeropdracht van Django (a management command of Django)

Elke opdracht kent --data DIR. Met DATABASE_URL wordt die PostgreSQL (16 of nieuwer) gebruikt.
(Every command knows --data DIR. DATABASE_URL makes it use that PostgreSQL, 16 or newer.)
"""
COMMANDS = (
    "start", "test", "check", "check-bottlenecks", "people", "dump", "import", "generate", "bench",
    "backup", "restore", "waiting", "verify-log", "breach", "manage",
)  # fmt: skip
# These run the tests' own code, and need their packages.
OF_TESTS = {"test", "check", "check-bottlenecks"}


def main(*, root: str, words: list[str]) -> int:
    """Set up and run what was asked; return the exit code when there is nothing to hand over to."""
    if not words or words[0] in {"-h", "--help", "help"}:
        print(USAGE, end="")
        return 0 if words else 2
    if words[0] not in COMMANDS:
        print(f"Onbekende opdracht: {words[0]}. (Unknown command.)\n\n{USAGE}", file=sys.stderr)
        return 2
    try:
        python = ensure_environment(root=Path(root), tests=words[0] in OF_TESTS)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    # -P: a directory that happens to be called zorgverband where the user stands is not us.
    arguments = [str(python), "-P", "-m", "zorgverband.config.commands", *words]
    sys.stdout.flush()
    os.execve(python, arguments, clean_environment())  # noqa: S606 - our own interpreter


def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead Python or pip to other packages."""
    unwanted = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}


def ensure_environment(*, root: Path, tests: bool) -> Path:
    """Return the Python of `.venv` with every pinned package in it, installing what is missing.

    A stamp, written last, holds the hashes of the requirement files; without it the directory is
    half made and is made anew. Raises CheckoutNotWritable, NoVenv or PackagesNotInstalled.
    """
    wanted = _stamp(root=root, tests=tests)
    python = root / ".venv" / "bin" / "python"
    if _fits(root=root, wanted=wanted):
        return python
    with _lock(root=root) as lock:
        known = _known(root)
        if _fits(root=root, wanted=wanted):
            return python
        what = "testgereedschap" if known.get("run") == wanted["run"] and tests else "Zorgverband"
        _tell(f"{what} wordt klaargezet, dit duurt even ... (Setting up, this takes a moment ...)")
        (root / ".venv" / "zv.json").unlink(missing_ok=True)
        if not (_works(root) and known and {**known, "test": ""} == {**wanted, "test": ""}):
            _remove(root / ".venv")
            make_venv(root=root, environment=clean_environment(), lock=lock)
        names = ["run", "test"] if tests else ["run"]
        install_packages(root=root, names=names, environment=clean_environment(), lock=lock)
        (root / ".venv" / "zv.json").write_text(json.dumps(wanted))
    return python


def _stamp(*, root: Path, tests: bool) -> dict[str, str]:
    folder = root / "requirements"
    names = ["run", "test"] if tests else ["run"]
    marks = {
        name: hashlib.sha256((folder / f"{name}.txt").read_bytes()).hexdigest() for name in names
    }
    return {"test": "", **marks, "root": str(root), "recipe": RECIPE}


def _known(root: Path) -> dict[str, str]:
    try:
        known = json.loads((root / ".venv" / "zv.json").read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _fits(*, root: Path, wanted: dict[str, str]) -> bool:
    known = _known(root)
    if not wanted["test"]:
        wanted = {**wanted, "test": known.get("test", "")}
    return known == wanted and _works(root)


def _works(root: Path) -> bool:
    """Say whether the environment's Python runs and still finds its packages, which it does not
    after the system's Python was upgraded."""
    python = root / ".venv" / "bin" / "python"
    try:
        done = subprocess.run(
            [python, "-I", "-c", "import django, psycopg"], capture_output=True, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _remove(path: Path) -> None:
    try:
        path.unlink() if path.is_symlink() else shutil.rmtree(path)
    except FileNotFoundError:
        return
    except OSError:
        raise CheckoutNotWritable(path=path) from None


@contextmanager
def _lock(*, root: Path) -> Iterator[int]:
    try:
        descriptor = os.open(root / ".venv.lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        raise CheckoutNotWritable(path=root) from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _tell("Wacht op een andere zv die klaarzet ... (Waiting for another zv ...)")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
