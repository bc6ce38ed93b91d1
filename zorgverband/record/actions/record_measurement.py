"""Writing down something measured: a number, or the two of a blood pressure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.circles import EVERYONE, FAMILY_CARE
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import LOINC
from ..models import Measurement, MeasurementPart
from ..numbers import figure_words
from ..plain_words import series_of
from .ground import InTheFuture, put_down


class NotANumber(Refusal):
    """Vul een getal in, bijvoorbeeld 81,5."""


class CannotBe(Refusal):
    """Dit getal kan niet kloppen. Kijk het nog eens na."""


@dataclass(frozen=True)
class Taken:
    """What was measured: its name, code and unit, and the numbers with the name and code of each.

    `low` and `high` are the normal range of a measurement of one number.
    """

    name: str
    code: str
    unit: str
    parts: Sequence[tuple[str, str, Decimal]]
    low: Decimal | None = None
    high: Decimal | None = None


def record_measurement(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    taken: Taken,
    at: datetime,
    note: str = "",
    audience: Sequence[UUID] | None = None,
    circle: str = "",
) -> Item:
    """Write down a measurement taken `at` (aware), for family and care, or for whom `audience` and
    `circle` say. Raises InTheFuture, NotANumber without numbers, and what sharing refuses."""
    if at > clock.now():
        raise InTheFuture(field="on")
    if not taken.parts:
        raise NotANumber(field="value")
    with kept_words():
        numbers = "/".join(figure_words(value) for _name, _code, value in taken.parts)
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=Subject.RESULTS,
        kind="measurement",
        title=f"{taken.name}: {numbers} {taken.unit}".strip() if taken.name else "",
        body=note,
        on=at,
        audience=audience,
        circle=FAMILY_CARE if circle == EVERYONE else circle,
    )
    single = len(taken.parts) == 1
    row = Measurement(
        item=item,
        network_id=seat.network,
        about_id=about,
        name=taken.name,
        code_system=LOINC if taken.code else "",
        code=taken.code,
        series=series_of(code_system=LOINC, code=taken.code, name=taken.name, unit=taken.unit),
        value=taken.parts[0][2] if single else None,
        unit=taken.unit,
        low=taken.low,
        high=taken.high,
        taken_at=at,
    )
    Measurement.objects.bulk_create([row])
    if not single:
        MeasurementPart.objects.bulk_create(_parts(seat.network, row, taken))
    return item


def _parts(network: UUID, row: Measurement, taken: Taken) -> list[MeasurementPart]:
    return [
        MeasurementPart(
            network_id=network,
            item=row,
            position=position,
            name=name,
            code_system=LOINC,
            code=code,
            value=value,
            unit=taken.unit,
        )
        for position, (name, code, value) in enumerate(taken.parts)
    ]
