"""What was found in a text, and where; and the one way in which a text is looked at."""

import re
import unicodedata
from dataclasses import dataclass

# What a word processor writes for a minus sign, a space or an apostrophe.
_FOR = {"-": "‐‑‒–—−", " ": "\u00a0\u2007\u2009\u202f", "'": "‘’‛′"}
_PLAIN = {ord(sign): plain for plain, signs in _FOR.items() for sign in signs}
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def composed(text: str) -> str:
    """The text with each accent and its letter as one sign, and without signs that nobody sees."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text))


def plainly(text: str) -> str:
    """The same, sign for sign, with one kind of minus sign, space and apostrophe."""
    return text.translate(_PLAIN)


@dataclass(frozen=True)
class Found:
    """A place in the (composed) text: of which kind, and the words that stand there."""

    kind: str
    start: int
    words: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.words)

    def line(self, text: str) -> int:
        """On which line of the text, from 1."""
        return composed(text).count("\n", 0, self.start) + 1
