"""Exceptions, other readers and another subject for one item: by whom they may be chosen."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from tests.cast import Cast
from zorgverband.base.refusals import NotHere
from zorgverband.sharing.actions import (
    change_audience,
    move_item,
    object_to,
    share_with,
    stop_sharing_with,
    withdraw_objection,
)
from zorgverband.sharing.actions.change_audience import NotYourReaders, OnlyFewer
from zorgverband.sharing.actions.change_permission import MayNotDecide, NeverForSocial
from zorgverband.sharing.actions.make_exception import AlreadySo
from zorgverband.sharing.actions.move_item import NotThatSubject, NotYourSubject, OutOfCare
from zorgverband.sharing.models import Change, Item
from zorgverband.sharing.subjects import Subject

Entered = Callable[..., Any]
HEALTH, HOME, DAY = Subject.HEALTH, Subject.HOME, Subject.DAY


def do(cast: Cast, entered: Entered, who: str, act: Callable[..., Any], **words: Any) -> Any:
    """Let somebody of the cast do this act."""
    with entered(cast.people[who], cast.network) as viewer:
        return act(seat=viewer.seat(cast.network), person=cast.people[who].person, **words)


def readers(cast: Cast, entered: Entered, item: UUID) -> set[str]:
    found = set()
    for key, one in cast.people.items():
        with entered(one, cast.network):
            found |= {key} if Item.objects.filter(id=item).exists() else set()
    return found


def test_an_objection_closes_one_message_for_one_member_and_can_be_withdrawn(
    cast: Cast, entered: Entered
) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk)
    there = readers(cast, entered, item)
    whom = {"item": item, "member": cast.fatima.member}
    do(cast, entered, "jannie", object_to, **whom)
    assert there - readers(cast, entered, item) == {"fatima", "sanne"}
    with pytest.raises(AlreadySo):
        do(cast, entered, "jannie", object_to, **whom)
    do(cast, entered, "jannie", withdraw_objection, **whom)
    assert readers(cast, entered, item) == there


def test_sharing_one_message_opens_only_that_one(cast: Cast, entered: Entered) -> None:
    item, other = (cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk) for _ in "ab")
    whom = {"item": item, "member": cast.ria.member}
    do(cast, entered, "jannie", share_with, **whom)
    assert "ria" in readers(cast, entered, item)
    assert "ria" not in readers(cast, entered, other)
    do(cast, entered, "jannie", stop_sharing_with, **whom)
    assert "ria" not in readers(cast, entered, item)


def test_the_last_word_of_two_counts(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    whom = {"item": item, "member": cast.fatima.member}
    do(cast, entered, "jannie", object_to, **whom)
    do(cast, entered, "jannie", share_with, **whom)
    assert "fatima" in readers(cast, entered, item)
    do(cast, entered, "jannie", stop_sharing_with, **whom)
    assert "fatima" in readers(cast, entered, item)


@pytest.mark.parametrize("who", ["marijke", "anouk", "hanneke"])
def test_who_does_not_decide_makes_no_exception(who: str, cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk)
    for act in (object_to, share_with):
        with pytest.raises(MayNotDecide):
            do(cast, entered, who, act, item=item, member=cast.peter.member)


def test_the_wall_stays_whatever_is_shared(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk)
    with pytest.raises(NeverForSocial):
        do(cast, entered, "jannie", share_with, item=item, member=cast.linda.member)


def test_what_somebody_cannot_read_is_not_there(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk)
    with pytest.raises(NotHere):
        do(cast, entered, "linda", object_to, item=item, member=cast.peter.member)


def test_an_author_narrows_and_does_not_widen(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    two = [cast.jannie.member, cast.peter.member]
    own = {"item": item, "circle": "own"}
    do(cast, entered, "marijke", change_audience, audience=two, **own)
    assert readers(cast, entered, item) == {"jannie", "marijke", "peter"}
    with pytest.raises(OnlyFewer):
        do(cast, entered, "marijke", change_audience, audience=None, **own)
    with pytest.raises(NotYourReaders):
        do(cast, entered, "peter", change_audience, audience=two[:1], **own)
    do(cast, entered, "jannie", change_audience, audience=None, item=item, circle="everyone")
    assert "fatima" in readers(cast, entered, item)


def test_the_lock_itself_keeps_an_author_from_widening(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke,
                     audience=[cast.jannie.member])  # fmt: skip
    for audience in (None, [cast.jannie.member, cast.fatima.member]):
        with entered(cast.marijke, cast.network), pytest.raises(DatabaseError):
            Item.objects.filter(id=item).update(audience=audience)
    with entered(cast.marijke, cast.network):
        assert Item.objects.filter(id=item).update(audience=[]) == 1


def test_moving_to_health_closes_it_to_the_municipality(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=HOME, author=cast.marijke)
    assert "linda" in readers(cast, entered, item)
    do(cast, entered, "jannie", move_item, item=item, subject=HEALTH)
    assert "linda" not in readers(cast, entered, item)
    with entered(cast.linda, cast.network):
        assert not Change.objects.exists()


def test_out_of_health_goes_by_care_or_by_who_decides(cast: Cast, entered: Entered) -> None:
    mine = cast.item(about=cast.jannie, subject=HEALTH, author=cast.marijke)
    with pytest.raises(OutOfCare):
        do(cast, entered, "marijke", move_item, item=mine, subject=DAY)
    with (
        entered(cast.marijke, cast.network),
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        Item.objects.filter(id=mine).update(subject=DAY)
    theirs = cast.item(about=cast.jannie, subject=HEALTH, author=cast.fatima)
    do(cast, entered, "fatima", move_item, item=theirs, subject=Subject.COMING)
    assert "linda" in readers(cast, entered, theirs)
    do(cast, entered, "jannie", move_item, item=mine, subject=HOME)
    assert "linda" in readers(cast, entered, mine)


def test_others_move_nothing(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=DAY, author=cast.marijke)
    with pytest.raises(NotYourSubject):
        do(cast, entered, "fatima", move_item, item=item, subject=HEALTH)
    with entered(cast.fatima, cast.network):
        assert Item.objects.filter(id=item).update(subject=HEALTH) == 0


def test_a_measurement_stays_a_measurement(cast: Cast, entered: Entered) -> None:
    item = cast.item(about=cast.jannie, subject=HEALTH, author=cast.anouk, kind="measurement")
    with pytest.raises(NotThatSubject):
        do(cast, entered, "jannie", move_item, item=item, subject=DAY)
