"""Changing one occurrence of a visit, so that two people who do so at once notice each other."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat

from ..models import VisitChange
from ..occurrences import Occurrence, Series


class ChangedMeanwhile(AlreadyDone):
    """Dit bezoek is net veranderd. Hieronder ziet u hoe het nu is. Klopt het zo niet? Verander
    het dan nog eens."""


def may_change(one: Occurrence, *, seat: Seat, person: UUID) -> bool:
    """Whether this person may change one occurrence: who entered it, who comes or takes turns in it,
    who may write about who comes. The lock decides the same."""
    series = one.series
    mine = seat.member in (one.who, series.who, *series.rota)
    return mine or may_plan(series, seat=seat, person=person)


def may_plan(series: Series, *, seat: Seat, person: UUID) -> bool:
    """Whether this person may change the series as a whole; who only comes may not."""
    mine = series.author == person
    return mine or seat.may_write(about=series.about, subject=series.subject)


def change(
    occurrence: Occurrence, *, seat: Seat, person: UUID, version: int | None, **columns: object
) -> None:
    """Write down what is different about this occurrence, made from `version` (None: as it is now).

    Raises NotYours, or ChangedMeanwhile when somebody was first, or has been; then nothing changes.
    """
    if not may_change(occurrence, seat=seat, person=person):
        raise NotYours()
    seen = occurrence.version if version is None else version
    note(occurrence, seat=seat)
    columns |= {"changed_by_id": person, "changed_at": clock.now(), "version": seen + 1}
    if not rows_of(occurrence).filter(version=seen, been_at=None).update(**columns):
        raise ChangedMeanwhile()
    if occurrence.series.busy:
        _as_taken(occurrence.series.busy, occurrence.on_date, seat=seat, columns=columns)


def _as_taken(id: UUID, day: date, *, seat: Seat, columns: dict[str, object]) -> None:
    """That the time is taken, moves along; why it changed is for who sees the visit itself."""
    row = VisitChange(network_id=seat.network, item_id=id, on_date=day, version=0)
    VisitChange.objects.bulk_create([row], ignore_conflicts=True)
    told = {name: value for name, value in columns.items() if name != "reason"}
    VisitChange.objects.filter(item_id=id, on_date=day).update(**told)


def note(occurrence: Occurrence, *, seat: Seat) -> None:
    """See to it that there is a row for this occurrence; of two at once the second waits here."""
    if occurrence.version == 0:
        row = VisitChange(
            network_id=seat.network,
            item_id=occurrence.series.id,
            on_date=occurrence.on_date,
            version=0,
        )
        VisitChange.objects.bulk_create([row], ignore_conflicts=True)


def rows_of(occurrence: Occurrence) -> QuerySet[VisitChange]:
    """The row of this occurrence, to be updated under a condition."""
    return VisitChange.objects.filter(item_id=occurrence.series.id, on_date=occurrence.on_date)
