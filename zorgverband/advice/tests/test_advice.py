"""Giving, replacing and ending advice, and who reads it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import Error
from django.urls import reverse

from tests.cast import Cast
from zorgverband.advice.actions import Told, end_advice, give_advice
from zorgverband.advice.actions.end_advice import EndedAlready
from zorgverband.advice.actions.give_advice import NoAmount, NotNamed, NoTopic, WrongWayRound
from zorgverband.advice.models import Advice
from zorgverband.base.refusals import NotHere
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from .advising import act, advised


def test_an_advice_is_there_for_who_reads_its_item(cast: Cast, entered: Any) -> None:
    amount = {"low": Decimal("1.5"), "high": Decimal(2), "unit": "l_day"}
    item = advised(cast, cast.anouk, "fluid", "amount", more=amount)
    day = advised(cast, cast.fatima, "alone", "do_not", Subject.DAY)
    with entered(cast.marijke):
        assert set(Advice.objects.values_list("item_id", flat=True)) == {item, day}
        title = Item.objects.get(id=item).title
        assert title == "Drinken (vocht): 1,5 tot 2 liter per dag"
    with entered(cast.peter):
        assert Advice.objects.count() == 2
    for who in (cast.linda, cast.ria):
        with entered(who):
            assert not Advice.objects.exists()


def test_who_may_not_write_about_it_gives_no_advice(cast: Cast) -> None:
    with pytest.raises(MayNotWrite):
        advised(cast, cast.linda, "fluid", "more")
    with pytest.raises(MayNotWrite):
        advised(cast, cast.ria, "salt", "less")


def test_who_writes_nothing_medical_is_offered_nothing_medical(cast: Cast, client_of: Any) -> None:
    page = reverse("give_advice", kwargs={"network_id": cast.network})
    offered = [client_of(one).get(page).content.decode() for one in (cast.anouk, cast.linda)]
    assert ["Een medicijn" in shown for shown in offered] == [True, False]
    assert all("Traplopen" in shown for shown in offered)


def test_what_does_not_hold_together_is_refused(cast: Cast) -> None:
    two_one = {"low": Decimal(2), "high": Decimal(1), "unit": "l_day"}
    for topic, direction, more, refusal in (
        ("weather", "do", {}, NoTopic),
        ("medicine", "do", {}, NotNamed),
        ("fluid", "amount", {}, NoAmount),
        ("fluid", "amount", {"low": Decimal(1), "unit": "kg"}, NoAmount),
        ("fluid", "amount", two_one, WrongWayRound),
    ):
        with pytest.raises(refusal):
            advised(cast, cast.anouk, topic, direction, more=more)


def test_ended_and_replaced_advice_is_kept(cast: Cast, entered: Any) -> None:
    first = advised(cast, cast.anouk, "driving", "do_not")
    second = advised(cast, cast.fatima, "driving", "do", instead_of=first)
    with entered(cast.jannie):
        kept = Advice.objects.get(item_id=first)
        assert kept.ended_by_id == cast.fatima.person
        assert Advice.objects.get(item_id=second).instead_of_id == first
    with pytest.raises(EndedAlready):
        act(cast, cast.anouk, end_advice, item=first)
    # Reading is not ending.
    with pytest.raises(EndedAlready):
        act(cast, cast.peter, end_advice, item=second)
    act(cast, cast.anouk, end_advice, item=second, reason="De bloeddruk is weer goed.")
    with entered(cast.jannie):
        assert Advice.objects.filter(ended_at__isnull=False).count() == 2


def test_from_a_message_it_has_the_readers_of_the_message(cast: Cast, entered: Any) -> None:
    message = cast.item(about=cast.jannie, subject=Subject.TREATMENT, author=cast.anouk,
                        body="Minder zout graag.", denied=[cast.joost.member],
                        audience=None)  # fmt: skip
    told = Told(topic="salt", direction="less", by_member=cast.anouk.member)
    more = {"about": cast.jannie.member, "subject": Subject.DAY, "told": told, "source": message}
    item = act(cast, cast.fatima, give_advice, **more)
    with entered(cast.marijke):
        row = Advice.objects.get(item_id=item.id)
        assert (row.source_id, row.by_member_id) == (message, cast.anouk.member)
        assert Item.objects.get(id=item.id).subject == Subject.TREATMENT
    with entered(cast.joost):
        assert not Advice.objects.exists()
    hidden = cast.item(about=cast.jannie, subject=Subject.MIND, author=cast.anouk)
    with pytest.raises(NotHere):
        act(cast, cast.fatima, give_advice, **(more | {"source": hidden}))


def test_from_an_old_message_it_is_not_for_who_reads_only_what_is_new(
    cast: Cast, entered: Any
) -> None:
    earlier = datetime.now(UTC) - timedelta(days=2)
    message = cast.item(about=cast.jannie, subject=Subject.TREATMENT, author=cast.anouk,
                        body="Minder zout, om het hart.", at=earlier)  # fmt: skip
    cast.permit(cast.joost, Subject.TREATMENT, about=cast.jannie, read=True)
    told = Told(topic="salt", direction="less", by_member=cast.anouk.member)
    about = cast.jannie.member
    for source, reads in ((None, True), (message, False)):
        said = {"about": about, "subject": Subject.TREATMENT, "told": told, "source": source}
        item = act(cast, cast.fatima, give_advice, **said)
        with entered(cast.joost):
            assert not Item.objects.filter(id=message).exists()
            assert Item.objects.filter(id=item.id).exists() is reads
        with entered(cast.anouk):
            assert Item.objects.filter(id=item.id).exists()


def test_the_lock_lets_nobody_write_under_the_item_of_another(cast: Cast, entered: Any) -> None:
    item = cast.item(about=cast.jannie, subject=Subject.DAY, author=cast.anouk)
    row = {"network_id": cast.network, "about_id": cast.jannie.member, "topic": "salt",
           "direction": "less"}  # fmt: skip
    with pytest.raises(Error), entered(cast.fatima):
        Advice.objects.bulk_create([Advice(item_id=item, **row)])
    with entered(cast.anouk):
        Advice.objects.bulk_create([Advice(item_id=item, **row)])
