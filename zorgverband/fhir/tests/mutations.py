"""Seeded random damage to a FHIR document: what a broken export or a careless edit does to it."""

import copy
import random
from collections.abc import Iterator
from typing import Any

STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, "", " ", "x", "#", "#x", "2020-13-45", "0000"),
    *([], {}, [[]], [None], [{}], {"x": 1}, "Patient/jannie", "http://", "urn:uuid:x", "\u0000"),
    *("é" * 300, "entered-in-error", {"reference": "#"}, {"reference": 5}, {"coding": [{}]}),
    *([{"resourceType": "Patient"}], {"resourceType": "Bundle"}, "9999-12-31T23:59:60+14:00"),
    *("0001", "0001-01-01T00:00:00+14:00", {"value": 1}, {"text": {}}, "{}", "[]"),
)


def spots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: its container and its key or index."""
    stack = [value]
    while stack:
        item = stack.pop()
        keys: Any = item.keys() if isinstance(item, dict) else range(len(item))
        for key in keys:
            yield item, key
            if isinstance(item[key], dict | list):
                stack.append(item[key])


def damaged(document: Any, chance: random.Random) -> Any:
    """A copy with one to three things dropped, replaced, doubled, swapped or renamed."""
    broken = copy.deepcopy(document)
    for _ in range(chance.randint(1, 3)):
        places = list(spots(broken))
        if places:
            _hit(places, chance)
    return broken


def _hit(places: list[tuple[Any, Any]], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    other, its_key = chance.choice(places)
    blow = chance.randrange(5)
    if blow == 0:
        del holder[key]
    elif blow == 1:
        holder[key] = copy.deepcopy(chance.choice(STRANGE))
    elif blow == 2:
        holder[key] = copy.deepcopy(other[its_key])
    elif blow == 3 and isinstance(holder, dict):
        holder[f"{key}x" if chance.random() < 0.5 else f"_{key}"] = holder.pop(key)
    else:
        holder[key] = [holder[key]]


def cut(text: bytes, chance: random.Random) -> bytes:
    """The same bytes with a part gone, or a few of them changed."""
    if chance.random() < 0.5:
        return text[: chance.randrange(len(text))]
    broken = bytearray(text)
    for _ in range(chance.randint(1, 4)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)
