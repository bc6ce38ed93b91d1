"""Eenvoudig Nederlands: the rule names what is hard, and every hard sentence has simpler words."""

from datetime import date
from fnmatch import fnmatch

import pytest
from babel.messages.catalog import Catalog
from django.utils import translation
from django.utils.translation import gettext

from zorgverband.ui import catalogue, simple
from zorgverband.ui.collection import Sentence, sentences
from zorgverband.ui.dates import long_date
from zorgverband.ui.difficult import difficult
from zorgverband.ui.environment import environment
from zorgverband.ui.sentences import say

HARD = "Het bezwaar is ingetrokken."


def asked(words: str, place: str = "zorgverband/home/views/today.py") -> list[Sentence]:
    """The code asks for this sentence only."""
    return [Sentence(one=words, many="", place=place)]


def kept(words: str, simpler: str | None) -> Catalog:
    """A simple catalogue of this sentence only."""
    made = Catalog(locale="nl")
    made.add(words, simpler)
    return made


def found(code: list[Sentence], made: Catalog) -> list[str]:
    """What is wrong, without saying where."""
    return [what for what, _ in simple.faults(code, made, catalogue.compiled(made))]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("U leest alles mee.", []),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf.", []),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien.", ["12+ words"]),
        ("%(a)s en <b>%(b)s</b> zijn er. Dat is goed.", []),
        ("U kunt bezwaar maken.", ["word: bezwaar"]),
        ("Dit wordt door ons gelezen.", ["passive"]),
        ("Dat het bericht gelezen wordt.", ["passive"]),
        ("Het wordt warm.", []),
        (HARD, ["word: bezwaar", "word: ingetrokken"]),
    ],
)
def test_what_makes_a_sentence_hard_is_named(words: str, why: list[str]) -> None:
    assert difficult(words) == why


def test_a_hard_sentence_needs_simpler_words_and_an_easy_one_does_not() -> None:
    assert found(asked("U leest alles."), Catalog(locale="nl")) == []
    assert found(asked(HARD), Catalog(locale="nl")) == ["not in the catalogue"]
    assert found(asked(HARD), kept(HARD, None)) == ["no words"]
    assert found(asked(HARD), kept(HARD, "U nam uw nee terug.")) == []


def test_words_that_are_still_hard_or_no_longer_used_are_noticed() -> None:
    assert found(asked(HARD), kept(HARD, "Het bezwaar is weg.")) == [
        "still difficult (word: bezwaar)"
    ]
    assert found(asked(HARD), kept(HARD, "Uw nee (bezwaar) is weg.")) == []
    assert "no longer used" in found(asked("Dag."), kept(HARD, "Uw nee is weg."))


def test_what_only_professionals_read_may_stay_as_it_is_and_is_named() -> None:
    work = asked(HARD, "zorgverband/programmes/jinja2/programmes/kept.html")
    assert found(work, Catalog(locale="nl")) == []
    assert simple.exempt(work) == [HARD]
    # The same sentence on a page of everybody: it counts.
    assert found([*work, *asked(HARD)], Catalog(locale="nl")) == ["not in the catalogue"]


@pytest.mark.slow
def test_every_file_that_is_said_to_be_for_professionals_is_there() -> None:
    places = {one.place for one in sentences()}
    for pattern in simple.PROFESSIONAL:
        assert any(fnmatch(place, pattern) for place in places), pattern


def test_the_screen_says_it_simply_and_falls_back_to_the_dutch_of_everybody() -> None:
    page = environment().from_string(
        '<html lang="{{ language() }}" dir="{{ direction() }}"><p{{ written() }}>'
    )
    with translation.override("nl-simple"):
        assert gettext("Noodtoegang") == "Kijken in nood (noodtoegang)"
        assert say("Wie kan dit lezen?") == "Wie kan dit lezen?"
        # To a screen reader it is Dutch, and so is what people wrote.
        assert page.render() == '<html lang="nl" dir="ltr"><p dir="auto">'
        assert long_date(date(2026, 11, 20)) == "vrijdag 20 november"
    with translation.override("nl"):
        assert gettext("Noodtoegang") == "Noodtoegang"
    with translation.override("ar"):
        assert 'dir="rtl"' in page.render()
