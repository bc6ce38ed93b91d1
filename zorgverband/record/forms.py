"""What somebody fills in to write in the record, checked into values the actions take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from django.http import QueryDict

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.ui.sentences import kept_words

from .actions.record_measurement import CannotBe, NotANumber, Taken
from .kinds import KINDS, Kind
from .numbers import read_number

OTHER = "other"


class NoDate(Refusal):
    """Vul een datum in, bijvoorbeeld 21-11-2026."""


@dataclass(frozen=True)
class Field:
    """One field of a form. `kind`: text, area, date, time, select, choice or file."""

    name: str
    label: str
    kind: str = "text"
    value: str = ""
    hint: str = ""
    required: bool = False
    options: Sequence[tuple[str, str]] = ()


def text(data: QueryDict, name: str, *, most: int = 2000) -> str:
    """What was typed, without spaces around it, no longer than `most`."""
    return data.get(name, "").strip()[:most]


def day(data: QueryDict, name: str) -> date | None:
    """The date in a field, None for an empty one. Raises NoDate for what is no date."""
    typed = data.get(name, "").strip()
    if not typed:
        return None
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        raise NoDate(field=name) from None
    if found.year < 1900 or found.year > 2200:
        raise NoDate(field=name)
    return found


def needed_day(data: QueryDict, name: str) -> date:
    """The date in a field that may not be empty; raises NoDate."""
    found = day(data, name)
    if found is None:
        raise NoDate(field=name)
    return found


def moment(data: QueryDict, day_name: str, time_name: str) -> datetime:
    """The moment in a date and a time field; without a time noon, or now for today."""
    on = needed_day(data, day_name)
    typed = data.get(time_name, "").strip()
    if not typed:
        noon = datetime.combine(on, time(12), tzinfo=clock.HOME)
        return clock.now() if on == clock.today() else noon
    try:
        return datetime.combine(on, time.fromisoformat(typed), tzinfo=clock.HOME)
    except ValueError:
        raise NoDate(field=day_name) from None


def taken(data: QueryDict) -> Taken:
    """The measurement in a form. Raises NotANumber or CannotBe at the field it belongs to."""
    kind = KINDS.get(data.get("kind", ""))
    if kind is None:
        value = _number(data, "value", most=None)
        low, high = (_limit(data, name) for name in ("low", "high"))
        name, unit = text(data, "name", most=80), text(data, "unit", most=20)
        return Taken(name, "", unit, [(name, "", value)], low, high)
    with kept_words():
        return Taken(str(kind.label), kind.code, kind.unit, _parts(data, kind))


def _parts(data: QueryDict, kind: Kind) -> list[tuple[str, str, Decimal]]:
    names = ["value"] if len(kind.parts) == 1 else ["value", "second"]
    return [
        (str(part.label), part.code, _number(data, name, most=part.most))
        for name, part in zip(names, kind.parts, strict=True)
    ]


def _number(data: QueryDict, name: str, *, most: int | None) -> Decimal:
    found = read_number(data.get(name, ""))
    if found is None:
        raise NotANumber(field=name)
    if most is not None and not 0 <= found <= most:
        raise CannotBe(field=name)
    return found


def _limit(data: QueryDict, name: str) -> Decimal | None:
    return _number(data, name, most=None) if data.get(name, "").strip() else None
