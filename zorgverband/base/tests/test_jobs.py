"""A job is there when what it follows from is committed: not earlier, and not when that is undone."""

import ast
import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.utils import sync_to_async

from zorgverband.base import jobs
from zorgverband.base.ids import new_id

TASK = "notifications.deliver"
HOUSE = Path(__file__).resolve().parents[2]


class Undone(Exception):
    """The change is taken back."""


def priorities(owner: psycopg.Connection[Any], event: UUID) -> list[int]:
    """Of the jobs about this event that a worker could begin with now, their priority."""
    found = owner.execute(
        "SELECT priority FROM procrastinate_jobs WHERE args->>'event' = %s", [str(event)]
    )
    return [row[0] for row in found.fetchall()]


def as_in_a_worker(work: Callable[[], None]) -> None:
    """Do this as a worker does a job: in a thread, with Procrastinate's own connections at hand."""

    def with_a_connection() -> None:
        try:
            work()
        finally:
            connection.close()

    async def main() -> None:
        async with app.open_async():
            await sync_to_async(with_a_connection)

    # Of this app the connections are those of pages; the command `worker` replaces them, as here.
    with app.replace_connector(app.connector.get_worker_connector()):
        asyncio.run(main())


def test_a_job_deferred_by_a_job_is_there_at_commit_and_not_before(
    owner: psycopg.Connection[Any],
) -> None:
    event, undone, before = new_id(), new_id(), []

    def work() -> None:
        with transaction.atomic():
            jobs.defer(TASK, event=event)
            before.extend(priorities(owner, event))
        try:
            with transaction.atomic():
                jobs.defer(TASK, event=undone)
                raise Undone
        except Undone:
            pass

    as_in_a_worker(work)
    assert before == []
    assert priorities(owner, event) == [jobs.SOON]
    assert priorities(owner, undone) == []


def test_what_is_deferred_over_the_connections_of_a_worker_itself_comes_too_early(
    owner: psycopg.Connection[Any],
) -> None:
    """The control: it is this that a job may not do."""
    event, before = new_id(), []

    def work() -> None:
        with transaction.atomic():
            app.configure_task(TASK).defer(event=str(event))
            before.extend(priorities(owner, event))

    as_in_a_worker(work)
    assert before == [jobs.SOON]


def past_us(text: str) -> list[str]:
    """The calls in a program that queue a job without `base.jobs`. (Fields of a query that wait, by
    the same name, are given by place; what a job is about is given by name.)"""
    found = []
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            name = call.func.attr
            bare = name == "defer" and not call.args
            if bare or name in {"configure_task", "defer_async", "batch_defer", "defer_job"}:
                found.append(name)
    return found


@pytest.mark.slow
def test_nobody_queues_a_job_in_another_way() -> None:
    programs = [path for path in HOUSE.rglob("*.py") if "tests" not in path.parts]
    wrong = {path for path in programs if past_us(path.read_text(encoding="utf-8"))}
    assert wrong == {HOUSE / "base" / "jobs.py"}
    assert past_us("send.defer()") == ["defer"]
    assert past_us("send.configure_task('a').defer(event='b')") == ["defer", "configure_task"]
    assert past_us("jobs.defer(SEND)\nrows.defer('body')") == []
