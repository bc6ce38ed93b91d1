"""Copies of the log to take along: a table for a computer (CSV) and a document to read (PDF)."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from zorgverband.base.cells import harmless
from zorgverband.base.clock import HOME, now
from zorgverband.journal.models import Look
from zorgverband.networks.functions import label_of
from zorgverband.sharing.subjects import Subject
from zorgverband.ui import typeset
from zorgverband.ui.dates import clock, full_date

from .groups import groups, odd_ones
from .visits import Visit
from .words import described, what

SHAPE = Path(__file__).parent / "who_looked.typ"
DONE = {
    "R": gettext_noop("gelezen"),
    "C": gettext_noop("geschreven"),
    "U": gettext_noop("veranderd"),
    "D": gettext_noop("teruggehaald"),
    "E": gettext_noop("meegenomen"),
}
GROUNDS = {
    "permission": gettext_noop("doet mee in het netwerk"),
    "own": gettext_noop("gaat over deze persoon zelf"),
    "representation": gettext_noop("vertegenwoordiger"),
    "emergency": gettext_noop("noodtoegang"),
}


def as_csv(*, network: UUID, start: datetime, end: datetime) -> str:
    """Every row of the log the viewer may read, the oldest first; what the viewer did is there too."""
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n")
    write.writerow([
        _("Dag"), _("Tijd"), _("Naam"), _("Functie"), _("Organisatie"), _("Gedaan"),
        _("Onderwerp"), _("Aantal berichten"), _("Waarom dat mocht"),
    ])  # fmt: skip
    rows = Look.objects.filter(network_id=network, at__gte=start, at__lt=end).order_by("at", "id")
    for row in rows.values_list(
        "at", "person_name", "function", "organisation", "action", "subject", "items", "ground",
    ).iterator():  # fmt: skip
        write.writerow(map(harmless, _cells(*row)))
    return out.getvalue()


def as_pdf(found: Sequence[Visit], *, title: str, client: str, since: datetime) -> bytes:
    """The visits as a tagged PDF (PDF/UA-1), in Dutch whatever language is on the screen."""
    with translation.override("nl"):
        words = {
            "title": title,
            "period": _("Van %(start)s tot en met %(end)s")
            % {"start": full_date(since), "end": full_date(now())},
            "made": _("Gemaakt op %(day)s, %(time)s")
            % {"day": full_date(now()), "time": clock(now())},
            "odd": [
                [
                    odd.reasons[0],
                    odd.function,
                    ". ".join([*odd.reasons[1:], ""]),
                    odd.when,
                    odd.what,
                ]
                for odd in odd_ones(found, client=client)
            ],
            "groups": [
                [group.name, str(len(group.people)), group.times, full_date(group.last_at)]
                for group in groups(found)
            ],
            "visits": [_visit(visit) for visit in found],
        }
    return typeset.as_pdf(SHAPE, words, made_at=now())


def _visit(visit: Visit) -> list[str]:
    return [
        f"{full_date(visit.start)}, {clock(visit.start)}",
        visit.name,
        described(visit.function, visit.organisation),
        what(visit.deeds),
    ]


def _cells(
    at: datetime, name: str, function: str, organisation: str, action: str, subject: int,
    items: Sequence[UUID], ground: str,
) -> Iterable[str]:  # fmt: skip
    here = at.astimezone(HOME)
    subject_name = str(Subject(subject).label) if items else _("wie heeft gekeken")
    return (
        here.date().isoformat(), here.strftime("%H:%M:%S"), name, label_of(function), organisation,
        _(DONE[action]), subject_name, str(len(items)), _(GROUNDS.get(ground, ground)),
    )  # fmt: skip
