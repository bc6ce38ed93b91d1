"""Questions and complaints as a page shows them: names, days and words, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.networks.queries import Face
from zorgverband.sharing.shown import about_names
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import full_date
from zorgverband.ui.sentences import listed

from .queries import Case


@dataclass(frozen=True)
class Line:
    """One in a list, or at the top of its own page."""

    id: UUID
    kind: str
    title: str
    look: str
    state: str
    term: str
    author: str
    handler: str
    against: str


@dataclass(frozen=True)
class Lent:
    """What who handles it may read meanwhile."""

    id: UUID
    words: str
    given: str
    open: bool


def show(found: Sequence[Case], *, people: Mapping[UUID, Face]) -> list[Line]:
    """Turn them into what pages print; needs no statement."""
    return [_line(one, people) for one in found]


def _line(one: Case, people: Mapping[UUID, Face]) -> Line:
    look, state = _state(one)
    return Line(
        id=one.id,
        kind=str(one.kind.label),
        title=one.title,
        look=look,
        state=state,
        term=_term(one),
        author=_name(one.author_member, people),
        handler=_name(one.handler, people),
        against=_name(one.against, people) if one.against else _("De samenwerking"),
    )


def _name(member: UUID, people: Mapping[UUID, Face]) -> str:
    return people[member].name if member in people else _("zorgverlener")


def _state(one: Case) -> tuple[str, str]:
    if one.answered_at and one.satisfied is True:
        return "done", _("Klaar, en het is goed zo")
    if one.answered_at and one.satisfied is False:
        return "done", _("Klaar, maar het is niet goed zo")
    if one.answered_at:
        return "done", _("Er is antwoord")
    if not one.runs:
        return "cancelled", _("Gestopt")
    if one.overdue:
        return "overdue", _("Te laat")
    return ("now", _("Ontvangen")) if one.received_at else ("waiting", _("Verstuurd"))


def _term(one: Case) -> str:
    if not one.runs or one.answered_at:
        return ""
    if one.received_at is None:
        return _("U hoort uiterlijk %(first)s dat het ontvangen is. Antwoord uiterlijk %(last)s.") % {
            "first": full_date(one.receipt_by), "last": full_date(one.answer_by),
        }  # fmt: skip
    return _("Antwoord uiterlijk %(last)s.") % {"last": full_date(one.answer_by)}


def show_insights(
    rows: Sequence[dict[str, Any]], *, case: Case, network: UUID, people: dict[UUID, Face],
    names: Mapping[UUID, str],
) -> list[Lent]:  # fmt: skip
    """What was opened for it, in words."""
    abouts = about_names(network, people)
    return [
        Lent(
            id=row["id"],
            words=lent_words(abouts.get(row["about_id"], ""), row["subjects"], row["reads_from"]),
            given=_("%(name)s vond dit goed op %(day)s.")
            % {"name": names.get(row["given_by_id"], ""), "day": full_date(row["starts_at"])},
            open=case.runs and row["ends_at"] is None,
        )
        for row in rows
    ]


def lent_words(about: str, subjects: Sequence[int], reads_from: Any) -> str:
    """'Over Jannie: afspraken en plan. Alles vanaf 1 november 2026.'"""
    what = listed([str(Subject(one).label).lower() for one in subjects])
    since = (
        _("Alles vanaf %(day)s.") % {"day": full_date(reads_from)}
        if reads_from
        else _("Ook alles van vroeger.")
    )
    return f"{_('Over %(about)s: %(what)s.') % {'about': about, 'what': what}} {since}"
