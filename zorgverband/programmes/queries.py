"""Reading programmes: which are offered to whom, line by line, and what of them is in a plan."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import F, Q, QuerySet

from zorgverband.agreements.models import OPEN, Agreement
from zorgverband.base import clock
from zorgverband.base.refusals import NotHere
from zorgverband.organisations.models import Employment
from zorgverband.plan.queries import parts

from .models import ProgrammeLine, ProgrammePick, ProgrammeStart, ProgrammeVersion

_VERSION = (
    "id", "number", "title", "summary", "subject", "review_weeks", "programme_id", "programme__code",
    "programme__neighbourhood_id", "programme__neighbourhood__name", "published_at",
)  # fmt: skip
_LINE = (
    "id", "kind", "code", "words", "more", "domain", "subject", "party", "measure", "unit", "target",
    "repeat", "due_days", "weeks", "checked_by", "review_weeks", "goal",
)  # fmt: skip


@dataclass(frozen=True)
class Version:
    """A version of a programme; `neighbourhood` is None for the standard one."""

    id: UUID
    number: int
    title: str
    summary: str
    subject: int
    review_weeks: int
    programme: UUID
    code: str
    neighbourhood: UUID | None
    neighbourhood_name: str | None
    published_at: datetime | None


@dataclass(frozen=True)
class Line:
    """One line of a version."""

    id: UUID
    kind: str
    code: str
    words: str
    more: str
    domain: str
    subject: int
    party: str
    measure: str
    unit: str
    target: Decimal | None
    repeat: str
    due_days: int | None
    weeks: int | None
    checked_by: str
    review_weeks: int | None
    goal: str


@dataclass(frozen=True)
class Started:
    """That a plan about somebody was begun with a version."""

    item: UUID
    about: UUID
    version: UUID
    title: str
    number: int
    author_member: UUID
    at: datetime


def offers(person: UUID) -> list[Version]:
    """The newest published version of each programme, by title: of the neighbourhood somebody works
    in, else the standard one. Two statements."""
    now = clock.now()
    running = Q(starts_at__lte=now) & (Q(ends_at=None) | Q(ends_at__gt=now))
    work = Employment.objects.filter(running, person_id=person).values_list("organisation_id")
    here = "programme__neighbourhood__organisations"
    nearby = (
        Q(**{f"{here}__organisation__in": work, f"{here}__starts_at__lte": now})
        & (Q(**{f"{here}__ends_at": None}) | Q(**{f"{here}__ends_at__gt": now}))
    )  # fmt: skip
    rows = ProgrammeVersion.objects.filter(
        nearby | Q(programme__neighbourhood=None), published_at__isnull=False
    ).order_by("number")
    newest = {row[6]: Version(*row) for row in rows.values_list(*_VERSION)}
    local = {one.code for one in newest.values() if one.neighbourhood}
    return sorted(
        (one for one in newest.values() if one.neighbourhood or one.code not in local),
        key=lambda one: (one.title.casefold(), one.neighbourhood_name or ""),
    )


def read_versions(rows: QuerySet[ProgrammeVersion]) -> list[Version]:
    """These versions, in the order they come."""
    return [Version(*row) for row in rows.values_list(*_VERSION)]


def version(id: UUID) -> Version:
    """One version; raises NotHere."""
    found = ProgrammeVersion.objects.filter(id=id).values_list(*_VERSION).first()
    if found is None:
        raise NotHere()
    return Version(*found)


def published(id: UUID) -> Version:
    """One version that can be begun with; raises NotHere."""
    found = version(id)
    if found.published_at is None:
        raise NotHere()
    return found


def lines(version: UUID) -> list[Line]:
    """The lines of a version in their order."""
    rows = ProgrammeLine.objects.filter(version_id=version).order_by("kind", "place", "id")
    return [Line(*row) for row in rows.values_list(*_LINE)]


def started(network: UUID) -> list[Started]:
    """With which versions plans in this network were begun, newest first; as long as it stands in
    the plan."""
    rows = ProgrammeStart.objects.filter(
        network_id=network, item__plan_part__ended_at=None
    ).order_by("-item__created_at")
    return [
        Started(*row)
        for row in rows.values_list(
            "item_id", "item__about_id", "version_id", "version__title", "version__number",
            "item__author_member_id", "item__created_at",
        )
    ]  # fmt: skip


def in_plan(*, network: UUID, about: UUID, lines: list[Line], code: str) -> dict[UUID, UUID]:
    """Of these lines which are in the plan about somebody now, as far as the viewer may read it: by
    line, the item. Because they came from this programme, of whatever version, or because the same
    words stand there. Three statements."""
    came = dict(_came(network, about, code))
    words = _words(network, about)
    found = {}
    for line in lines:
        item = came.get((line.kind, line.code)) or words.get(_same(line.kind, line.words))
        if item is not None and line.kind != "party":
            found[line.id] = item
    return found


def _came(network: UUID, about: UUID, code: str) -> list[tuple[tuple[str, str], UUID]]:
    standing = Q(item__plan_part__ended_at=None, item__plan_goal__closed_at=None) & (
        Q(item__agreement=None) | Q(item__agreement__state__in=OPEN)
    )
    rows = ProgrammePick.objects.filter(
        standing, network_id=network, item__about_id=about, line__version__programme__code=code
    )
    return [
        ((kind, line), item)
        for kind, line, item in rows.values_list("line__kind", "line__code", "item_id")
    ]


def _words(network: UUID, about: UUID) -> dict[tuple[str, str], UUID]:
    kinds = {"goal": "goal", "to_ask": "question"}
    found = {
        _same(kinds[one.kind], one.words): one.id
        for one in parts(network)
        if one.about == about and one.kind in kinds and one.closed_at is None
    }
    rows = Agreement.objects.filter(
        network_id=network, item__about_id=about, state__in=OPEN
    ).values_list(F("item__title"), "item_id")
    return found | {_same("agreement", words): item for words, item in rows}


def _same(kind: str, words: str) -> tuple[str, str]:
    return kind, " ".join(words.casefold().split()).rstrip(".")
