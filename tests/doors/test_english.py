"""In English no page says a Dutch word of our own: every sentence goes through the catalogue.

The English of the test is marked: ⟦Who can read this?⟧. What stands outside the marks must be
written by people (names, messages) or be a date; anything else is a sentence somebody forgot.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import trans_real

from zorgverband.networks import functions
from zorgverband.sharing import shown
from zorgverband.ui import dates, sentences

from .asking import BUNDLE, prepared
from .browsers import Browsers
from .rows import DOORS
from .world import World

READ_ALOUD = ("aria-label", "alt", "placeholder", "title", "data-offline", "data-failed")
WRITTEN = {
    "sharing_item": ("title", "body"), "sharing_reply": ("body",), "sharing_version": ("body",),
    "sharing_attachment": ("name",), "people_person": ("given_name", "infix", "family_name"),
    "people_organisation": ("name",), "people_team": ("name",), "record_medication": ("name",),
    "sharing_emergency": ("reason",), "plan_suggestion": ("*",), "programmes_programmeversion": ("*",),
    "meetings_policymeeting": ("title",), "meetings_policypoint": ("title",),
    "meetings_policynote": ("words", "who"), "programmes_programmeline": ("*",),
    "organisations_neighbourhood": ("name",), "talks_message": ("body",),
    "talks_outsidequestion": ("topic", "body", "answer", "answered_by"),
    "bottlenecks_measure": ("words",), "advice_advice": ("what",),
    "meetings_meeting": ("place",), "agenda_visit": ("who_name", "place"),
    "organisations_workinvitation": ("email",),
    "membership_invitation": ("given_name", "family_name", "email"), "people_account": ("email",),
}  # fmt: skip
# Our name, the languages in their own words, signs of units and systems of codes.
AS_THEY_ARE = {"zorgverband", "english", "eenvoudig", "nederlands", "kg", "mmhg", "mmol", "loinc", "atc",
               "landelijkmeldpuntzorg"}  # fmt: skip


class Marked:
    """English with every sentence between marks."""

    def __init__(self, real: Any) -> None:
        self.real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)

    def gettext(self, sentence: str) -> str:
        """⟦the sentence⟧ where the catalogue has it; else as it is."""
        known = self.real._catalog.get(sentence)
        return f"⟦{known}⟧" if known else sentence

    def ngettext(self, one: str, many: str, num: int) -> str:
        """The same for what is counted."""
        return f"⟦{self.real.ngettext(one, many, num)}⟧"


class Texts(HTMLParser):
    """What a page shows or reads aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Attributes that a screen reader says."""
        self.found += [value for name, value in attrs if name in READ_ALOUD and value]

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        self.found.append(data)


def outside_marks(text: str) -> str:
    """What is left when every marked sentence is taken away, with what was filled in there."""
    before = ""
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
    return text


def words(text: str) -> set[str]:
    """The words of three letters or more, in small letters."""
    return set(re.findall(r"[^\W\d_]{3,}", text.lower()))


def left_over(page: str) -> set[str]:
    """Words on this page that stand in no sentence of the catalogue."""
    texts = Texts()
    page = re.sub(r'<(\w+)[^>]*translate="no"[^>]*>.*?</\1>', "", page, flags=re.DOTALL)
    texts.feed(page)
    return words(" ".join(outside_marks(text) for text in texts.found))


@pytest.fixture
def marked() -> Iterator[None]:
    """English is marked, during the test."""
    real = trans_real.translation("en")
    known: dict[str, Any] = vars(trans_real)["_translations"]
    caches = (sentences._said, sentences._said_plain, functions._label, shown.words_in)
    known["en"] = Marked(real)
    for cache in caches:
        cache.cache_clear()
    yield
    known["en"] = real
    for cache in caches:
        cache.cache_clear()


@pytest.fixture
def written(world: World) -> set[str]:
    """The words of people in this world, and of the calendar."""
    owner = world.cast.owner
    owner.execute("UPDATE people_account SET language = 'en'")
    found = " ".join(
        str(value)
        for table, columns in WRITTEN.items()
        for row in owner.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
        for value in row
    )
    calendar = " ".join([*dates._DAYS["en"], *dates._MONTHS["en"]])
    return words(f"{found} {calendar} {BUNDLE.decode()}") | AS_THEY_ARE


@pytest.mark.slow
@pytest.mark.parametrize("who", ["jannie", "marijke", "fatima", "linda"])
def test_a_page_in_english_has_no_words_of_ours_in_dutch(
    who: str, world: World, browsers: Browsers, written: set[str], marked: None
) -> None:
    forgotten, seen = [], 0
    somebody = world.cast.people[who]
    client: Client = browsers.of(somebody)
    for one in DOORS:
        for ask in one.asks:
            if ask.method != "GET" or one.name.startswith("gallery"):
                continue
            answer = client.get(prepared(one, ask.what, world, somebody, client))
            is_page = answer.headers.get("Content-Type", "").startswith("text/html")
            content = answer.content.decode() if is_page else ""
            answer.close()
            seen += "⟦" in content
            rest = left_over(content) - written
            forgotten += [f"{one.name}: {' '.join(sorted(rest))}"] if rest else []
    assert not forgotten, "\n".join(forgotten)
    assert seen > 40


def test_a_forgotten_sentence_would_be_seen(marked: None) -> None:
    # The control.
    page = '<p title="Sluiten">⟦Read by ⟦you⟧⟧ Jannie</p><b aria-label="⟦Close⟧">Dag</b>'
    assert left_over(page) == {"sluiten", "jannie", "dag"}
