"""'Dossier': what matters to the client first, then the newest of everything one may read."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from zorgverband.base import clock
from zorgverband.networks.models import Side
from zorgverband.sharing.doors import Here, network_door
from zorgverband.sharing.subjects import ICONS, MEDICAL, Subject
from zorgverband.ui.dates import full_date

from ..models import Allergy, Examination
from ..queries import measurements
from ..queries.overview import SHOWN, Row, overview_rows
from ..shown import Shown, code_words, href_of, measurement_name, sentence, since, value_words
from .about import Whose, exists_for, not_shared, reads, record_page, whose

SHORT = 160
# Name of the list and its page, the words above it, and the subjects that open it.
SECTIONS: tuple[tuple[str, str, str, str, tuple[Subject, ...]], ...] = (
    ("medication", "medication", gettext_noop("Medicijnen"), "pill", (Subject.MEDICATION,)),
    ("allergy", "allergies", gettext_noop("Allergieën"), "shield-alert", (Subject.HEALTH,)),
    (
        *("problem", "problems", gettext_noop("Problemen"), "heart-pulse"),
        (Subject.HEALTH, Subject.MIND),
    ),
    ("measurement", "measurements", gettext_noop("Metingen"), "activity", (Subject.RESULTS,)),
    ("examination", "examinations", gettext_noop("Onderzoeken"), "microscope", (Subject.RESULTS,)),
)


@dataclass(frozen=True)
class Section:
    """One heading of the record with its first lines."""

    name: str
    title: str
    icon: str
    href: str
    lines: list[Shown]
    more: bool
    closed: bool


@require_safe
@network_door
def record(here: Here) -> HttpResponse:
    """The overview of one client's record."""
    found = whose(here)
    rows = overview_rows(network=here.network, about=found.member)
    sections = [
        _section(here, found, name, page, _(title), icon, _lines(here, found, name, rows), subjects)
        for name, page, title, icon, subjects in SECTIONS
        if exists_for(here, found.member, *subjects)
    ]
    for name, page, title, icon in (
        ("advice", "advice", _("Adviezen"), "message-circle-heart"),
        ("document", "documents", _("Documenten"), "file-text"),
    ):
        lines = [_plain(here, row) for row in rows.get(name, ())]
        sections.append(_section(here, found, name, page, title, icon, lines, ()))
    return record_page(
        here,
        found,
        "record/overview.html",
        story=[_plain(here, row) for row in rows.get("story", ())][:3],
        story_instead=_story_instead(here, found),
        sections=[section for section in sections if not section.closed],
        closed=[section.title for section in sections if section.closed],
        closed_words=not_shared(here, found),
        subjects=_subjects(here, found),
        social=here.seat.side == Side.SOCIAL,
    )


def _section(
    here: Here,
    found: Whose,
    name: str,
    page: str,
    title: str,
    icon: str,
    lines: list[Shown],
    subjects: tuple[Subject, ...],
) -> Section:
    held = not subjects or any(reads(here, found.member, subject) for subject in subjects)
    return Section(
        name=name,
        title=title,
        icon=icon,
        href=reverse(page, kwargs={"network_id": here.network}) + found.query,
        lines=lines[:SHOWN],
        more=len(lines) > SHOWN,
        closed=not held and not lines,
    )


def _lines(here: Here, found: Whose, name: str, rows: dict[str, list[Row]]) -> list[Shown]:
    if name == "measurement":
        return _measurements(here, found.member)
    found_rows = rows.get(name, [])
    if name in ("medication", "allergy"):
        found_rows = sorted(found_rows, key=lambda row: (row.more != "high", row.title.casefold()))
    return [_medical(here, row) for row in found_rows]


def _medical(here: Here, row: Row) -> Shown:
    details = {
        "medication": sentence(row.detail, row.more, since(row.on) if _later(row) else ""),
        "allergy": row.detail,
        "problem": since(row.on),
        "examination": sentence(full_date(row.on) if row.on else "", row.detail),
    }
    severe = row.section == "allergy" and row.more == Allergy.Criticality.HIGH
    planned = row.section == "examination" and row.status == Examination.State.PLANNED
    return Shown(
        id=row.item,
        title=row.title,
        detail=details[row.section],
        href=href_of(here.network, row.item),
        code=code_words(here.seat, {"code": row.code, "code_system": row.system}),
        label=_("ernstig") if severe else _("gepland") if planned else "",
        tone="overdue" if severe else "",
    )


def _later(row: Row) -> bool:
    return row.on is not None and row.on > clock.today()


def _plain(here: Here, row: Row) -> Shown:
    text = row.detail if row.section == "story" else full_date(row.happened_at)
    short = text if len(text) <= SHORT else text[:SHORT].rsplit(" ", 1)[0] + "…"
    return Shown(row.item, row.title, short, href_of(here.network, row.item))


def _measurements(here: Here, about: UUID) -> list[Shown]:
    rows = measurements.latest(network=here.network, about=about)[: SHOWN + 1]
    parts = measurements.parts_of([row["item_id"] for row in rows if row["value"] is None])
    return [measurement_line(here, row, parts.get(row["item_id"], [])) for row in rows]


def measurement_line(here: Here, row: dict[str, Any], parts: list[dict[str, Any]]) -> Shown:
    """The newest measurement of a series, leading to all of them."""
    return Shown(
        id=row["item_id"],
        title=measurement_name(row),
        detail=sentence(value_words(row, parts), full_date(row["taken_at"])),
        href=reverse(
            "measurement_series", kwargs={"network_id": here.network, "series": row["series"]}
        ),
        code=code_words(here.seat, row),
    )


def _story_instead(here: Here, found: Whose) -> str:
    if reads(here, found.member, Subject.STORY):
        return _("Hier kan staan wat voor %(name)s belangrijk is.") % {
            "name": found.client.given_name
        }
    return not_shared(here, found) if here.seat.side != Side.SOCIAL else ""


@dataclass(frozen=True)
class Link:
    """A subject, leading to everything that was written under it."""

    label: str
    href: str
    icon: str
    text: str = ""
    badge: int = 0


def _subjects(here: Here, found: Whose) -> list[Link]:
    order = [*MEDICAL, *(one for one in Subject if not one.medical)]
    return [
        Link(
            label=str(subject.label),
            href=reverse(
                "record_subject", kwargs={"network_id": here.network, "subject": subject.value}
            )
            + found.query,
            icon=ICONS[subject],
        )
        for subject in order
        if reads(here, found.member, subject)
    ]
