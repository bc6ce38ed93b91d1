"""A database apart, in which locks may be broken: Django looks there as long as this lasts."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connections

from tests import database
from zorgverband.config.cluster import Cluster
from zorgverband.privacy.apply import LOCKS, statements


@contextmanager
def broken(cluster: Cluster, name: str, faults: Mapping[str, str]) -> Iterator[Any]:
    """The owner's connection to a fresh database with these files of the locks replaced."""
    database.fresh_copy(cluster, name)
    dsn = cluster.dsn("zv_owner", name)
    usual = connections["default"].settings_dict["NAME"]
    try:
        with psycopg.connect(dsn) as owner:
            for statement in statements(replace=faults):
                owner.execute(statement)
        _turn_to(name)
        with psycopg.connect(dsn, autocommit=True) as owner:
            yield owner
    finally:
        _turn_to(usual)
        cluster.drop_database(name)


def _turn_to(name: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def without(file: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The text of a lock file with each of these replaced; every one must be there."""
    text = (LOCKS / file).read_text()
    for old, new in changes:
        assert old in text, f"{file} does not say {old!r}"
        text = text.replace(old, new)
    return {file: text}


def no_rule() -> dict[str, str]:
    """The line of the wall taken out of the rule."""
    return without("rule.sql", ("WHEN {subject} <= 5 AND {social} THEN -1", "WHEN false THEN -1"))


def no_second_wall() -> dict[str, str]:
    """The restrictive policy that lets everything through."""
    wall = "(subject > 5 OR NOT network_id = ANY ({social}))"
    closed = f"    USING {wall}\n    WITH CHECK {wall}"
    return without("sharing.sql", (closed, "    USING (true)\n    WITH CHECK (true)"))


def no_clean_ring() -> dict[str, str]:
    """Medical keys for the social side too, and an entrance that does not mind."""
    refusal = "RAISE EXCEPTION 'a ring of the social side with a medical key'"
    return without("ring.sql", ("THEN 65472", "THEN 65534"), (refusal, "NULL"))
