"""What the detector says in SQL of many at once is what the rooms say in Python of one."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from random import Random
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connections

from tests.cast import Cast
from zorgverband.advice.clashing import Said, clash
from zorgverband.advice.models import Direction
from zorgverband.advice.topics import BITES, TOPICS
from zorgverband.base import clock
from zorgverband.base.repeating import FOREVER, Repeat, Rule
from zorgverband.record.doubles import double

from .bank import Stage
from .facts import advice, medicine

MEDICINES = (
    ("Furosemide 40 mg", "C03CA01"), ("Lasix", "C03CA01"), ("Bumetanide", "C03CA02"),
    ("Naproxen 250", ""), ("naproxen, 500", ""), ("Paracetamol", "N02BE01"), ("paracetamol", ""),
    ("ASA", ""), ("ASA 80", ""), ("Metoprolol", "C07AB"), ("Metoprolol retard", "C07AB02"),
)  # fmt: skip


def found(stage: Stage, kind: str) -> set[frozenset[UUID]]:
    """The pairs of items a rule finds."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f"SELECT facts FROM privacy.find_{kind}(%s, %s, %s, false)",
            [[stage.cast.network], stage.at(1), stage.on(1)],
        )
        return {frozenset(row[0]) for row in cursor.fetchall()}


def test_advice_contradicts_in_the_database_as_in_the_room(cast: Cast, db: None) -> None:
    stage, chance, said = Stage(cast), Random(7), {}
    topics = sorted({topic for pair in BITES for topic, _way in pair} | {"fluid", "wound", "salt"})
    for _number in range(70):
        topic, direction = chance.choice(topics), chance.choice(Direction.values)
        units = TOPICS[topic].units
        if direction == Direction.AMOUNT and not units:
            direction = Direction.DO
        says: dict[str, Any] = {"what": chance.choice(["", "Links", "links boven", "rechts"])}
        amount: dict[str, str] = {}
        if direction == Direction.AMOUNT:
            says["unit"] = chance.choice(units)
            low, high = sorted(chance.sample([0, 1, 2, 5, 60, 1500, 2000], 2))
            amount = chance.choice([{"low": str(low)}, {"high": str(low)},
                                    {"low": str(low), "high": str(high)}])  # fmt: skip
        item = advice(stage, topic, direction, columns=says, **amount)  # type: ignore[arg-type]
        said[item] = Said(topic=topic, direction=direction, **says,
                          **{key: Decimal(value) for key, value in amount.items()})  # type: ignore[arg-type]  # fmt: skip
    wanted = {frozenset(pair) for pair in combinations(said, 2)
              if clash(said[pair[0]], said[pair[1]])}  # fmt: skip
    assert found(stage, "contradictory_advice") == wanted
    assert 20 < len(wanted) < len(said) ** 2 / 4


def test_medicines_are_double_in_the_database_as_in_the_room(cast: Cast, db: None) -> None:
    stage = Stage(cast)
    items = {medicine(stage, name, code): (name, code) for name, code in MEDICINES}
    wanted = set()
    for one, other in combinations(items, 2):
        (name, code), (other_name, other_code) = items[one], items[other]
        if double(atc=code, name=name, other_atc=other_code, other_name=other_name):
            wanted.add(frozenset((one, other)))
    assert found(stage, "double_medication") == wanted
    assert len(wanted) > 4


@pytest.mark.parametrize("repeat", Repeat.values)
def test_what_repeats_falls_on_the_same_days(owner: psycopg.Connection[Any], repeat: str) -> None:
    chance, today = Random(repeat), clock.today()
    for _number in range(12):
        first = today - timedelta(days=chance.randint(0, 500))
        last = chance.choice([FOREVER, first + timedelta(days=chance.randint(0, 700))])
        weekdays = tuple(sorted(chance.sample(range(7), chance.randint(0, 3))))
        if repeat not in (Repeat.WEEKLY, Repeat.BIWEEKLY):
            weekdays = ()
        until = first + timedelta(days=800)
        rows = owner.execute(
            "SELECT %s::date + n FROM generate_series(0, 800) AS n WHERE privacy.falls_on"
            "(%s, %s, %s, %s::smallint[], %s::date + n)",
            [first, first, last, repeat, list(weekdays), first],
        ).fetchall()
        wanted: list[date] = Rule(first, last, Repeat(repeat), weekdays).days(first, until)
        assert [row[0] for row in rows] == wanted
