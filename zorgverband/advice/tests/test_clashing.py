"""Which advices contradict each other, and which only seem to."""

from datetime import date
from decimal import Decimal

import pytest

from zorgverband.advice.clashing import Clash, Said, clash
from zorgverband.advice.topics import BITES, TOPICS
from zorgverband.advice.units import UNITS


def amount(topic: str, low: str | None, high: str | None, unit: str) -> Said:
    """An amount of something."""
    numbers = [None if one is None else Decimal(one) for one in (low, high)]
    return Said(topic, "amount", low=numbers[0], high=numbers[1], unit=unit)


CLASHING = [
    (Said("driving", "do"), Said("driving", "do_not"), Clash.OPPOSITE),
    (Said("fluid", "more"), Said("fluid", "less"), Clash.OPPOSITE),
    (Said("rest", "more"), Said("movement", "more"), Clash.BITING),
    (Said("dry", "do"), amount("shower", "1", None, "times_day"), Clash.BITING),
    (amount("fluid", "1.5", "2", "l_day"), amount("fluid", None, "1200", "ml_day"), Clash.DISJOINT),
    (Said("alcohol", "do_not"), amount("alcohol", None, "1", "glass_day"), Clash.OPPOSITE),
    (Said("alcohol", "do"), amount("alcohol", None, "0", "glass_day"), Clash.OPPOSITE),
    (
        Said("medicine", "do", what="Furosemide 40 mg"),
        Said("medicine", "do_not", what="furosemide"),
        Clash.OPPOSITE,
    ),
    (
        Said("medicine", "do", what="Lasix", code="C03CA01"),
        Said("medicine", "do_not", what="furosemide", code="C03CA01"),
        Clash.OPPOSITE,
    ),
]
AGREEING = [
    (Said("driving", "do_not"), Said("driving", "do_not")),
    (Said("driving", "do_not"), Said("driving", "less")),
    (Said("fluid", "more"), Said("salt", "less")),
    (Said("rest", "more"), Said("movement", "less")),
    (amount("fluid", "1.5", "2", "l_day"), amount("fluid", "2000", None, "ml_day")),
    (amount("fluid", "1", "1.5", "l_day"), Said("fluid", "more")),
    (amount("movement", "30", None, "min_day"), amount("movement", None, "5", "times_week")),
    (Said("medicine", "do", what="furosemide"), Said("medicine", "do_not", what="ibuprofen")),
    (Said("wound", "do", what="hiel"), Said("wound", "do_not", what="stuit")),
    (Said("driving", "do"), Said("alcohol", "do_not")),
]


@pytest.mark.parametrize(("one", "other", "how"), CLASHING)
def test_a_contradiction_is_found_whichever_comes_first(one: Said, other: Said, how: Clash) -> None:
    assert clash(one, other) is how
    assert clash(other, one) is how


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_can_be_followed_both_is_none(one: Said, other: Said) -> None:
    assert clash(one, other) is None
    assert clash(other, one) is None


def test_advice_for_other_days_is_no_contradiction() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 31)
    one = Said("driving", "do_not", starts_on=first, ends_on=last)
    assert clash(one, Said("driving", "do", starts_on=date(2026, 4, 1))) is None
    assert clash(one, Said("driving", "do", starts_on=date(2026, 3, 31))) is Clash.OPPOSITE
    assert clash(one, Said("driving", "do")) is Clash.OPPOSITE


def test_the_tables_name_only_what_there_is() -> None:
    assert {topic for pair in BITES for topic, _way in pair} <= set(TOPICS)
    assert {unit for topic in TOPICS.values() for unit in topic.units} <= set(UNITS)
