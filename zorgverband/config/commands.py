"""What `./zv` can do once the packages are there: one word in, one function called."""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from zorgverband.config import supervisor
from zorgverband.config.cluster_choice import Server, choose_server
from zorgverband.config.cluster_place import prepare_data_dir
from zorgverband.config.cluster_turn import Turn, wait_for_turn_or_visit
from zorgverband.config.commands_backup import backup, restore_command
from zorgverband.config.commands_bench import bench
from zorgverband.config.commands_check import check, play_bottlenecks, run_tests
from zorgverband.config.commands_environment import ROOT, django_environment
from zorgverband.config.refusals import Refusal
from zorgverband.config.refusals_setup import AlreadyRunning
from zorgverband.config.supervisor_leash import leash
from zorgverband.config.supervisor_signals import Bell, Stopped
from zorgverband.config.supervisor_steps import prepare

# The owner sees every network, which `dump` and filling a world in bulk need; the rest does not.
AS_OWNER = {
    "dump", "generate", "migrate", "locks", "verify_log", "breach", "officer", "appoint_keeper",
    "keep_programmes", "appoint_programme_keeper",
}  # fmt: skip


def main(words: list[str]) -> int:
    """Run one command of `zv` and return its exit code; a refusal becomes one sentence."""
    command, rest = words[0], words[1:]
    try:
        if command == "start":
            supervisor.run(_start_options(rest))
            return 0
        if command == "test":
            return run_tests(rest)
        if command == "check":
            return check(rest)
        if command == "check-bottlenecks":
            return play_bottlenecks()
        if command == "bench":
            return _bench(rest)
        if command == "backup":
            return _backup(rest)
        if command == "restore":
            return restore_command(rest)
        return run_django([] if command == "manage" else [command.replace("-", "_")], rest)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, Stopped):
        return 130


def run_django(command: list[str], rest: list[str]) -> int:
    """Run a management command of Django with the database at hand and return its exit code."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_data(parser)
    parser.add_argument("--empty", action="store_true")
    known, words = parser.parse_known_args(rest)
    words = [*command, *words]
    with database_at_hand(known.data, command=words[0] if words else "help", empty=known.empty) as (
        server
    ):
        environment = django_environment(server=server, owner=True)
        default = "owner" if words and words[0] in AS_OWNER else "app"
        environment["ZV_AS"] = os.environ.get("ZV_AS", default)
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "django", *words],
            env=environment,
            preexec_fn=leash(signal.SIGTERM),
            umask=0o077,
        )
        return _wait(process)


def _bench(words: list[str]) -> int:
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_data(parser)
    parser.add_argument("--keep", action="store_true")
    known, rest = parser.parse_known_args(words)
    with database_at_hand(known.data, command="bench") as server:
        return bench(rest, server=server, keep=known.keep)


def _backup(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="zv backup", allow_abbrev=False)
    _add_data(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    parser.add_argument("--written", action="store_true")
    known = parser.parse_args(words)
    with database_at_hand(known.data, command="backup") as server:
        return backup(server=server, to=known.to.resolve(), written=known.written)


@contextmanager
def database_at_hand(data_dir: Path, *, command: str, empty: bool = False) -> Iterator[Server]:
    """Give a database that runs and is up to date: the running one, or one that is started for
    this command and stopped after the last command that uses it."""
    path = prepare_data_dir(data_dir=data_dir)
    turn = Turn(data_dir=path, command=command)
    try:
        ours = wait_for_turn_or_visit(turn)
    except TimeoutError:
        holder = turn.holder()
        pid, name = (holder.pid, holder.command) if holder else (0, "?")
        raise AlreadyRunning(path=path, pid=pid, command=name) from None
    server = choose_server(data_dir=path)
    try:
        if ours:
            (path / "log").mkdir(mode=0o700, exist_ok=True)
            server.start()
            prepare(server=server, empty=empty, bell=Bell())
            turn.open_for_guests()
        _restore_signals()
        yield server
        if ours:
            turn.wait_for_guests()
    finally:
        if ours:
            server.stop()
        turn.leave()


def _wait(process: subprocess.Popen[bytes]) -> int:
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the child got it too, and decides


def _restore_signals() -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _start_options(words: list[str]) -> supervisor.Options:
    parser = argparse.ArgumentParser(prog="zv start", allow_abbrev=False)
    _add_data(parser)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--empty", action="store_true")
    found = parser.parse_args(words)
    return supervisor.Options(
        data_dir=found.data, host=found.host, port=found.port, empty=found.empty
    )


def _add_data(parser: argparse.ArgumentParser) -> None:
    default = Path(os.environ.get("ZV_DATA", ROOT / "var"))
    parser.add_argument("--data", type=Path, default=default, metavar="DIR")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
