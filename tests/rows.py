"""Putting many rows into the database in one statement each, as the owner."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

from zorgverband.base.ids import new_id

Row = dict[str, Any]
# Referred-to tables come first, so that no row ever points at nothing.
ORDER = (
    "people_organisation", "people_team", "people_person", "people_personal", "people_teamperson",
    "organisations_employment", "organisations_organisationkeeper", "organisations_neighbourhood",
    "organisations_neighbourhoodorganisation", "organisations_programmekeeper",
    "people_account", "networks_network", "networks_member", "networks_role", "networks_presence",
    "networks_exclusion", "networks_hat", "networks_representation", "networks_authority",
    "networks_control", "networks_death", "networks_keptaccess", "sharing_permission",
    "sharing_compartment", "sharing_compartmentmember",
    "safety_opening", "sharing_emergency", "sharing_item", "sharing_reply", "sharing_readmark",
    "journal_event", "journal_look", "notifications_notice", "notifications_pushaddress",
    "complaints_complaint",
    "complaints_insight",
)  # fmt: skip


def put(connection: psycopg.Connection[Any], rows: dict[str, list[Row]]) -> None:
    """Insert all these rows, by table, in one transaction.

    All rows of one table have the same columns.
    """
    unknown = set(rows) - set(ORDER)
    assert not unknown, f"no place in the order for {unknown}"
    with connection.transaction(), connection.pipeline():
        for table in ORDER:
            _put_table(connection, table, rows.get(table) or [])


def item_row(
    *,
    network: UUID,
    about: UUID,
    subject: int,
    author: UUID,
    author_member: UUID,
    at: datetime,
    body: str = "",
    title: str = "",
    kind: str = "note",
) -> Row:
    """A row for `sharing_item`, with everything that is optional left out."""
    return {
        "id": new_id(), "network_id": network, "about_id": about, "subject": int(subject),
        "kind": kind, "author_id": author, "author_member_id": author_member, "created_at": at,
        "happened_at": at, "audience": None, "circle": "everyone", "denied": [], "allowed": [],
        "compartment_id": None, "title": title, "body": body, "in_news": True, "version": 1,
        "edited_at": None, "withdrawn_at": None, "taken_over_from": "", "source": "",
    }  # fmt: skip


def permission_row(
    *,
    network: UUID,
    member: UUID,
    about: UUID,
    subject: int,
    read: bool,
    write: bool,
    past: bool,
    since: datetime,
) -> Row:
    """A row for `sharing_permission`."""
    return {
        "id": new_id(), "network_id": network, "member_id": member, "about_id": about,
        "subject": int(subject), "can_read": read, "can_write": write, "past": past,
        "since": since, "ground": "default", "wording": "", "given_by_id": None,
        "given_at": since,
    }  # fmt: skip


def _put_table(connection: psycopg.Connection[Any], table: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    names = sql.SQL(", ").join(map(sql.Identifier, rows[0]))
    text = sql.SQL("INSERT INTO {0} ({1}) SELECT {1} FROM jsonb_populate_recordset(NULL::{0}, %s)")
    connection.execute(
        text.format(sql.Identifier(table), names), [json.dumps(rows, default=_plain)]
    )


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(type(value))
