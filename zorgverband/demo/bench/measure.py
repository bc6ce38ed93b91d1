"""Measuring and what comes of it: the CPU of this process and of its database server process, the
clock, the statements, and the bytes on the way."""

import gzip
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from zorgverband.base.look import shown_in

from .visitor import Answer, Visitor

AROUND = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
WARM = 6


@dataclass(frozen=True)
class Line:
    """One measured thing: medians, times in milliseconds. What was not measured is None; `least` is
    the least CPU a page took, for a machine on which others are at work too."""

    what: str
    who: str
    size: int
    cpu: float | None
    least: float | None
    server: float | None
    clock: float
    plain: float | None
    statements: int | None = None
    weight: int | None = None
    rows: int | None = None


@dataclass
class Question:
    """Something to ask again and again, and the same rows by plain SQL."""

    what: str
    who: str
    size: int
    ask: Callable[[], Answer]
    plain: Callable[[], object] | None = None
    answers: list[Answer] = field(default_factory=list)
    servers: list[float] = field(default_factory=list)
    plains: list[float] = field(default_factory=list)


def page(visitor: Visitor, path: str) -> Callable[[], Answer]:
    """Asking for this page, packed as a browser asks. Raises AssertionError when it fails."""

    def ask() -> Answer:
        answer = visitor.get(path, HTTP_ACCEPT_ENCODING="gzip")
        assert answer.status == 200, f"{path}: {answer.status}"
        return answer

    return ask


def plain_rows(text: str, parameters: Sequence[Any] | Mapping[str, Any]) -> Callable[[], object]:
    """Fetching these rows as the owner, for whom there are no locks."""

    def ask() -> object:
        with connections["owner"].cursor() as cursor:
            cursor.execute(text, parameters)
            return cursor.fetchall()

    return ask


def measured(questions: Sequence[Question], *, repeat: int) -> list[Line]:
    """Ask all questions in turn, `repeat` times, so that what else the machine does falls on all
    of them alike."""
    server = _server_clock()
    for turn in range(-min(WARM, repeat), repeat):
        for question in questions:
            before = server()
            answer = question.ask()
            spent = server() - before
            fetched = _seconds(question.plain) if question.plain else 0.0
            if turn >= 0:
                question.answers.append(answer)
                question.servers.append(spent)
                question.plains.append(fetched)
    return [_line(question) for question in questions]


def _line(question: Question) -> Line:
    return Line(
        what=question.what,
        who=question.who,
        size=question.size,
        cpu=_median(answer.cpu for answer in question.answers),
        least=min(answer.cpu for answer in question.answers) * 1000,
        server=_median(question.servers),
        clock=_median(answer.wall for answer in question.answers),
        plain=_median(question.plains) if question.plain else None,
        statements=_statements(question.ask),
        weight=len(question.answers[-1].body),
        rows=_rows(question.answers[-1]),
    )


def _rows(answer: Answer) -> int:
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return len(shown_in(gzip.decompress(answer.body) if packed else answer.body))


def _statements(ask: Callable[[], Answer]) -> int:
    with CaptureQueriesContext(connection) as asked:
        ask()
    return sum(not one["sql"].startswith(AROUND) for one in asked)


def _median(seconds: Any) -> float:
    return float(statistics.median(seconds)) * 1000


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _server_clock() -> Callable[[], float]:
    """Seconds of CPU the server process behind our connection has used; 0 when it is elsewhere."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        row: Any = cursor.fetchone()
    path = Path(f"/proc/{row[0]}/schedstat")
    if not path.exists():
        return lambda: 0.0
    return lambda: int(path.read_text().split()[0]) / 1e9
