"""Builds the stock of sentences from which generated messages are put together."""

import random
import re

from zorgverband.sharing.subjects import Subject

from .generator_words import CLOSINGS, PLACES, REPLIES, SENTENCES

A_SUBJECT = 600
CLOSING, REPLY = 101, 102
_PLACE = re.compile(r"\{(\w+?)2?\}")


def zipf(chance: random.Random, length: int) -> int:
    """A place in a list of `length`: the front far more often than the end."""
    return int(length ** chance.random()) - 1


def stock(seed: int) -> dict[int, list[str]]:
    """Sentences by subject number, and those for any subject: closings and replies.

    The same seed gives the same sentences. They go from common to rare: the first ones hold only
    words from the front of their lists, the last ones hold the rarest.
    """
    chance = random.Random(f"sentences {seed}")
    lists = {subject.value: SENTENCES[subject] for subject in Subject}
    lists |= {CLOSING: CLOSINGS, REPLY: REPLIES}
    return {number: _written(chance, patterns) for number, patterns in lists.items()}


def _written(chance: random.Random, patterns: tuple[str, ...]) -> list[str]:
    found = dict.fromkeys(_filled(chance, pattern, 1.0) for pattern in patterns)
    for turn in range(A_SUBJECT * 3):
        reach = 1.0 + turn / A_SUBJECT
        found.setdefault(_filled(chance, chance.choice(patterns), reach))
        if len(found) == A_SUBJECT:
            break
    return list(found)


def _filled(chance: random.Random, pattern: str, reach: float) -> str:
    def word(place: re.Match[str]) -> str:
        words = PLACES[place[1].lower()]
        within = min(len(words), int(len(words) * reach / 3) + 1)
        chosen = words[zipf(chance, within)]
        return chosen[0].upper() + chosen[1:] if place[1][0].isupper() else chosen

    return _PLACE.sub(word, pattern)
