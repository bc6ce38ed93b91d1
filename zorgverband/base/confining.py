"""Calls of the narrow database functions for safety compartments (`privacy/locks/safety.sql`)."""

import json
from typing import Any
from uuid import UUID

from django.db import connection

Facts = dict[str, object]


def _do(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def make_compartment(facts: Facts) -> None:
    """Make a compartment with the members named in it; the viewer is a professional there."""
    _do("SELECT privacy.make_compartment(%s::jsonb)", json.dumps(facts, default=str))


def name_in_compartment(*, compartment: UUID, member: UUID) -> None:
    """Name one more professional of the network; the viewer is named already."""
    _do("SELECT privacy.name_in_compartment(%s, %s)", compartment, member)


def admit_inside(facts: Facts) -> None:
    """Let a team in, seen by nobody who is not named; the viewer is named."""
    _do("SELECT privacy.admit_inside(%s::jsonb)", json.dumps(facts, default=str))
