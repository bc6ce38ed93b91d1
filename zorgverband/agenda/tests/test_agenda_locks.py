"""The locks on the agenda themselves, without pages or actions in between."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError

from tests.cast import Cast
from zorgverband.agenda.models import Visit, VisitChange, VisitPurpose
from zorgverband.base import clock, rescheduling
from zorgverband.sharing.subjects import Subject

from .visits import daily, only_reads, planned


def test_without_an_entrance_there_is_no_agenda(cast: Cast, db: None) -> None:
    planned(cast, cast.fatima, purpose="Wond verzorgen")
    for table in (Visit, VisitChange, VisitPurpose):
        assert not table.objects.exists()
    assert Visit.objects.using("owner").filter(network=cast.network).exists()


def test_a_purpose_is_a_row_only_for_who_reads_it(cast: Cast, entered: Any) -> None:
    planned(cast, cast.fatima, purpose="Wond verzorgen")
    for who, rows in ((cast.anouk, 1), (cast.jannie, 1), (cast.ria, 0), (cast.linda, 0)):
        with entered(who):
            assert VisitPurpose.objects.count() == rows, who.name
            assert Visit.objects.count() == 1, who.name


def test_who_only_reads_cannot_change_a_row(cast: Cast, entered: Any) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    only_reads(cast, cast.ria)
    change = {"network_id": cast.network, "item_id": visit, "on_date": clock.today()}
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
        VisitChange.objects.bulk_create([VisitChange(**change, cancelled=True)])
    with entered(cast.fatima):
        VisitChange.objects.bulk_create([VisitChange(**change)])
    with entered(cast.ria):
        assert VisitChange.objects.filter(item_id=visit).update(cancelled=True) == 0
        assert Visit.objects.filter(item_id=visit).update(stopped_from=clock.today()) == 0
    with entered(cast.marijke):
        assert VisitChange.objects.filter(item_id=visit).update(cancelled=True) == 1
        assert Visit.objects.filter(item_id=visit).update(stopped_from=clock.today()) == 1


def test_nobody_says_that_somebody_else_noted_it(cast: Cast, entered: Any) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    row = VisitChange(
        network_id=cast.network, item_id=visit, on_date=clock.today(),
        been_at=clock.now(), been_by_id=cast.fatima.person,
    )  # fmt: skip
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        VisitChange.objects.bulk_create([row])


def test_nobody_changes_it_in_the_name_of_another_either(cast: Cast, entered: Any) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    row = VisitChange(network_id=cast.network, item_id=visit, on_date=clock.today())
    with entered(cast.marijke):
        VisitChange.objects.bulk_create([row])
    rows = VisitChange.objects.filter(item_id=visit)
    been = {"been_at": clock.now()}
    for said in ({"changed_by_id": cast.fatima.person}, been | {"been_by_id": cast.fatima.person},
                 been | {"been_member_id": cast.fatima.member}):  # fmt: skip
        with pytest.raises(ProgrammingError, match="in the name"), entered(cast.marijke):
            rows.update(**said)
    mine = {"been_by_id": cast.marijke.person, "been_member_id": cast.marijke.member}
    with entered(cast.marijke):
        assert rows.update(**been, **mine, changed_by_id=cast.marijke.person) == 1


def test_what_another_wrote_does_not_become_a_visit(cast: Cast, entered: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.fatima)
    row = Visit(item_id=item, network_id=cast.network, who_name="Wil", first_on=clock.today(),
                last_on=clock.today(), starts=time(9))  # fmt: skip
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        Visit.objects.bulk_create([row])
    with entered(cast.fatima):
        Visit.objects.bulk_create([row])


def test_times_and_who_comes_are_never_rewritten(cast: Cast, entered: Any) -> None:
    visit = planned(cast, cast.marijke)
    with pytest.raises(ProgrammingError, match="permission denied"), entered(cast.marijke):
        Visit.objects.filter(item_id=visit).update(starts=time(3))


def test_no_visit_hangs_on_somebody_elses_item_or_names_another_network(
    cast: Cast, entered: Any
) -> None:
    assert cast.other is not None
    day = clock.today() + timedelta(days=1)
    only_reads(cast, cast.ria)
    item = cast.item(about=cast.jannie, subject=Subject.COMING, author=cast.marijke)
    about = {"item_id": item, "network_id": cast.network, "first_on": day, "last_on": day}
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.ria):
        Visit.objects.bulk_create([Visit(**about, who_name="Ria", starts=time(9))])
    who = cast.other.sofie.member
    with pytest.raises(ProgrammingError, match="row-level security"), entered(cast.marijke):
        Visit.objects.bulk_create([Visit(**about, who_id=who, starts=time(9))])
    with entered(cast.marijke):
        Visit.objects.bulk_create([Visit(**about, who_id=cast.ria.member, starts=time(9))])


def test_a_series_is_moved_by_who_may_write_and_reads_it(cast: Cast, entered: Any) -> None:
    visit = planned(cast, cast.marijke, rule=daily())
    cast.owner.execute("UPDATE sharing_item SET denied = %s WHERE id = %s",
                       [[cast.fatima.member], visit])  # fmt: skip
    day = clock.today() + timedelta(days=2)
    said: dict[str, Any] = {"visit": visit, "from_date": day, "begins": day, "starts": time(8),
                            "ends": None, "weekdays": []}  # fmt: skip
    with entered(cast.fatima):
        assert rescheduling.move_series(**said) is None
    with entered(cast.hanneke):
        assert rescheduling.move_series(**said) is not None
