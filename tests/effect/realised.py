"""What an act really changed, worked out by the rule written a second time from the facts before it
and after it, without asking the locks."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from tests.rule.model import MEDICAL, SUBJECTS, Fact, Rule
from zorgverband.base.effecting import Prospect, Sight

NUMBER = {code: number for number, code in enumerate(SUBJECTS, start=1)}
Cell = tuple[str, str, str]


def realised(viewer: str, before: Rule, after: Rule) -> tuple[list[Sight], list[Prospect]]:
    """Who reads and writes what differently, as far as this viewer may know: of items they read and
    of members they saw before the act."""
    return sorted(_sights(viewer, before, after)), sorted(_prospects(viewer, before, after))


def _seen(viewer: str, old: Rule, rule: Rule) -> set[str]:
    """The members the viewer, as they were, may see."""
    seat = old.seats[viewer]["id"]

    def seen(member: str) -> bool:
        inside = rule.members[member]["compartment"]
        return inside is None or seat == member or seat in old._named.get(inside, ())

    return {member for member in rule.members if seen(member)}


def _known(viewer: str, old: Rule, rule: Rule) -> dict[str, Fact]:
    """Who sits where now, of those members."""
    seen = _seen(viewer, old, rule)
    return {person: one for person, one in rule.seats.items() if one["id"] in seen}


def _sights(viewer: str, before: Rule, after: Rule) -> Iterator[Sight]:
    items = [item for item in before.network["items"] if before.may_read(viewer, item)]
    now = {item["id"]: item for item in after.network["items"]}
    old, new = _known(viewer, before, before), _known(viewer, before, after)
    for person in old.keys() | new.keys():
        read = [person in old and before.may_read(person, item) for item in items]
        reads = [person in new and after.may_read(person, now[item["id"]]) for item in items]
        member = new[person]["id"] if any(reads) else old[person]["id"] if any(read) else ""
        found: dict[tuple[bool, str, str], list[str]] = defaultdict(list)
        for item, then, later in zip(items, read, reads, strict=True):
            if then != later:
                found[later, item["about"], item["subject"]].append(item["id"])
        for (gained, about, subject), ids in found.items():
            mark = hashlib.sha256(",".join(sorted(ids)).encode()).hexdigest()
            yield Sight(gained, UUID(person), UUID(member), UUID(about), NUMBER[subject],
                        len(ids), mark)  # fmt: skip


def _prospects(viewer: str, before: Rule, after: Rule) -> Iterator[Prospect]:
    social = before.seats[viewer]["side"] == "social"
    old = dict(_prospect_cells(before, _seen(viewer, before, before), social=social))
    new = dict(_prospect_cells(after, _seen(viewer, before, after), social=social))
    for cell in old.keys() | new.keys():
        old_member, *then = old.get(cell, ("", False, False))
        new_member, *now = new.get(cell, ("", False, False))
        if then != now:
            person, about, subject = cell
            reads, writes = (int(b) - int(a) for a, b in zip(then, now, strict=True))
            yield Prospect(UUID(person), UUID(str(new_member or old_member)), UUID(about),
                           NUMBER[subject], reads, writes)  # fmt: skip


def _prospect_cells(
    rule: Rule, seen: set[str], *, social: bool
) -> Iterator[tuple[Cell, tuple[Any, ...]]]:
    seats = {person: one for person, one in rule.seats.items() if one["id"] in seen}
    for about, codes in _abouts(rule, seen):
        for code in codes:
            if social and code in MEDICAL:
                continue
            for person, seat in seats.items():
                line, writes = rule.new(person, about, code)
                if line > 0 or writes:
                    yield (person, about, code), (seat["id"], line > 0, writes)


def _abouts(rule: Rule, seen: set[str]) -> Iterator[tuple[str, list[str]]]:
    yield rule.network["id"], [code for code in SUBJECTS if code not in MEDICAL]
    for member in (one for id, one in rule.members.items() if id in seen):
        if member["side"] == "client":
            yield member["id"], SUBJECTS
        elif member["side"] == "family":
            yield member["id"], ["carer"]
