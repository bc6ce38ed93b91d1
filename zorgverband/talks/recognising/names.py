"""Names of a network in a text: whole, in parts, with initials, declined, without accents or capitals."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .everyday import EVERYDAY, INFIXES, SMALL_WORDS, TITLES
from .found import Found, composed

# Letters that are no letter with an accent, and how they are written without.
_BARE = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"}
)
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
SHORT = 2  # letters: "Bo", "Li" are names only with a capital
_WORD = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)*")
_SENTENCE_ENDS = ".?!:;\n•"
_DIMINUTIVES = ("je", "tje", "etje", "pje", "ke")


@dataclass(frozen=True)
class Known:
    """Somebody of the network, by the parts of their name; `client`: the network is around them."""

    given: str
    infix: str
    family: str
    client: bool = False


@dataclass(frozen=True)
class _Word:
    start: int
    text: str
    plain: str
    first: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True)
class _Part:
    """A part of somebody's name: everyday words need more than their letters to be one."""

    given: bool
    everyday: bool
    infix: bool
    short: bool


def plain(text: str) -> str:
    """Small letters without accents, apostrophes or the difference between ij and y."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_BARE))
    letters = "".join(one for one in bare if one.isalpha())
    return letters.replace("ij", "y")


def names_in(text: str, people: Sequence[Known], teams: Sequence[str] = ()) -> list[Found]:
    """Every word that is, or may well be, part of a name of these people or the name of a team."""
    words = list(_words(text))
    parts = _parts(people)
    found = [
        Found("name", word.start, word.text)
        for place, word in enumerate(words)
        if any(_is_name(word, words[:place], part) for part in parts.get(word.plain, ()))
    ]
    return [*found, *_joined(words, parts, text), *_initials(text, people), *_teams(text, teams)]


def _words(text: str) -> Iterable[_Word]:
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" \t\"'“”‘’„([-–*")
        yield _Word(
            match.start(),
            match[0],
            plain(match[0]),
            not before or before[-1] in _SENTENCE_ENDS,
        )


def _parts(people: Sequence[Known]) -> dict[str, list[_Part]]:
    """By every form in which it can be written, what it may be part of."""
    found: dict[str, list[_Part]] = {}
    for one in people:
        for name, given in ((one.given, True), (one.family, False)):
            for word in _name_words(name):
                after = bool(one.infix) or _leading(name)
                part = _Part(given, word in _EVERYDAY, after, len(word) <= SHORT)
                for form in _forms(word, given=given):
                    found.setdefault(form, []).append(part)
    return found


def _name_words(name: str) -> list[str]:
    words = [plain(word) for word in re.split(r"[\s\-–]+", name)]
    found = [word for word in words if word and word not in INFIXES]
    # 'Annemarie' for Anne-Marie.
    found += ["".join(words)] if len(words) > 1 else []
    # 'Mueller' for Müller.
    longer = composed(name).casefold().translate(_TWO_LETTERS)
    return found if longer == composed(name).casefold() else [*found, *_name_words(longer)]


def _leading(family: str) -> bool:
    return plain(re.split(r"[\s\-–]+", family.strip())[0]) in INFIXES


_EVERYDAY = frozenset(plain(word) for word in EVERYDAY)


def _forms(word: str, *, given: bool) -> set[str]:
    """A name as it is, with the s of whose it is, of several, and made small."""
    found = {word, word + "s", word + "es"}
    if given:
        small = {word + end for end in _DIMINUTIVES}
        if word[-1] in "aou":
            small.add(word + word[-1] + "tje")
        found |= small | {one + "s" for one in small}
    return found


def _is_name(word: _Word, before: Sequence[_Word], part: _Part) -> bool:
    if part.short and not word.capital:
        return False
    if not part.everyday:
        return True
    if _introduced(before):
        return True
    if not word.capital:
        return False
    if not word.first:
        return True
    # A capital at the beginning of a sentence says nothing.
    return word.plain not in SMALL_WORDS if part.given else not part.infix


def _introduced(before: Sequence[_Word]) -> bool:
    """Whether a title or an initial stands before it, with or without 'de' or 'van der' between."""
    rest = list(before)
    while rest and rest[-1].plain in INFIXES and len(rest[-1].plain) > 1:
        rest.pop()
    if not rest:
        return False
    last = rest[-1]
    return last.plain in TITLES or (len(last.text) == 1 and last.text not in "’'u")


def _joined(words: Sequence[_Word], parts: dict[str, list[_Part]], text: str) -> list[Found]:
    """'Anne Marie' for Annemarie, and 'Vandam' or 'ElAmrani' written as one word."""
    found = []
    for one, two in pairwise(words):
        if (
            text[one.start + len(one.text) : two.start] in (" ", "-")
            and one.plain + two.plain in parts
        ):
            end = two.start + len(two.text)
            if one.plain not in INFIXES or two.capital:
                found.append(Found("name", one.start, text[one.start : end]))
    for word in words:
        rest = next((word.plain[len(i) :] for i in INFIXES if len(i) > 1 and word.plain.startswith(i)
                     and any(not p.given and p.infix and not p.everyday
                             for p in parts.get(word.plain[len(i) :], ()))), "")  # fmt: skip
        if rest:
            found.append(Found("name", word.start, word.text))
    return found


def _initials(text: str, people: Sequence[Known]) -> list[Found]:
    """'J.d.W.', 'JdW', 'R.B.'; and of a client 'mevrouw W.'."""
    found = []
    for one in people:
        given, family = _letter(one.given), _letter(_last(one.family))
        between = [word for word in [*one.infix.split(), *_before_last(one.family)] if word]
        middle = r"\s?".join(
            rf"{re.escape(word[0])}(?:{re.escape(word[1:])})?\.?" for word in between
        )
        dots = rf"{given}\.\s?{middle}\s?{family}\." if middle else rf"{given}\.\s?{family}\."
        short = rf"{given}{''.join(word[0] for word in between)}{family}"
        shapes = [dots, short, rf"{given}\.\s?{family}\."] if middle else [dots]
        if one.client:
            titles = "|".join(sorted(TITLES, key=len, reverse=True))
            shapes.append(rf"(?:(?i:{titles}))\.?\s(?:(?i:{middle})\s?)?{family}(?:\.|(?![\w']))")
        for shape in shapes:
            found += [Found("initials", match.start(), match[0])
                      for match in re.finditer(rf"(?<!\w){shape}(?!\w)", text)]  # fmt: skip
    return found


def _letter(name: str) -> str:
    return re.escape(name[:1].upper()) or "(?!)"


def _last(family: str) -> str:
    return next((word for word in reversed(re.split(r"[\s\-]+", family)) if word), "")


def _before_last(family: str) -> list[str]:
    return [word for word in re.split(r"[\s\-]+", family)[:-1] if plain(word) in INFIXES]


def _teams(text: str, teams: Sequence[str]) -> list[Found]:
    return [
        Found("team", match.start(), match[0])
        for team in teams
        if team.strip()
        for match in re.finditer(
            r"(?<!\w)" + r"[\s\-]+".join(map(re.escape, team.split())) + r"(?!\w)", text, re.I
        )
    ]
