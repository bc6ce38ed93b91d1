"""Questions that are composed once: the words of a long query are the same for every reader, and making
them anew took longer than the database took to answer.

    @composed
    def _waiting(networks: Collection[UUID]) -> QuerySet[Any, Any]: ...

The query set is made once per process, with stand-ins for what is asked with; later calls put what
is asked with in their places. The moment of `clock` is one of these, and so is a moment or a day that
lies a fixed time before or after it, so that no query keeps the moment at which it was first asked. To
tell these from what changes in another way, a query is made at two moments that have nothing in common.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import QuerySet
from django.db.models.query import ValuesIterable
from psycopg import sql

from . import clock

# Far from any moment that a query could hold for another reason; in summer and in winter.
_MOMENT = datetime(2345, 6, 7, 8, 9, 10, 111213, tzinfo=UTC)
_OTHER = datetime(2351, 11, 23, 19, 20, 21, 314151, tzinfo=UTC)
# What is asked with stands further from the moment than any query goes back or ahead.
_FAR = timedelta(days=100_000)
_DAY = _MOMENT.astimezone(clock.HOME).date()
Compose = Callable[..., QuerySet[Any, Any]]
Standing = dict[UUID | date, tuple[int, Any]]


class NotComposable(TypeError):
    """A query holds a value that belongs to one call only, and that was not asked with."""


def composed(query: Compose) -> Callable[..., list[Any]]:
    """Make a function that answers the rows of `query`, a query set of `values` or `values_list`.

    Called with ids, collections of ids (which may be empty), days and plain values, by place; for each
    plain value it is composed apart. In the query the ids may only be compared with; raises NotComposable
    for a query that computes with the moment in another way than a fixed time before or after it, or with
    another value of a single call.
    """
    made: dict[tuple[object, ...], _Composed] = {}

    @wraps(query)
    def rows(*given: Any) -> list[Any]:
        shape = tuple(_shape(one) for one in given)
        if shape not in made:
            made[shape] = _compose(query, given)
        return made[shape].rows(given)

    return rows


def _shape(one: object) -> object:
    if isinstance(one, UUID | date):
        return type(one)
    return list if isinstance(one, Collection) and not isinstance(one, str) else one


@dataclass(frozen=True)
class _Composed:
    """The words of a query, what comes in its places, and how its rows are read. `names` is None for
    rows that are read by place."""

    words: str
    places: Sequence[Callable[[Sequence[Any]], Any]]
    names: Sequence[str] | None
    reading: Sequence[tuple[int, Any, Any]]

    def rows(self, given: Sequence[Any]) -> list[Any]:
        """The rows for what is asked with."""
        with connection.cursor() as cursor:
            cursor.execute(self.words, [place(given) for place in self.places])
            found: list[Any] = cursor.fetchall()
        if self.reading:
            found = [self._read(row) for row in found]
        names = self.names
        return found if names is None else [dict(zip(names, row, strict=True)) for row in found]

    def _read(self, row: Sequence[Any]) -> tuple[Any, ...]:
        values = list(row)
        for place, converters, expression in self.reading:
            for converter in converters:
                values[place] = converter(values[place], expression, connection)
        return tuple(values)


def _compose(query: Compose, given: Sequence[Any]) -> _Composed:
    standing = [_standing(one, at) for at, one in enumerate(given)]
    asked = list(map(_stand_in, given, standing))
    with clock.at(_OTHER):
        other = query(*asked).query.get_compiler(using="default").as_sql()
    with clock.at(_MOMENT):
        rows: Any = query(*asked)
        compiler: Any = rows.query.get_compiler(using="default")
        words, parameters = compiler.as_sql()
    if words != other[0]:
        raise NotComposable("a query with other words at another moment is composed once")
    for value, later in zip(parameters, other[1], strict=True):
        if _fixed(value, _MOMENT) != _fixed(later, _OTHER):
            raise NotComposable("a query that computes with the moment is composed once")
    text, places = _worded(words, parameters, dict(zip(standing, enumerate(given), strict=True)))
    shown = [one[0] for one in compiler.select[: compiler.col_count]]
    by_name = issubclass(rows._iterable_class, ValuesIterable)
    return _Composed(
        text, places, list(rows.query.selected) if by_name else None,
        [(at, *reading) for at, reading in compiler.get_converters(shown).items()],
    )  # fmt: skip


def _standing(one: Any, at: int) -> UUID | date:
    if isinstance(one, datetime):
        return _MOMENT + _FAR * (1 + at)
    return _DAY + _FAR * (1 + at) if isinstance(one, date) else uuid4()


def _fixed(value: Any, moment: datetime) -> Any:
    """What of a value must be the same at every moment: how far from it a moment or a day lies; of what
    is asked with, and of anything else, the value itself."""
    away = _away(value, moment)
    return value if away is None else (type(value), away)


def _away(value: Any, moment: datetime) -> timedelta | None:
    """How far from the moment, or its day, this moment or day lies; None for all else."""
    if not isinstance(value, date):
        return None
    if isinstance(value, datetime):
        found = value - moment
    else:
        found = value - moment.astimezone(clock.HOME).date()
    return found if abs(found) < _FAR / 2 else None


def _stand_in(one: Any, standing: UUID | date) -> Any:
    kind = _shape(one)
    return [standing] if kind is list else one if kind is one else standing


def _worded(
    words: str, parameters: Sequence[Any], standing: Standing
) -> tuple[str, list[Callable[[Sequence[Any]], Any]]]:
    """The words with every constant in them, and what comes in the places that are left."""
    parts = re.split("%s", words)
    text, places = parts[0], []
    for part, value in zip(parts[1:], parameters, strict=True):
        place = _place(value, standing)
        if place is None:
            text += _constant(value) + part
            continue
        if _is_many(value, standing) and text.endswith(" IN (") and part.startswith(")"):
            # Of how many there are: the words are the same for any number.
            text = text.removesuffix(" IN (") + " = ANY ("
        text += "%s" + part
        places.append(place)
    return text, places


def _is_many(value: Any, standing: Standing) -> bool:
    return isinstance(value, UUID) and _shape(standing[value][1]) is list


def _place(value: Any, standing: Standing) -> Callable[[Sequence[Any]], Any] | None:
    """What comes where this stand-in stands; None for what is the same in every call."""
    one = value[0] if isinstance(value, list) and len(value) == 1 else value
    if isinstance(one, UUID | date) and one in standing:
        at, example = standing[one]
        if _shape(example) is list:
            return lambda given: list(given[at])
        return lambda given: given[at] if one is value else [given[at]]
    away = _away(value, _MOMENT)
    if away is None:
        return None
    if isinstance(value, datetime):
        return lambda _given: clock.now() + away
    return lambda _given: clock.today() + away


def _constant(value: Any) -> str:
    """A value that stands in the words themselves."""
    if not isinstance(value, str | int | float | None):
        raise NotComposable(f"{type(value).__name__} in a query that is composed once")
    plain = str(value) if isinstance(value, str) else value
    return sql.Literal(plain).as_string(connection.connection).replace("%", "%%")
