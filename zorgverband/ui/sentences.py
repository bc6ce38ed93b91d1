"""Sentences of the screen in the language of the viewer, looked up once per process.

Same meaning as the newstyle gettext of Jinja2 (a sentence is safe, what is filled in is
escaped); a timeline asks for some two hundred, so each look-up counts.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language, gettext, ngettext, override
from markupsafe import Markup

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


@lru_cache(maxsize=4096)
def _said(language: str | None, sentence: str) -> Markup:
    # The language is there for the cache only: gettext reads the active one itself.
    return Markup(gettext(sentence))  # noqa: S704


@lru_cache(maxsize=4096)
def _said_plain(language: str | None, sentence: str) -> Markup:
    return _said(language, sentence) % {}


def say(sentence: str, /, **words: object) -> Markup:
    """The sentence in the active language, with `words` filled in and escaped."""
    language = get_language()
    return _said(language, sentence) % words if words else _said_plain(language, sentence)


def say_counted(one: str, many: str, num: int, /, **words: object) -> Markup:
    """The sentence for `num`, which is also there to be filled in as %(num)s."""
    return Markup(ngettext(one, many, num)) % ({"num": num} | words)  # noqa: S704


def listed(words: Iterable[str]) -> str:
    """'maandag, dinsdag en vrijdag'; empty for nothing."""
    *first, last = list(words) or [""]
    if not first:
        return last
    return gettext("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last}


def language() -> str:
    """The language of the page that is being made, as HTML says it: simple Dutch is Dutch."""
    return (get_language() or settings.LANGUAGE_CODE).partition("-")[0]


def chosen_language() -> str:
    """What the reader chose: nl, nl-simple or en."""
    return get_language() or settings.LANGUAGE_CODE


def direction() -> str:
    """To which side this language is written: "ltr" or "rtl", for the `dir` of a page."""
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


def written() -> Markup:
    """The attributes of an element with what people wrote: its direction, and that it is Dutch
    where the page is not, so that it is read aloud as Dutch."""
    dutch = language() == settings.LANGUAGE_CODE
    return Markup(' dir="auto"' if dutch else ' dir="auto" lang="nl"')  # noqa: S704


def kept_words() -> override:
    """For `with`: our own words in what is kept are Dutch, whatever language its writer reads.

    What one person stores is read by everybody in the network.
    """
    return override(settings.LANGUAGE_CODE)
