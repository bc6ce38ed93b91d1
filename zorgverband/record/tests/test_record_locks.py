"""The locks on the record's own tables: a row is as readable as its item, and written as it is."""

from typing import Any

import pytest
from django.db import Error

from tests.cast import Cast
from zorgverband.record.actions import record_allergy, record_medication
from zorgverband.record.models import (
    Allergy,
    Examination,
    Measurement,
    MeasurementPart,
    Medication,
    Problem,
    Source,
)
from zorgverband.sharing.subjects import Subject

from .dossier import act, measured, pressure

TABLES = (Measurement, MeasurementPart, Medication, Allergy, Problem, Examination, Source)


def test_rows_are_there_for_who_reads_the_item_and_not_for_others(cast: Cast, entered: Any) -> None:
    measured(cast, cast.anouk, pressure(140, 80))
    act(cast, cast.anouk, record_medication, name="Metoprolol")
    act(cast, cast.anouk, record_allergy, substance="Noten")
    with entered(cast.marijke):
        assert [table.objects.count() for table in TABLES] == [1, 2, 1, 1, 0, 0, 0]
    for who in (cast.ria, cast.linda, cast.other.henk):  # type: ignore[union-attr]
        with entered(who, cast.network):
            assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


def test_without_entering_there_are_no_rows(cast: Cast) -> None:
    act(cast, cast.anouk, record_allergy, substance="Noten")
    assert not Allergy.objects.exists()
    assert Allergy.objects.using("owner").filter(network_id=cast.network).exists()


def test_an_objection_to_one_item_hides_its_row(cast: Cast, entered: Any, owner: Any) -> None:
    item = act(cast, cast.anouk, record_allergy, substance="Noten")
    owner.execute(
        "UPDATE sharing_item SET denied = %s WHERE id = %s", [[cast.marijke.member], item.id]
    )
    with entered(cast.marijke):
        assert not Allergy.objects.exists()
    with entered(cast.fatima):
        assert Allergy.objects.count() == 1


def test_a_row_cannot_say_it_is_about_somebody_else(cast: Cast, entered: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.HEALTH, author=cast.anouk)
    with pytest.raises(Error), entered(cast.anouk):
        Allergy.objects.bulk_create([_row(cast, item, about=cast.marijke.member)])
    with entered(cast.anouk):
        Allergy.objects.bulk_create([_row(cast, item, about=cast.jannie.member)])


def test_who_may_only_read_changes_nothing(cast: Cast, entered: Any) -> None:
    item = act(cast, cast.anouk, record_medication, name="Metoprolol")
    with entered(cast.marijke):
        assert Medication.objects.filter(item_id=item.id).count() == 1
        assert Medication.objects.filter(item_id=item.id).update(status="stopped") == 0
    with entered(cast.fatima):
        assert Medication.objects.filter(item_id=item.id).update(status="stopped") == 1


def _row(cast: Cast, item: Any, *, about: Any) -> Allergy:
    return Allergy(item_id=item, network_id=cast.network, about_id=about, name="Noten")
