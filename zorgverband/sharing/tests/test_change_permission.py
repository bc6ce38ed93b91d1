"""What one person reads and writes is changed by who is in control, and every change is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError

from tests.cast import Cast
from zorgverband.base.refusals import NotHere
from zorgverband.sharing.actions import (
    Reading,
    change_permission,
    object_to_member,
    withdraw_objection_to_member,
)
from zorgverband.sharing.actions.change_permission import (
    AboutThemselves,
    MayNotDecide,
    NeverForSocial,
    NoObjection,
)
from zorgverband.sharing.models import Change, Item, Permission
from zorgverband.sharing.subjects import Subject

Entered = Callable[..., Any]
DAY = Subject.DAY


def change(cast: Cast, entered: Entered, by: str, member: str, **wanted: Any) -> list[Any]:
    """Let somebody change what `member` may about Jannie and daily life."""
    with entered(cast.people[by], cast.network) as viewer:
        return change_permission(
            **{
                "seat": viewer.seat(cast.network),
                "person": cast.people[by].person,
                "about": cast.jannie.member,
                "member": cast.people[member].member,
                "subject": DAY,
                "reading": Reading.PAST,
                "writing": True,
            }
            | wanted
        )


def reads(cast: Cast, entered: Entered, who: str, subject: Subject = DAY) -> int:
    with entered(cast.people[who], cast.network):
        return Item.objects.filter(subject=subject).count()


def test_the_client_lets_the_neighbour_read_also_the_past(cast: Cast, entered: Entered) -> None:
    cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    assert reads(cast, entered, "ria") == 0
    change(cast, entered, "jannie", "ria")
    assert reads(cast, entered, "ria") == 1


def test_from_now_on_leaves_the_past_closed(cast: Cast, entered: Entered) -> None:
    cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    change(cast, entered, "jannie", "ria", reading=Reading.NEW)
    assert reads(cast, entered, "ria") == 0
    cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    assert reads(cast, entered, "ria") == 1


def test_reading_and_writing_are_apart(cast: Cast, entered: Entered) -> None:
    change(cast, entered, "jannie", "ria", writing=False)
    with entered(cast.ria, cast.network) as viewer:
        assert not viewer.seat(cast.network).may_write(about=cast.jannie.member, subject=DAY)
    assert reads(cast, entered, "ria") == 0
    cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    assert reads(cast, entered, "ria") == 1


@pytest.mark.parametrize("who", ["marijke", "hanneke", "fatima", "linda"])
def test_who_does_not_decide_changes_nothing(who: str, cast: Cast, entered: Entered) -> None:
    with pytest.raises(MayNotDecide):
        change(cast, entered, who, "ria")
    with entered(cast.people[who], cast.network):
        which = {"member_id": cast.ria.member, "about_id": cast.jannie.member, "subject": DAY}
        assert Permission.objects.filter(**which).update(can_read=True) == 0


def test_the_social_side_never_gets_what_is_medical(cast: Cast, entered: Entered) -> None:
    with pytest.raises(NeverForSocial):
        change(cast, entered, "jannie", "linda", subject=Subject.HEALTH)


def test_nobody_closes_what_is_about_somebody_to_themselves(cast: Cast, entered: Entered) -> None:
    with pytest.raises(AboutThemselves):
        change(cast, entered, "jannie", "jannie", reading=Reading.NONE)


def test_who_left_gets_nothing(cast: Cast, entered: Entered) -> None:
    cast.end(cast.ria)
    with pytest.raises(NotHere):
        change(cast, entered, "jannie", "ria")


def test_a_carer_decides_on_what_is_about_themselves(cast: Cast, entered: Entered) -> None:
    mine = {"about": cast.marijke.member, "subject": Subject.CARER}
    change(cast, entered, "marijke", "ria", **mine)
    with pytest.raises(MayNotDecide):
        change(cast, entered, "jannie", "ria", **mine)


def about_fatima(cast: Cast, entered: Entered, act: Callable[..., Any]) -> None:
    """The client does this to the nurses, for all subjects."""
    with entered(cast.jannie, cast.network) as viewer:
        act(
            seat=viewer.seat(cast.network), person=cast.jannie.person, about=cast.jannie.member,
            member=cast.fatima.member, subjects=list(Subject),
        )  # fmt: skip


def test_an_objection_closes_and_its_withdrawal_opens_what_was_written_meanwhile_too(
    cast: Cast, entered: Entered
) -> None:
    subject = Subject.HEALTH
    cast.item(about=cast.jannie, subject=subject, author=cast.anouk)
    assert reads(cast, entered, "fatima", subject) == 1
    about_fatima(cast, entered, object_to_member)
    assert reads(cast, entered, "fatima", subject) == 0
    cast.item(about=cast.jannie, subject=subject, author=cast.anouk)
    about_fatima(cast, entered, withdraw_objection_to_member)
    assert reads(cast, entered, "fatima", subject) == 2
    with pytest.raises(NoObjection):
        about_fatima(cast, entered, withdraw_objection_to_member)


def test_an_objection_does_not_take_away_writing(cast: Cast, entered: Entered) -> None:
    about_fatima(cast, entered, object_to_member)
    with entered(cast.fatima, cast.network) as viewer:
        seat = viewer.seat(cast.network)
        assert seat.may_write(about=cast.jannie.member, subject=Subject.HEALTH)


def test_every_change_is_kept_for_who_decides_and_for_whom_it_is(
    cast: Cast, entered: Entered
) -> None:
    change(cast, entered, "jannie", "ria")
    assert change(cast, entered, "jannie", "ria") == []

    def kept(who: str) -> list[Any]:
        with entered(cast.people[who], cast.network):
            rows = Change.objects.values_list("kind", "person_id", "ground", "subject")
            return list(rows)

    row = ("permission", cast.jannie.person, "consent", DAY)
    assert kept("jannie") == [row]
    assert kept("ria") == [row]
    assert kept("marijke") == kept("linda") == kept("hanneke") == []
    with entered(cast.jannie, cast.network), pytest.raises(DatabaseError):
        Change.objects.update(ground="")


def test_a_change_in_what_is_medical_is_not_there_for_the_social_side(
    cast: Cast, entered: Entered
) -> None:
    cast.owner.execute(
        "INSERT INTO sharing_change (id, network_id, kind, about_id, subject, member_id, before, "
        "after, person_id, ground, at) VALUES (gen_random_uuid(), %s, 'permission', %s, %s, %s, "
        "'{}', '{}', %s, 'consent', now())",
        [cast.network, cast.jannie.member, 1, cast.linda.member, cast.jannie.person],
    )
    with entered(cast.linda, cast.network):
        assert not Change.objects.exists()
    with entered(cast.jannie, cast.network):
        assert Change.objects.count() == 1
