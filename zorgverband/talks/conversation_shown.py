"""Conversations and their messages as a page shows them, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.networks.queries import Face, initials_of
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import ICONS, Subject
from zorgverband.ui import dates

TAKE_BACK = timedelta(minutes=5)
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Line:
    """One message of a conversation."""

    id: UUID
    number: int
    author: str
    function: str
    initials: str
    shape: str
    moment: datetime
    body: str
    meant_for: str
    files: Sequence[dict[str, str]]
    gone: bool
    new: bool
    first_new: bool
    back_href: str


def show_messages(
    rows: Sequence[dict[str, Any]],
    *,
    files: dict[UUID, dict[str, Any]],
    person: UUID,
    network: UUID,
    item: UUID,
    people: dict[UUID, Face],
    names: dict[UUID, str],
    seen: int,
) -> list[Line]:
    """Messages ready to print; what others wrote after number `seen` is new, the first of it marked."""
    new = [row["number"] for row in rows if row["number"] > seen and row["author_id"] != person]
    at = {"network_id": network, "item_id": item}
    lines = []
    for row in rows:
        face, name = people.get(row["author_member_id"]), names.get(row["author_id"], _("Iemand"))
        mine = row["author_id"] == person and row["taken_back_at"] is None
        back = mine and clock.now() - row["created_at"] < TAKE_BACK
        lines.append(Line(
            id=row["id"], number=row["number"], author=name,
            function=face.function if face else "", initials=initials_of(name),
            shape=face.shape if face else "round", moment=row["created_at"], body=row["body"],
            meant_for=", ".join(names.get(one, _("iemand")) for one in row["mentioned"]),
            files=[_file(network, files[one]) for one in row["files"] if one in files],
            gone=row["taken_back_at"] is not None, new=row["number"] in new,
            first_new=bool(new) and row["number"] == new[0],
            back_href=reverse("take_back_message", kwargs=at | {"message_id": row["id"]})
            if back else "",
        ))  # fmt: skip
    return lines


def _file(network: UUID, row: dict[str, Any]) -> dict[str, str]:
    at, size = f"/n/{network}/bestand/{row['id']}/", row["size"]
    large = size >= MEGABYTE
    return {
        "name": row["name"],
        "href": at,
        "small": at + "klein/" if row["thumbnail"] else "",
        "size": f"{number_format(size / MEGABYTE, 1)} MB"
        if large
        else f"{max(1, size // 1024)} kB",
    }


@dataclass(frozen=True)
class Entry:
    """One conversation in the list."""

    id: UUID
    href: str
    topic: str
    subject: str
    icon: str
    about: str
    when: str
    unread: int
    consultation: bool


def show_list(
    rows: Sequence[dict[str, Any]], *, network: UUID, people: dict[UUID, Face]
) -> list[Entry]:
    """The list of conversations ready to print."""
    abouts = about_names(network, people)
    return [
        Entry(
            id=row["item_id"],
            href=reverse("conversation", kwargs={"network_id": network, "item_id": row["item_id"]}),
            topic=row["item__title"],
            subject=str(Subject(row["item__subject"]).label),
            icon=ICONS[Subject(row["item__subject"])],
            about=abouts.get(row["item__about_id"], ""),
            when=_when(row["last_at"]),
            unread=row["unread"],
            consultation=row["item__kind"] == "consultation",
        )
        for row in rows
    ]


def _when(moment: datetime) -> str:
    if dates.local_day(moment) == clock.today():
        return dates.clock(moment)
    return f"{dates.day_within(moment, clock.now())} {dates.clock(moment)}"
