"""What was passed on as a page shows it, and what goes back to who did so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock, full_date

from .models import Noticed, ReadAs, Since


@dataclass(frozen=True)
class Passed:
    """One report for who leads, with the words, and what can be made of it."""

    id: UUID
    title: str
    body: str
    about: UUID
    about_name: str
    subject: int
    subject_name: str
    since: str
    who: str
    when: str
    by_link: bool
    state: str
    read: bool


def show_reports(
    rows: Sequence[dict[str, Any]], *, people: Mapping[UUID, Face], names: Mapping[UUID, str]
) -> list[Passed]:
    """Reports in words, ready to print."""
    return [_passed(row, people, names) for row in rows]


def _passed(row: dict[str, Any], people: Mapping[UUID, Face], names: Mapping[UUID, str]) -> Passed:
    face = people.get(row["item__author_member_id"])
    name = names.get(row["item__author_id"], "")
    about = people.get(row["item__about_id"])
    return Passed(
        id=row["item_id"],
        title=str(Noticed(row["noticed"]).label),
        body=row["item__body"],
        about=row["item__about_id"],
        about_name=about.given_name if about else "",
        subject=row["item__subject"],
        subject_name=str(Subject(row["item__subject"]).label),
        since=str(Since(row["since"]).label),
        who=f"{name}, {face.function}" if face and face.function else name,
        when=moment_words(row["item__created_at"]),
        by_link=row["link_id"] is not None,
        state=receipt_words(row["read_at"], row["read_as"]),
        read=row["read_at"] is not None,
    )


def receipt_words(read_at: datetime | None, read_as: str) -> str:
    """'Ontvangen', or 'Ontvangen, gelezen door de coördinator op ...': no name, and nothing else."""
    if read_at is None:
        return _("Ontvangen")
    words = _("Ontvangen, gelezen door %(who)s op %(when)s")
    return words % {"who": ReadAs(read_as).label, "when": moment_words(read_at)}


def moment_words(moment: datetime) -> str:
    """'20 november 2026, 9.10 uur'."""
    return f"{full_date(moment)}, {clock(moment)}"
