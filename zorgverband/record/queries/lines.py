"""Lists of the record: medication, allergies, problems, examinations, documents, one subject."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from zorgverband.base import clock
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Allergy, Examination, Medication, Problem

PAGE = 50
AT_MOST = 200
Rows = list[dict[str, Any]]
_WORDS = ("item_id", "item__title", "item__happened_at", "item__author_id", "item__taken_over_from")
_ITEM = ("id", "title", "happened_at", "author_id", "taken_over_from", "subject", "kind", "body")


@dataclass(frozen=True)
class After:
    """The place in a list after which to go on."""

    id: UUID
    on: date | None = None
    at: datetime | None = None


def medication_rows(*, network: UUID, about: UUID) -> Rows:
    """The medicines in use or about to be, at most 200."""
    return list(in_use(network, about).order_by("-item_id").values(*_MEDICATION)[:AT_MOST])


_MEDICATION = (*_WORDS, "dose", "route", "starts_on", "ends_on", "status", "code", "code_system")


def in_use(network: UUID, about: UUID) -> QuerySet[Medication]:
    """Medicines that were not stopped and did not end before today."""
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=clock.today())
    rows = Medication.objects.filter(network_id=network, about_id=about, replaced_at__isnull=True)
    return rows.filter(running).exclude(status=Medication.Status.STOPPED)


def stopped_medication(*, network: UUID, about: UUID, after: After | None) -> Rows:
    """Medicines of before, last written first, `PAGE` + 1 of them."""
    over = Q(status=Medication.Status.STOPPED) | Q(ends_on__lt=clock.today())
    rows = Medication.objects.filter(network_id=network, about_id=about, replaced_at__isnull=True)
    return _page(rows.filter(over), after, _MEDICATION)


def _page(rows: QuerySet[Any], after: After | None, columns: tuple[str, ...]) -> Rows:
    if after is not None:
        rows = rows.filter(item_id__lt=after.id)
    return list(rows.order_by("-item_id").values(*columns)[: PAGE + 1])


_ALLERGY = (*_WORDS, "reaction", "criticality", "status", "code", "code_system")


def allergy_rows(*, network: UUID, about: UUID) -> Rows:
    """All allergies, at most 200, those that hold now first."""
    rows = Allergy.objects.filter(network_id=network, about_id=about, replaced_at__isnull=True)
    return list(rows.order_by("status", "-item_id").values(*_ALLERGY)[:AT_MOST])


_PROBLEM = (*_WORDS, "since", "until", "status", "code", "code_system", "item__subject")


def problem_rows(*, network: UUID, about: UUID) -> Rows:
    """Problems that are there now, at most 200."""
    rows = _problems(network, about).filter(status=Problem.Status.ACTIVE)
    return list(rows.order_by("-item_id").values(*_PROBLEM)[:AT_MOST])


def closed_problems(*, network: UUID, about: UUID, after: After | None) -> Rows:
    """Problems of before, last written first, `PAGE` + 1 of them."""
    return _page(_problems(network, about).exclude(status=Problem.Status.ACTIVE), after, _PROBLEM)


def _problems(network: UUID, about: UUID) -> QuerySet[Problem]:
    return Problem.objects.filter(network_id=network, about_id=about, replaced_at__isnull=True)


_EXAMINATION = (
    *_WORDS, "state", "on_date", "by", "code", "code_system", "result_id", "again_because",
    "result__kind",
)  # fmt: skip


def planned_examinations(*, network: UUID, about: UUID) -> Rows:
    """Examinations that are planned, soonest first, at most 200."""
    rows = _examinations(network, about).filter(state=Examination.State.PLANNED)
    return list(rows.order_by("on_date", "item_id").values(*_EXAMINATION)[:AT_MOST])


def past_examinations(*, network: UUID, about: UUID, after: After | None) -> Rows:
    """Examinations that were done or did not go on, newest first, `PAGE` + 1; those without a
    date come first."""
    rows = _examinations(network, about).exclude(state=Examination.State.PLANNED)
    if after is not None and after.on is None:
        rows = rows.filter(Q(on_date__isnull=False) | Q(item_id__lt=after.id))
    elif after is not None:
        rows = rows.filter(on_date__lte=after.on).filter(
            Q(on_date__lt=after.on) | Q(item_id__lt=after.id)
        )
    return list(rows.order_by("-on_date", "-item_id").values(*_EXAMINATION)[: PAGE + 1])


def _examinations(network: UUID, about: UUID) -> QuerySet[Examination]:
    return Examination.objects.filter(network_id=network, about_id=about, replaced_at__isnull=True)


def documents(*, network: UUID, about: UUID, after: After | None) -> Rows:
    """Documents, newest first, `PAGE` + 1 of them."""
    rows = Item.objects.filter(network_id=network, kind="document", about_id=about)
    return _items(rows, after)


def subject_items(*, network: UUID, about: UUID, subject: Subject, after: After | None) -> Rows:
    """Everything of one subject, news or not, newest first, `PAGE` + 1 of them."""
    return _items(Item.objects.filter(network_id=network, subject=subject, about_id=about), after)


def _items(rows: QuerySet[Item], after: After | None) -> Rows:
    if after is not None and after.at is not None:
        rows = rows.filter(happened_at__lte=after.at).filter(
            Q(happened_at__lt=after.at) | Q(id__lt=after.id)
        )
    return list(rows.order_by("-happened_at", "-id").values(*_ITEM)[: PAGE + 1])
