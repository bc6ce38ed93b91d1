"""`zv start`: database, pages, live stream and worker, kept running until someone says stop."""

import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from zorgverband.config.cluster_choice import Server, choose_server
from zorgverband.config.cluster_place import prepare_data_dir
from zorgverband.config.cluster_turn import Turn
from zorgverband.config.commands_environment import django_environment
from zorgverband.config.refusals_setup import AlreadyRunning, KeepsDying, PagesDoNotAnswer
from zorgverband.config.supervisor_children import (
    Child,
    Part,
    last_words,
    rotate,
    stop_children,
)
from zorgverband.config.supervisor_leftovers import MARK, begin_run
from zorgverband.config.supervisor_ports import (
    answers,
    next_free_port,
    reachable,
    refuse_taken_port,
)
from zorgverband.config.supervisor_signals import Bell, Stopped
from zorgverband.config.supervisor_steps import prepare, tell

PATIENCE = 60.0


@dataclass(frozen=True)
class Options:
    """What was asked of `zv start`."""

    data_dir: Path
    host: str
    port: int
    empty: bool


def run(options: Options) -> None:
    """Start everything, print one address, and stay until asked to stop.

    Every refusal leaves nothing running. Raises the refusals of its parts.
    """
    bell = Bell()
    data_dir = prepare_data_dir(data_dir=options.data_dir)
    turn = Turn(data_dir=data_dir, command="start")
    if not turn.take():
        holder = turn.holder()
        facts = (holder.pid, holder.command) if holder else ("?", "?")
        raise AlreadyRunning(path=data_dir, pid=facts[0], command=facts[1])
    run_name = begin_run(data_dir=data_dir)
    refuse_taken_port(host=options.host, port=options.port)
    _open_logs(data_dir)
    server = choose_server(data_dir=data_dir)
    children: list[Child] = []
    try:
        server.start()
        prepare(server=server, empty=options.empty, bell=bell)
        children += [Child(part) for part in parts(server, options=options, run_name=run_name)]
        keep_running(server=server, children=children, options=options, bell=bell, turn=turn)
    except Stopped:
        pass
    finally:
        stop_children(children)
        server.stop()
        turn.leave()
    tell("Gestopt. (Stopped.)")


def parts(server: Server, *, options: Options, run_name: str) -> list[Part]:
    """Return pages, live stream and worker, in the order in which they start and stop."""
    live_port = next_free_port(host=options.host, after=options.port)
    environment = django_environment(server=server, port=options.port, live_port=live_port)
    environment |= {"ZV_AS": "app", MARK: run_name}
    granian = [sys.executable, "-m", "granian", "--host", options.host, "--no-ws"]
    granian += ["--log-level", "warning", "--workers-kill-timeout", "5"]
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    pages = [*granian, "--interface", "wsgi", "--port", str(options.port), "--workers", workers]
    pages += ["--blocking-threads", "4", "--respawn-failed-workers", "--respawn-interval", "0.5"]
    # Thousands of streams that mostly wait: room for them, small buffers, and at the end no
    # waiting for pages that stay open.
    live = [*granian, "--interface", "asgi", "--port", str(live_port), "--http", "1"]
    live += ["--http1-buffer-size", "8192", "--backlog", "2048", "--backpressure", "8192"]
    live += ["--workers-kill-timeout", "1"]
    worker = [sys.executable, "-m", "django", "procrastinate", "worker"]
    log = server.data_dir / "log"
    # Asked to stop while its database is gone as well, the worker would wait for ever; its jobs
    # are safe to run twice.
    return [
        Part(
            "pages", [*pages, "zorgverband.config.wsgi:application"], environment, log / "pages.log"
        ),
        Part("live", [*live, "zorgverband.config.live:application"], environment, log / "live.log"),
        Part("worker", worker, environment, log / "worker.log", leash=signal.SIGKILL),
    ]


def keep_running(
    *, server: Server, children: list[Child], options: Options, bell: Bell, turn: Turn
) -> None:
    """Start the children, print the address once, and start again what dies.

    Returns when asked to stop. Raises KeepsDying or PagesDoNotAnswer.
    """
    begun, printed = time.monotonic(), False
    while not bell.stop:
        if not server.running():
            server.start()
        for child in children:
            _mind(child)
        if not printed:
            printed = _greet(options=options, log=children[0].part.log, begun=begun)
            if printed:
                turn.open_for_guests()
        bell.wait(1.0 if printed else 0.1)


def _mind(child: Child) -> None:
    if child.died():
        if child.hopeless():
            log = child.part.log
            raise KeepsDying(part=child.part.name, reason=last_words(log), log=log)
        tell(
            f"Het onderdeel {child.part.name} viel uit en wordt opnieuw gestart."
            f" (The part {child.part.name} died and is started again.)"
        )
    if child.due():
        child.start()


def _greet(*, options: Options, log: Path, begun: float) -> bool:
    status = answers(host=options.host, port=options.port)
    if status is not None and status < 500:
        host = reachable(options.host)
        host = f"[{host}]" if ":" in host else host
        print(f"Zorgverband draait op http://{host}:{options.port}/ (stoppen: Ctrl-C)", flush=True)
        return True
    if time.monotonic() - begun > (PATIENCE if status is None else PATIENCE / 4):
        raise PagesDoNotAnswer(reason=f"HTTP {status}" if status else last_words(log), log=log)
    return False


def _open_logs(data_dir: Path) -> None:
    folder = data_dir / "log"
    folder.mkdir(mode=0o700, exist_ok=True)
    for log in folder.glob("*.log"):
        rotate(log)
