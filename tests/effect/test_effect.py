"""The effect of an act is told before it happens, by the rule itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.postgres.functions import TransactionNow

from tests.cast import Cast, Somebody
from zorgverband.base.viewer import Viewer
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.effect import Effect, EffectChanged, carry_out, preview
from zorgverband.sharing.effect_words import item_sentences, sentences
from zorgverband.sharing.models import Item, Permission
from zorgverband.sharing.subjects import Subject

Entered = Callable[..., Any]


@contextmanager
def as_jannie(cast: Cast, entered: Entered) -> Iterator[Viewer]:
    with entered(cast.jannie, cast.network) as viewer:
        yield viewer


def let_read(cast: Cast, who: Somebody, *, past: bool) -> Callable[[], None]:
    """The client lets this neighbour read about daily life."""

    def act() -> None:
        which = {"member_id": who.member, "about_id": cast.jannie.member, "subject": Subject.DAY}
        Permission.objects.filter(**which).update(can_read=True, past=past, since=TransactionNow())

    return act


def said(effect: Effect, cast: Cast) -> list[str]:
    return sentences(
        effect, network=cast.network, people=faces(cast.network),
        names=names_of_people(cast.network),
    )  # fmt: skip


@pytest.fixture
def days(cast: Cast) -> Cast:
    """Three messages about daily life; the neighbour may write there and not read."""
    for _number in range(3):
        cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.marijke)
    cast.permit(cast.ria, Subject.DAY, about=cast.jannie, write=True)
    return cast


def test_who_is_going_to_read_is_told_with_what_lies_there_already(
    days: Cast, entered: Entered
) -> None:
    with as_jannie(days, entered) as viewer:
        effect = preview(
            seat=viewer.seat(days.network), person=days.jannie.person,
            act=let_read(days, days.ria, past=True),
        )  # fmt: skip
        assert said(effect, days) == [
            "Ria Bos gaat lezen over: Dagelijks leven.",
            "3 eerdere berichten worden zichtbaar voor Ria Bos.",
        ]
        assert effect.widens
        assert not effect.narrows


def test_without_the_past_nothing_earlier_is_named(days: Cast, entered: Entered) -> None:
    with as_jannie(days, entered) as viewer:
        effect = preview(
            seat=viewer.seat(days.network), person=days.jannie.person,
            act=let_read(days, days.ria, past=False),
        )  # fmt: skip
        assert said(effect, days) == ["Ria Bos gaat lezen over: Dagelijks leven."]


def test_a_preview_changes_nothing(days: Cast, entered: Entered) -> None:
    with as_jannie(days, entered) as viewer:
        preview(
            seat=viewer.seat(days.network), person=days.jannie.person,
            act=let_read(days, days.ria, past=True),
        )  # fmt: skip
    with entered(days.ria, days.network):
        assert not Item.objects.filter(subject=Subject.DAY).exists()


def test_what_was_confirmed_is_what_happens(days: Cast, entered: Entered) -> None:
    act = let_read(days, days.ria, past=True)
    with as_jannie(days, entered) as viewer:
        seat = viewer.seat(days.network)
        seen = preview(seat=seat, person=days.jannie.person, act=act).digest
        carry_out(seat=seat, act=act, seen=seen)
    with entered(days.ria, days.network):
        assert Item.objects.filter(subject=Subject.DAY).count() == 3


def test_a_world_that_changed_in_between_is_noticed(days: Cast, entered: Entered) -> None:
    act = let_read(days, days.ria, past=True)
    with as_jannie(days, entered) as viewer:
        seat = viewer.seat(days.network)
        seen = preview(seat=seat, person=days.jannie.person, act=act).digest
        days.item(about=days.jannie, subject=Subject.DAY, author=days.peter)
        with pytest.raises(EffectChanged):
            carry_out(seat=seat, act=act, seen=seen)
    with entered(days.ria, days.network):
        assert not Item.objects.filter(subject=Subject.DAY).exists()


def test_an_objection_to_one_item_names_who_reads_it_no_longer(
    days: Cast, entered: Entered
) -> None:
    item = days.item(about=days.jannie, subject=Subject.HEALTH, author=days.anouk)

    def object_to_nurses() -> None:
        Item.objects.filter(id=item).update(denied=[days.fatima.member])

    with as_jannie(days, entered) as viewer:
        effect = preview(
            seat=viewer.seat(days.network), person=days.jannie.person, act=object_to_nurses,
            items=[item],
        )  # fmt: skip
        assert item_sentences(
            effect, network=days.network, people=faces(days.network),
            names=names_of_people(days.network),
        ) == [
            "2 mensen lezen dit niet meer: Fatima El Amrani en Sanne Mulder.",
            "Wat iemand al gelezen heeft, kunnen wij niet terughalen.",
        ]  # fmt: skip
        assert not effect.widens


def test_an_act_without_effect_says_so(days: Cast, entered: Entered) -> None:
    with as_jannie(days, entered) as viewer:
        seat = viewer.seat(days.network)
        effect = preview(seat=seat, person=days.jannie.person, act=lambda: None)
        assert effect.nothing
        assert said(effect, days) == ["Iedereen leest en schrijft hetzelfde als nu."]


def test_the_social_side_is_told_nothing_of_what_is_medical(days: Cast, entered: Entered) -> None:
    item = days.item(about=days.jannie, subject=Subject.HEALTH, author=days.anouk)
    with entered(days.linda, days.network) as viewer:
        effect = preview(
            seat=viewer.seat(days.network), person=days.linda.person, items=[item],
            act=lambda: days.owner.execute(
                "UPDATE sharing_item SET denied = %s WHERE id = %s", [[days.fatima.member], item]
            ),
        )  # fmt: skip
        assert effect.nothing
