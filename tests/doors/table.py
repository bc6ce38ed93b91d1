"""The doors table as values, and as a page: `python -m tests.doors.table > docs/doors.md`.

A *door* is one name of the URL configuration. A *network* door stands inside one network, a *person*
door is somebody's own, an *open* door also answers who is not signed in. What a door is asked and
what everybody must hear is written in `tests/doors/rows.py`, in words such as

    "GET health 200 cdngk 404 bm"

method, what the address names, and per answer the letters of the roles (`tests/doors/people.py`)
that get it. Of a network door every outsider gets 404 and who is not signed in 302, to signing in.
For the other doors `o` is somebody without a seat and `x` who is not signed in.
"""

import os
import re
import sys
from dataclasses import dataclass, field
from typing import Any

from .people import INSIDE, LETTERS

NETWORK, PERSON, OPEN = "network", "person", "open"
BY_KEY, BY_NATURE, SIGNING_IN = "key", "nature", "signing in"
_EXTRA = {NETWORK: "", PERSON: "o", OPEN: "ox"}
_HEAD = re.compile(r"^(GET|POST) (\S+)((?: \d{3} [a-z]+)+)$")


@dataclass(frozen=True)
class Ask:
    """One method at one address: `what` names what it is about, `answers` the status by letter."""

    method: str
    what: str
    answers: dict[str, int] = field(repr=False)


@dataclass(frozen=True)
class Door:
    """One name of the URL configuration. `once` says how a repeated POST is harmless: by its key,
    by nature, or because it only changes who is signed in."""

    name: str
    kind: str
    purpose: str
    asks: tuple[Ask, ...]
    once: str = BY_KEY

    @property
    def methods(self) -> set[str]:
        """What may be asked of it, besides HEAD and OPTIONS."""
        return {ask.method for ask in self.asks}


def door(kind: str, name: str, purpose: str, *asks: str, once: str = BY_KEY) -> Door:
    """A line of the table. Raises ValueError for a letter that is missing or stands there twice."""
    return Door(name, kind, purpose, tuple(_ask(text, kind) for text in asks), once)


def _ask(text: str, kind: str) -> Ask:
    found = _HEAD.match(text)
    if found is None:
        raise ValueError(f"not an ask: {text}")
    words = found[3].split()
    answers: dict[str, int] = {}
    for status, letters in zip(words[::2], words[1::2], strict=True):
        for letter in letters.replace("all", LETTERS):
            if letter in answers:
                raise ValueError(f"{letter} twice: {text}")
            answers[letter] = int(status)
    if set(answers) != set(LETTERS + _EXTRA[kind]):
        raise ValueError(f"letters missing or unknown: {text}")
    return Ask(found[1], found[2], answers)


def patterns(resolver: Any = None, before: str = "") -> dict[str, tuple[str, Any]]:
    """Every name of the URL configuration, with its address and view. Raises ValueError for an
    address without a name, or a name that stands for two addresses."""
    from django.urls import URLResolver, get_resolver

    found: dict[str, tuple[str, Any]] = {}
    for entry in (resolver or get_resolver()).url_patterns:
        address = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            more = patterns(entry, address)
        elif entry.name:
            more = {entry.name: (address, entry.callback)}
        else:
            raise ValueError(f"an address without a name: {address}")
        if set(more) & set(found):
            raise ValueError(f"one name for two addresses: {set(more) & set(found)}")
        found |= more
    return found


_INTRO = """# Doors

Every address of the product, and what each role gets there. Made from `tests/doors/rows.py` by
`python -m tests.doors.table > docs/doors.md`; `tests/doors` asks every line of it for real, and an
address that is missing here makes the tests fail.

Roles inside the network: {roles}. Of a network door everybody without a seat in that network (a
member of another network, a removed member, a person kept out of a team) gets 404, the same as for
what does not exist, and who is not signed in is sent to signing in (302). For other doors `o` is
somebody signed in without a seat here, `x` somebody who is not signed in; of a person door `x` is
sent to signing in.

`health` and `home` are a medical and a not medical sample. 302 after a POST is the way on after it
was done. "Once": a repeated POST changes nothing by its idempotency *key*, by *nature*, or because
it only changes who is *signing in*.
"""


def page() -> str:
    """The table as Markdown."""
    from .rows import DOORS

    lines = [_INTRO.format(roles=", ".join(f"`{role.letter}` {role.name}" for role in INSIDE))]
    known = patterns()
    for kind in (NETWORK, PERSON, OPEN):
        lines += [f"## {kind.title()} doors", "", "| name | address | what | asked: answers | once |",
                  "|---|---|---|---|---|"]  # fmt: skip
        lines += [_line(one, known[one.name][0]) for one in DOORS if one.kind == kind]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _line(one: Door, address: str) -> str:
    asks = "<br>".join(_words(ask) for ask in one.asks)
    once = one.once if "POST" in one.methods else ""
    address = address.replace("n/<uuid:network_id>/", "n/…/")
    return f"| {one.name} | `/{address}` | {one.purpose} | {asks} | {once} |"


def _words(ask: Ask) -> str:
    answers: dict[int, str] = {}
    for letter, status in ask.answers.items():
        answers[status] = answers.get(status, "") + letter
    about = "" if ask.what == "-" else f" {ask.what}"
    return f"{ask.method}{about}: " + ", ".join(f"{s} {who}" for s, who in answers.items())


def main() -> None:
    """Print the page, from outside the tests."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "zorgverband.config.settings", "ZV_DEMO": "1"}
    import django

    django.setup()
    sys.stdout.write(page())


if __name__ == "__main__":
    main()
