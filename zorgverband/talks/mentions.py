"""Whom a message is meant for: who was picked, and who is called by '@' and their given name."""

import re
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

_CALLED = re.compile(r"(?<![\w@.])@([^\W\d_][\w'’-]*)")


def called_in(
    text: str, names: Mapping[UUID, str], *, reading: Collection[UUID] = ()
) -> list[UUID]:
    """The persons called in the text: '@Fatima'. Of two with one given name the one of them who is in
    `reading` (who reads it, besides who says it); else nobody: those are picked.

    `names`: everybody who took part, so that calling somebody who does not read it is found too.
    """
    found: dict[str, list[UUID]] = {}
    for person, name in names.items():
        found.setdefault(name.split(" ")[0].casefold(), []).append(person)
    called = [found.get(word.casefold(), []) for word in _CALLED.findall(text)]
    meant = [
        those if len(those) == 1 else [one for one in those if one in reading] for those in called
    ]
    return list(dict.fromkeys(those[0] for those in meant if len(those) == 1))


def picked(values: Iterable[str]) -> list[UUID]:
    """The persons ticked in a form; raises ValueError for what was never offered."""
    return [UUID(value) for value in values]
