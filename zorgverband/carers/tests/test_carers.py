"""What carers say about themselves: who reads it, and what is kept."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import Error

from tests.cast import Cast, Somebody
from tests.visitor import inside
from tests.waiting import held
from zorgverband.base.refusals import NotHere, NotYours
from zorgverband.carers.actions import Offered, offer, say_how_it_goes
from zorgverband.carers.actions.offer import NothingSaid, NotSoManyHours
from zorgverband.carers.actions.say_how_it_goes import NotAllAnswered, NotAnswered
from zorgverband.carers.models import CarerCheck, CarerOffer, CarerTask
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

OFFERED = Offered(
    tasks={"groceries": "wants", "nights": "not"}, hours=Decimal(6), weekdays=(5, 2),
    respite_weeks=8, limits="Niet tillen.",
)  # fmt: skip


def act(cast: Cast, who: Somebody, verb: Any, **said: Any) -> UUID:
    """Say something as this carer; answers the item."""
    with inside(who.person, (cast.network,)) as viewer:
        item = verb(seat=viewer.seat(cast.network), person=who.person, **said)
    return UUID(str(item.id))


def test_only_the_carer_and_whom_they_chose_read_it(cast: Cast, entered: Any) -> None:
    # Even who reads everything about Marijke does not read what she chose other readers for.
    cast.permit(cast.anouk, Subject.CARER, about=cast.marijke, read=True, past=True)
    alone = act(cast, cast.marijke, say_how_it_goes, holds=2)
    chosen = act(cast, cast.marijke, say_how_it_goes, holds=3, readers=[cast.hanneke.member])
    act(
        cast, cast.marijke, offer, offered=OFFERED, readers=[cast.hanneke.member, cast.linda.member]
    )
    seen = {
        "marijke": {alone, chosen}, "hanneke": {chosen}, "linda": set(), "anouk": set(),
        "jannie": set(), "peter": set(), "fatima": set(),
    }  # fmt: skip
    for name, items in seen.items():
        with entered(cast.people[name]):
            assert set(CarerCheck.objects.values_list("item_id", flat=True)) == items, name
            offers = name in ("marijke", "hanneke", "linda")
            assert CarerOffer.objects.count() == int(offers), name
            assert CarerTask.objects.count() == 2 * int(offers), name
            assert Item.objects.filter(subject=Subject.CARER).count() == len(items) + int(offers)


def test_of_two_offers_at_once_the_last_one_counts(cast: Cast, entered: Any) -> None:
    first = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke,
                      kind="carer_offer")  # fmt: skip
    made = []

    def again() -> None:
        made.append(act(cast, cast.marijke, offer, offered=OFFERED))

    with held(again) as raised:
        row = CarerOffer(item_id=first, network_id=cast.network, about_id=cast.marijke.member)
        CarerOffer.objects.using("owner").bulk_create([row])
    assert raised == []
    with entered(cast.marijke):
        assert [CarerOffer.objects.get(replaced_at__isnull=True).item_id] == made
        assert CarerTask.objects.filter(item_id__in=made).count() == 2


def test_a_new_offer_takes_the_place_of_the_old_one_which_is_kept(cast: Cast, entered: Any) -> None:
    old = act(cast, cast.marijke, offer, offered=OFFERED)
    new = act(cast, cast.marijke, offer, offered=Offered(hours=Decimal("3.5")))
    with entered(cast.marijke):
        assert CarerOffer.objects.get(replaced_at__isnull=True).item_id == new
        kept = CarerOffer.objects.get(item_id=old)
        assert (kept.hours, kept.weekdays, kept.respite_weeks) == (Decimal(6), [2, 5], 8)


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    for who, verb, said, refusal in (
        (cast.fatima, say_how_it_goes, {"holds": 4}, NotYours),
        (cast.jannie, offer, {"offered": OFFERED}, NotYours),
        (cast.marijke, say_how_it_goes, {"holds": None}, NotAnswered),
        (cast.marijke, say_how_it_goes, {"holds": 3, "answers": [1, 2]}, NotAllAnswered),
        (cast.marijke, offer, {"offered": Offered()}, NothingSaid),
        (cast.marijke, offer, {"offered": Offered(hours=Decimal(200))}, NotSoManyHours),
        (cast.marijke, offer, {"offered": OFFERED, "readers": [cast.network]}, NotHere),
    ):
        with pytest.raises(refusal):
            act(cast, who, verb, **said)
    assert act(cast, cast.peter, say_how_it_goes, holds=4, answers=[0, 1, 2, 0, 1, 2])


def test_nobody_says_it_for_a_carer(cast: Cast, entered: Any) -> None:
    cast.permit(cast.hanneke, Subject.CARER, about=cast.marijke, read=True, write=True)
    item = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.hanneke)
    row = CarerCheck(item_id=item, network_id=cast.network, about_id=cast.marijke.member,
                     on_date="2026-11-01", holds=1)  # fmt: skip
    with pytest.raises(Error), entered(cast.hanneke):
        CarerCheck.objects.bulk_create([row])
    own = cast.item(about=cast.marijke, subject=Subject.CARER, author=cast.marijke)
    row.item_id = own
    with entered(cast.marijke):
        CarerCheck.objects.bulk_create([row])
