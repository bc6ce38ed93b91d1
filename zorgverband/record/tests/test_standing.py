"""An examination that was planned or is still valid stops a second one, until there is a reason."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import Cast
from zorgverband.base import clock
from zorgverband.record.actions import plan_examination, record_examination
from zorgverband.record.actions.plan_examination import NoSuchKind, StillValid
from zorgverband.record.doubles import Double, against, double, is_atc
from zorgverband.record.models import Examination
from zorgverband.record.standing import standing
from zorgverband.sharing.subjects import Subject

from .dossier import act


def done(cast: Cast, who: Any, kind: str, days_ago: int) -> Any:
    """An examination that was done some days ago."""
    on = clock.today() - timedelta(days=days_ago)
    return act(cast, who, record_examination, kind=kind, on=on)


def test_a_valid_one_stops_and_a_reason_goes_on(cast: Cast, entered: Any) -> None:
    done(cast, cast.anouk, "hba1c", 80)
    with pytest.raises(StillValid):
        act(cast, cast.fatima, plan_examination, kind="hba1c")
    # It is no longer valid on a day after its window.
    later = clock.today() + timedelta(days=11)
    act(cast, cast.fatima, plan_examination, kind="hba1c", on=later)
    with pytest.raises(StillValid):
        act(cast, cast.fatima, plan_examination, kind="hba1c", on=later)
    again = act(
        cast, cast.fatima, plan_examination, kind="hba1c", again_because="Andere medicijnen."
    )
    with entered(cast.anouk):
        row = Examination.objects.get(item_id=again.id)
        assert (row.again_because, row.code, row.name) == (
            "Andere medicijnen.", "4548-4", "Bloedonderzoek: suiker (HbA1c)",
        )  # fmt: skip


def test_another_kind_an_older_one_or_none_of_the_kinds_does_not_stop(cast: Cast) -> None:
    done(cast, cast.anouk, "hba1c", 91)
    done(cast, cast.anouk, "ecg", 1)
    act(cast, cast.fatima, plan_examination, kind="hba1c")
    act(cast, cast.fatima, plan_examination, kind="lipids", again_because="Zomaar.")
    act(cast, cast.fatima, plan_examination, name="Iets anders")
    act(cast, cast.fatima, plan_examination, name="Iets anders")
    with pytest.raises(NoSuchKind):
        act(cast, cast.fatima, plan_examination, kind="weather")
    reasons = Examination.objects.using("owner").filter(network_id=cast.network)
    assert not reasons.exclude(again_because="").exists()


def unseen(cast: Cast, who: Any, entered: Any, kind: str = "ecg") -> bool:
    """Whether somebody is told that there is one they cannot read."""
    with entered(who):
        found = standing(network=cast.network, about=cast.jannie.member, kind=kind)
        assert not found.rows
        return found.unseen


def test_of_an_earlier_one_one_cannot_read_only_some_are_told(cast: Cast, entered: Any) -> None:
    item = done(cast, cast.anouk, "ecg", 3)
    now: dict[str, Any] = {"read": True, "write": True, "about": cast.jannie}
    cast.permit(cast.joost, Subject.RESULTS, **now)
    cast.permit(cast.peter, Subject.RESULTS, **now)
    cast.permit(cast.hanneke, Subject.RESULTS, write=True, about=cast.jannie)
    # Joost is given results from today on: what was before he may know of, not read.
    assert unseen(cast, cast.joost, entered)
    assert not unseen(cast, cast.joost, entered, "hba1c")
    with pytest.raises(StillValid):
        act(cast, cast.joost, plan_examination, kind="ecg")
    # Not the family, not who may not read results at all, and nobody of the municipality.
    assert not unseen(cast, cast.peter, entered)
    assert not unseen(cast, cast.hanneke, entered)
    assert not unseen(cast, cast.linda, entered)
    # What Jannie objected to, and what has readers of its own, is as if it were not there.
    for column in ("denied", "audience"):
        chosen = [cast.joost.member if column == "denied" else cast.anouk.member]
        cast.owner.execute(
            f"UPDATE sharing_item SET {column} = %s WHERE id = %s", [chosen, item.id]
        )
        assert not unseen(cast, cast.joost, entered)
        empty: list[Any] | None = [] if column == "denied" else None
        cast.owner.execute(f"UPDATE sharing_item SET {column} = %s WHERE id = %s", [empty, item.id])
        assert unseen(cast, cast.joost, entered)


def test_medicines_that_do_the_same_and_allergies() -> None:
    lasix: dict[str, Any] = {"atc": "C03CA01", "name": "Lasix 40 mg"}
    for code, name, how in (
        ("C03CA01", "Furosemide", Double.SUBSTANCE),
        ("C03CA02", "Bumetanide", Double.GROUP),
        ("C07AB02", "Metoprolol", None),
        ("", "Lasix retard", Double.SUBSTANCE),
        ("", "Metoprolol", None),
    ):
        assert double(**lasix, other_atc=code, other_name=name) is how
    amoxicillin: dict[str, Any] = {"atc": "J01CA04", "name": "Amoxicilline 500 mg"}
    assert against(allergy_atc="J01C", allergy="Penicilline", **amoxicillin)
    assert against(allergy_atc="", allergy="amoxicilline", **amoxicillin)
    assert not against(allergy_atc="", allergy="Penicilline", **amoxicillin)
    assert not against(allergy_atc="J01F", allergy="Erytromycine", **amoxicillin)
    whole = [is_atc(code, whole=True) for code in ("C03CA01", "C03CA", "c03ca01", "C3")]
    part = [is_atc(code, whole=False) for code in ("J01C", "J01", "J", "J0", "J01CA04")]
    assert (whole, part) == ([True, False, False, False], [True, True, True, False, True])
