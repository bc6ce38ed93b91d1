"""Lists of whole items: documents, and everything under one subject, news or not."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zorgverband.base.refusals import NotHere
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.forms import writable_subjects
from zorgverband.sharing.queries import attachments_of
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date

from ..queries import lines
from ..queries.lines import PAGE, Rows
from ..shown import Shown, href_of, sentence
from .about import Whose, exists_for, not_shared, place, reads, record_page, whose
from .lists import Add, Group


@require_safe
@network_door
def documents(here: Here) -> HttpResponse:
    """Letters and other documents, newest first."""
    found = whose(here)
    rows = lines.documents(network=here.network, about=found.member, after=place(here))
    files = attachments_of([row["id"] for row in rows[:PAGE]])
    may_add = bool(writable_subjects(here.seat, found.member))
    address = reverse("add_document", kwargs={"network_id": here.network}) + found.query
    return record_page(
        here,
        found,
        "record/documents.html",
        title=_("Documenten"),
        documents=[
            (line, [_file(here, file) for file in files.get(line.id, ())])
            for line in _lines(here, rows)
        ],
        older=_older(found, rows),
        adds=[Add(_("Document toevoegen"), address)] if may_add else [],
    )


def _file(here: Here, file: dict[str, Any]) -> tuple[str, str]:
    address = reverse("file", kwargs={"network_id": here.network, "file_id": file["id"]})
    return file["name"], address


@require_safe
@network_door
def record_subject(here: Here, subject: int) -> HttpResponse:
    """Everything that was written under one subject about one client."""
    found = whose(here)
    if subject not in Subject.values or not exists_for(here, found.member, Subject(subject)):
        raise NotHere()
    chosen = Subject(subject)
    rows = lines.subject_items(
        network=here.network, about=found.member, subject=chosen, after=place(here)
    )
    held = reads(here, found.member, chosen)
    shown = [Group("", _lines(here, rows))] if rows else []
    return record_page(
        here,
        found,
        "record/lines.html",
        title=str(chosen.label),
        groups=shown,
        instead=_("Hier staat nog niets.") if held else not_shared(here, found),
        closed=not held and chosen.medical,
        older=_older(found, rows),
        may_act=False,
        adds=[Add(_("Gesprek beginnen"), _talk(here, found.member, chosen))]
        if here.seat.may_write(about=found.member, subject=chosen)
        else [],
    )


def _lines(here: Here, rows: Rows) -> list[Shown]:
    names = names_of_people(here.network)
    return [
        Shown(
            id=row["id"],
            title=row["title"] or row["body"][:80] or str(Subject(row["subject"]).label),
            detail=sentence(
                full_date(row["happened_at"]),
                row["taken_over_from"] or names.get(row["author_id"], ""),
            ),
            href=href_of(here.network, row["id"]),
        )
        for row in rows[:PAGE]
    ]


def _older(found: Whose, rows: Rows) -> str:
    if len(rows) <= PAGE:
        return ""
    last = rows[PAGE - 1]
    words = {"after": last["id"], "at": last["happened_at"].isoformat()}
    return "?" + urlencode(words | ({"about": found.member} if found.several else {}))


def _talk(here: Here, about: UUID, subject: Subject) -> str:
    at = reverse("begin_conversation", kwargs={"network_id": here.network})
    return f"{at}?{urlencode({'about': about, 'subject': subject.value})}"
