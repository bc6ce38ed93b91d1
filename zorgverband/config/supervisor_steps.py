"""What must have been done before pages can be shown: tables, locks, and the demo once."""

import os
import signal
import sys
from dataclasses import dataclass

import psycopg

from zorgverband.config.cluster_choice import Server
from zorgverband.config.cluster_roles import refuse_unsafe_role
from zorgverband.config.commands_environment import (
    Mode,
    django_environment,
    recall_mode,
    remember_mode,
)
from zorgverband.config.refusals_setup import StepFailed
from zorgverband.config.supervisor_children import Part, end_group, last_words, launch
from zorgverband.config.supervisor_signals import Bell, Stopped


@dataclass(frozen=True)
class Step:
    """A Django command that is run to its end, as the owner of the tables or as the application."""

    name: str
    told: str
    words: tuple[str, ...]
    as_owner: bool


MIGRATE = Step(
    "migrate",
    "Tabellen worden bijgewerkt ... (Updating the tables ...)",
    ("migrate", "--no-input", "-v", "0"),
    True,
)
LOCKS = Step("locks", "Sloten worden gezet ... (Setting the locks ...)", ("locks",), True)
PROGRAMMES = Step(
    "keep_programmes",
    "Programma's worden bijgewerkt ... (Updating the programmes ...)",
    ("keep_programmes",),
    True,
)
DEMO = Step(
    "build_demo",
    "De voorbeeldbuurt wordt gebouwd ... (Building the demo neighbourhood ...)",
    ("build_demo",),
    False,
)


def prepare(*, server: Server, empty: bool, bell: Bell) -> None:
    """Bring tables, locks and programmes up to date and build the demo the first time.

    Raises UnsafeRole before anything is touched, StepFailed, or Stopped when asked to stop.
    """
    refuse_unsafe_role(server.dsn("zv_app"))
    begun = recall_mode(data_dir=server.data_dir)
    if begun is not None and begun.demo and not begun.built:
        # Killed half-way: nobody can have used it yet, and building goes on from nothing only.
        server.start_over()
    mode = _mode(server=server, empty=empty)
    for step in (MIGRATE, LOCKS, PROGRAMMES):
        run_step(step, server=server, bell=bell)
    if mode.demo and not mode.built:
        run_step(DEMO, server=server, bell=bell)
        remember_mode(data_dir=server.data_dir, mode=Mode(demo=True, built=True))


def run_step(step: Step, *, server: Server, bell: Bell) -> None:
    """Run one step to its end. Raises StepFailed with its last words, or Stopped."""
    tell(step.told)
    environment = django_environment(server=server, owner=True)
    environment["ZV_AS"] = "owner" if step.as_owner else "app"
    log = server.data_dir / "log" / "prepare.log"
    words = [sys.executable, "-m", "django", *step.words]
    process = launch(Part(step.name, words, environment, log))
    while process.poll() is None:
        if bell.stop:
            end_group(process, signal.SIGTERM)
            process.wait()
            raise Stopped
        bell.wait(0.5)
    if process.returncode:
        raise StepFailed(step=step.name, reason=last_words(log), log=log)


def tell(line: str) -> None:
    """Say in one line what is going on; the only thing on standard output is the address."""
    if not os.environ.get("ZV_QUIET"):
        print(line, file=sys.stderr, flush=True)


def _mode(*, server: Server, empty: bool) -> Mode:
    known = recall_mode(data_dir=server.data_dir)
    if known is None:
        # One click signs in as anyone in a demo: never where there already are people.
        known = Mode(demo=not empty and not _has_tables(server), built=False)
        remember_mode(data_dir=server.data_dir, mode=known)
    elif empty and known.demo:
        tell("Deze map bevat al de voorbeeldbuurt. (This directory already holds the demo.)")
    return known


def _has_tables(server: Server) -> bool:
    with psycopg.connect(server.dsn("zv_owner")) as connection:
        row = connection.execute(
            "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')"
        ).fetchone()
    return bool(row and row[0])
