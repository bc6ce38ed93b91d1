"""The archive as data: `gegevens.json`, as docs/export.md describes it, and the log as a table."""

import csv
import io
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import orjson
from django.utils.translation import gettext as _

from zorgverband.base.cells import harmless
from zorgverband.journal.models import Look
from zorgverband.networks.functions import label_of
from zorgverband.networks.models import Side
from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject

from .contents import Contents, Row

FORMAT, VERSION = "zorgverband-dossier", 1
LOG_COLUMNS = (
    "moment", "naam", "kant", "functie", "organisatie", "wat", "onderwerp", "grond", "berichten",
)  # fmt: skip


def as_json(contents: Contents, files: dict[UUID, str]) -> bytes:
    """Everything of the archive as JSON in UTF-8; `files` gives each attachment's path in it."""
    return orjson.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "made_at": contents.made_at,
            "network": contents.network,
            "about": {"id": contents.about, "name": contents.about_name},
            "taken_by": contents.taken_by,
            "members": [_member(face) for face in contents.people.values()],
            "items": [_item(item, contents.names, files) for item in contents.items],
            "log": [_look(look) for look in contents.looks],
        },
        default=str,
        option=orjson.OPT_INDENT_2,
    )


def _member(face: Face) -> Row:
    return {
        "id": face.member, "name": face.name, "side": face.side, "function": face.function,
        "organisation": face.organisation, "joined_at": face.joined_at, "left_at": face.left_at,
    }  # fmt: skip


def _item(item: Row, names: dict[UUID, str], files: dict[UUID, str]) -> Row:
    return {
        "id": item["id"],
        "about": item["about_id"],
        "subject": Subject(item["subject"]).code,
        "kind": item["kind"],
        "title": item["title"],
        "text": item["body"],
        **_written(item, names),
        "happened_at": item["happened_at"],
        "version": item["version"],
        "edited_at": item["edited_at"],
        "taken_over_from": item["taken_over_from"],
        "earlier_versions": [_version(one, names) for one in item["versions"]],
        "replies": [
            {"id": one["id"], "text": one["body"], **_written(one, names)}
            for one in item["replies"]
        ],
        "attachments": [_attachment(one, files) for one in item["files"]],
        "details": item["structure"],
    }  # fmt: skip


def _version(row: Row, names: dict[UUID, str]) -> Row:
    return {
        "number": row["number"], "title": row["title"], "text": row["body"],
        "author": names.get(row["author_id"], ""), "written_at": row["written_at"],
    }  # fmt: skip


def _attachment(row: Row, files: dict[UUID, str]) -> Row:
    return {
        "id": row["id"], "name": row["name"], "type": row["content_type"],
        "path": files.get(row["id"], ""),
    }  # fmt: skip


def _written(row: Row, names: dict[UUID, str]) -> Row:
    return {
        "author": {
            "id": row["author_id"],
            "member": row["author_member_id"],
            "name": names.get(row["author_id"], ""),
        },
        "written_at": row["created_at"],
    }


def _look(look: Row) -> Row:
    return {
        "at": look["at"], "name": look["person_name"], "side": look["side"],
        "function": look["function"], "organisation": look["organisation"],
        "action": look["action"], "about": look["about_id"],
        "subject": Subject(look["subject"]).code, "items": look["items"],
        "ground": look["ground"], "page": look["door"],
    }  # fmt: skip


def log_table(contents: Contents) -> bytes:
    """The access log as CSV in UTF-8 with a mark that spreadsheets know; one line for each look."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LOG_COLUMNS)
    for look in contents.looks:
        writer.writerow(_cells(look))
    return out.getvalue().encode("utf-8-sig")


def _cells(look: dict[str, Any]) -> Iterable[str]:
    cells = (
        look["at"].isoformat(), look["person_name"], str(Side(look["side"]).label),
        label_of(look["function"]), look["organisation"], str(Look.Action(look["action"]).label),
        str(Subject(look["subject"]).label) if look["items"] else _("wie heeft gekeken"),
        look["ground"], " ".join(str(item) for item in look["items"]),
    )  # fmt: skip
    return map(harmless, cells)
