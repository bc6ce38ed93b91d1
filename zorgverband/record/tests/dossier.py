"""Writing in the record and opening its pages in tests."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base import clock
from zorgverband.record.actions import Taken, record_measurement
from zorgverband.record.models import Measurement
from zorgverband.sharing.models import Item

PDF = b"%PDF-1.4\n%%EOF\n"


def page(name: str, cast: Cast, **parts: Any) -> str:
    """The address of a page of the record."""
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def act(cast: Cast, who: Somebody, verb: Any, **words: Any) -> Any:
    """Do this verb about Jannie as somebody, under the real locks."""
    with inside(who.person, (cast.network,)) as viewer:
        words.setdefault("about", cast.jannie.member)
        return verb(seat=viewer.seat(cast.network), person=who.person, **words)


def pressure(upper: int, lower: int) -> Taken:
    """A blood pressure."""
    parts = [("Bovendruk", "8480-6", Decimal(upper)), ("Onderdruk", "8462-4", Decimal(lower))]
    return Taken("Bloeddruk", "85354-9", "mmHg", parts)


def weight(value: str, **limits: Decimal) -> Taken:
    """A body weight."""
    return Taken("Gewicht", "29463-7", "kg", [("Gewicht", "29463-7", Decimal(value))], **limits)


def measured(cast: Cast, who: Somebody, taken: Taken, *, days_ago: float = 1) -> UUID:
    """Write down a measurement of some days ago and answer its item."""
    at = clock.now() - timedelta(days=days_ago)
    item = act(cast, who, record_measurement, taken=taken, at=at)
    return UUID(str(item.id))


def series_of_weight(cast: Cast) -> UUID:
    """The series of the weight of Jannie."""
    rows = Measurement.objects.using("owner").filter(network_id=cast.network, code="29463-7")
    return UUID(str(rows.values_list("series", flat=True)[0]))


def many_weights(cast: Cast, who: Somebody, count: int) -> None:
    """Put this many weights there as the owner, an hour apart, without events."""
    last = clock.now()
    made = [_weight(cast, who, last - timedelta(hours=one + 1), one) for one in range(count)]
    Item.objects.using("owner").bulk_create([item for item, _row in made])
    Measurement.objects.using("owner").bulk_create([row for _item, row in made])


def _weight(cast: Cast, who: Somebody, at: datetime, number: int) -> tuple[Item, Measurement]:
    from zorgverband.record.plain_words import series_of

    item = Item(
        network_id=cast.network, about_id=cast.jannie.member, subject=3, kind="measurement",
        author_id=who.person, author_member_id=who.member, created_at=at, happened_at=at,
        title="Gewicht", in_news=False,
    )  # fmt: skip
    row = Measurement(
        item=item, network_id=cast.network, about_id=cast.jannie.member, name="Gewicht",
        code_system="http://loinc.org", code="29463-7", unit="kg", taken_at=at,
        value=Decimal(600 + number % 70) / 10,
        series=series_of(code_system="http://loinc.org", code="29463-7", name="", unit="kg"),
    )  # fmt: skip
    return item, row


def unmasked(response: Any) -> bytes:
    """A page without what differs between two sessions: tokens and keys."""
    return re.sub(rb'(value|content)="[0-9A-Za-z]{32,64}"', b"", response.content)
