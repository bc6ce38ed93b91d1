"""The network picture: nobody stands upon somebody else, however many there are."""

from datetime import timedelta
from itertools import combinations
from typing import Any

import pytest

from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.networks.functions import functions_of, label_of
from zorgverband.networks.queries import Face, initials_of
from zorgverband.plan.circles import Around, Circle, Contact
from zorgverband.plan.drawing import Drawing, Spot, meet
from zorgverband.plan.placing import around, below

NAMES = (
    "Jannie de Wit",
    "Marijke van den Heuvel-Oosterhuizen",
    "Bo",
    "Thuiszorg De Brug, team Oost",
)


def somebody(side: str, number: int) -> Around:
    options = functions_of(side)
    code = options[number % len(options)].code
    name = NAMES[number % len(NAMES)]
    face = Face(
        member=new_id(), person=new_id(), team=None, name=name, given_name=name,
        initials=initials_of(name), side=side, function_code=code, function=label_of(code),
        organisation="", phone="", coordinator=False, first_contact=False,
        joined_at=clock.now(), left_at=None,
    )  # fmt: skip
    at = clock.now() - timedelta(days=number * 9)
    does: Any = range(number % 3)
    return Around(
        face=face, does=does, contact=Contact(at, new_id(), False) if number % 4 else None
    )


def network(*, client: int, family: int, care: int, social: int) -> list[Circle]:
    counts = {"client": client, "family": family, "care": care, "social": social}
    return [
        Circle(side, side, [somebody(side, number) for number in range(count)])
        for side, count in counts.items()
        if count
    ]


def crowded(drawing: Drawing) -> list[tuple[Spot, Spot]]:
    return [(one, two) for one, two in combinations(drawing.spots, 2) if meet(one, two)]


def outside(drawing: Drawing) -> list[Spot]:
    return [
        one
        for one in drawing.spots
        if one.box[0] < 0 or one.box[1] < 0
        or one.box[2] > drawing.width or one.box[3] > drawing.height
    ]  # fmt: skip


@pytest.mark.parametrize("sizes", [(1, 1, 0, 0), (1, 3, 5, 1), (2, 8, 14, 6), (5, 0, 2, 12)])
def test_nobody_stands_upon_somebody_else_or_outside(sizes: tuple[int, int, int, int]) -> None:
    found = network(**dict(zip(("client", "family", "care", "social"), sizes, strict=True)))
    for drawing in (around(found), below(found)):
        assert len(drawing.spots) == sum(sizes)
        assert not crowded(drawing)
        assert not outside(drawing)


def test_thirty_people_are_still_legible_where_they_are_drawn() -> None:
    found = network(client=2, family=8, care=14, social=6)
    # Letters of 16 high; the wide picture gets 1,200 px, the narrow one a phone of 360.
    assert 16 * 1200 / around(found).width > 12
    assert below(found).width <= 360


def test_the_check_sees_who_stands_upon_somebody_else() -> None:
    # The control.
    drawing = around(network(client=1, family=2, care=0, social=0))
    assert meet(drawing.spots[1], drawing.spots[1])
    drawing.width = 100
    assert outside(drawing)


def test_around_each_other_the_circles_grow_and_each_holds_its_own() -> None:
    found = network(client=1, family=4, care=9, social=3)
    drawing = around(found)
    assert [ring.side for ring in drawing.rings] == ["social", "care", "family"]
    tops = [ring.title_y for ring in drawing.rings]
    assert tops == sorted(tops)
    assert around(found) == drawing
