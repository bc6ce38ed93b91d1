"""Eenvoudig Nederlands: which sentences of the screen need simpler words, and whether they have them.

A sentence that `difficult` names needs simpler words in the catalogue nl_Simple, unless it stands
only on pages of professionals; there the screen falls back to the Dutch of everybody.
"""

import re
from collections.abc import Iterable
from fnmatch import fnmatch

from babel.messages.catalog import Catalog

from . import catalogue
from .collection import Sentence, as_catalogue
from .difficult import difficult

#: Files that clients, family and neighbours never meet, by whose work they are.
PROFESSIONAL = (
    "*/programmes/*",  # who keeps the programmes of a neighbourhood
    "*/organisations/*",  # who keeps the list of an organisation
    "*/meetings/*policy*",  # boards
    "*/privacy/*review*", "*/privacy/*mark*",  # the data-protection officer
    "*/safety/*compartment*", "*/safety/*inside*", "*/safety/*open_log*", "*/safety/*widen*",
    "*/handovers/*section*", "*/handovers/*provider*",  # who hands over the care
    "*/talks/*outside*", "*/talks/*consult*",  # professionals who ask each other
    "*/bottlenecks/*in_view*", "*/bottlenecks/*desk*",
    "*/fhir/reasons.py", "*/fhir/intake/*",  # what a file of another system lacks
)  # fmt: skip
# What stands between brackets explains a word of the screen, and may be that word.
_EXPLAINED = re.compile(r"\([^)]*\)")


def only_for_work(places: Iterable[str]) -> bool:
    """Whether all these files are of pages that only professionals open."""
    return all(any(fnmatch(place, one) for one in PROFESSIONAL) for place in places)


def exempt(found: list[Sentence]) -> list[str]:
    """The sentences that are difficult, and stay so: only professionals read them."""
    places = as_catalogue(found)
    return [
        catalogue.first(key)
        for key, where in places.items()
        if _too_hard(key) and only_for_work(where)
    ]


def asked(found: list[Sentence], kept: Catalog) -> list[Sentence]:
    """The sentences that must be in the catalogue, and those that are in it as an extra."""
    places = as_catalogue(found)
    must = {key for key, where in places.items() if _too_hard(key) and not only_for_work(where)}
    extra = {message.id for message in kept if message.id}
    return [one for one in found if one.key in must or one.key in extra]


def faults(found: list[Sentence], kept: Catalog, made: bytes | None) -> list[tuple[str, str]]:
    """What is wrong with the simple catalogue, as (what, which sentence); `made` is the .mo file."""
    wrong = catalogue.faults(asked(found, kept), kept, made)
    return wrong + [
        (f"still difficult ({', '.join(why)})", catalogue.first(message.id))
        for message in kept
        if message.id and message.string and (why := _too_hard(message.string))
    ]


def _too_hard(words: str | tuple[str, ...]) -> list[str]:
    forms = (words,) if isinstance(words, str) else words
    return [why for form in forms for why in difficult(_EXPLAINED.sub("", form))]
