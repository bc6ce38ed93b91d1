"""What somebody fills in to give an advice, checked into what the action takes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of
from zorgverband.networks.queries import Face

from .actions import Told
from .actions.give_advice import NoAmount
from .models import Direction

MOST = Decimal(1000000)


class NoDay(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


def read_told(data: QueryDict, people: Mapping[UUID, Face]) -> Told:
    """What the form says. Raises NoAmount or NoDay at the field it belongs to."""
    low, high = _number(data, "low"), _number(data, "high")
    direction = data.get("direction", "")
    if not direction and (low is not None or high is not None):
        direction = Direction.AMOUNT
    amount = direction == Direction.AMOUNT
    by = _member(data.get("by", ""), people)
    return Told(
        topic=data.get("topic", ""), direction=direction,
        what=data.get("what", "").strip()[:120], code=data.get("code", "").strip().upper()[:10],
        low=low if amount else None, high=high if amount else None,
        unit=data.get("unit", "") if amount else "",
        starts_on=_day(data, "starts_on"), ends_on=_day(data, "ends_on"), by_member=by,
        by_name="" if by else data.get("by_name", "").strip()[:120],
    )  # fmt: skip


def _number(data: QueryDict, name: str) -> Decimal | None:
    typed = data.get(name, "").strip().replace(",", ".")
    if not typed:
        return None
    try:
        number = Decimal(typed)
    except ArithmeticError:
        raise NoAmount(field=name) from None
    if not number.is_finite() or not 0 <= number <= MOST:
        raise NoAmount(field=name)
    return round(number, 2)


def _day(data: QueryDict, name: str) -> date | None:
    typed = data.get(name, "").strip()
    found = day_of(typed) if typed else None
    if typed and found is None:
        raise NoDay(field=name)
    return found


def _member(typed: str, people: Mapping[UUID, Face]) -> UUID | None:
    return next((member for member in people if str(member) == typed), None)
