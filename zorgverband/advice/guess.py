"""What a message seems to advise, to fill the form in beforehand. A hint: who writes it down decides."""

import re
from dataclasses import dataclass
from decimal import Decimal

from .models import Direction
from .topics import TOPICS

_AT_MOST = re.compile(r"\b(niet meer dan|hoogstens|maximaal|max)\b")
_AT_LEAST = re.compile(r"\b(minstens|minimaal|ten minste)\b")
_NUMBER = r"(\d+(?:[.,]\d+)?)"
_AMOUNT = re.compile(rf"(?:{_NUMBER}\s*(?:tot|à|a|-|–)\s*)?{_NUMBER}\s*([a-z]+)")
_UNITS = {
    "liter": "l_day", "l": "l_day", "ml": "ml_day", "gram": "g_day", "g": "g_day", "mg": "mg_day",
    "kcal": "kcal_day", "glazen": "glass_day", "glas": "glass_day", "minuten": "min_day",
    "minuut": "min_day", "uur": "hour_day", "stappen": "steps_day", "keer": "times_day",
    "kilo": "kg", "kg": "kg", "procent": "percent",
}  # fmt: skip
# Of two words for one unit the second fits where the first is none of the topic's.
_OTHERWISE = {"min_day": "min_once", "hour_day": "hour_once", "times_day": "times_week",
              "glass_day": "glass_week"}  # fmt: skip
_WAYS = (
    (Direction.DO_NOT, r"\b(niet|geen|nooit|stop(pen)?)\b"),
    (Direction.LESS, r"\b(minder|beperk\w*|matig\w*)\b"),
    (Direction.MORE, r"\b(meer|extra|vaker)\b"),
)


@dataclass(frozen=True)
class Guess:
    """What was recognised; empty for what was not."""

    topic: str = ""
    direction: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""


def guess(text: str) -> Guess:
    """What this text seems to advise: the topic named first, and which way or how much."""
    words = text.casefold()
    topic = _topic(words)
    if not topic:
        return Guess()
    amount = _amount(words, topic)
    if amount is not None:
        return amount
    way = next((way for way, pattern in _WAYS if re.search(pattern, words)), None)
    return Guess(topic, str(way or ""))


def _topic(words: str) -> str:
    """The topic of which a word begins earliest; of two at one place the longest word."""
    found = [
        (match.start(), -len(stem), topic.key)
        for topic in TOPICS.values()
        for stem in topic.stems
        if (match := re.search(rf"\b{re.escape(stem)}", words))
    ]
    return min(found)[2] if found else ""


def _amount(words: str, topic: str) -> Guess | None:
    for low, high, word in _AMOUNT.findall(words):
        unit = _UNITS.get(word, "")
        unit = unit if unit in TOPICS[topic].units else _OTHERWISE.get(unit, "")
        if unit in TOPICS[topic].units:
            most = Decimal(high.replace(",", "."))
            least = Decimal(low.replace(",", ".")) if low else most
            least, most = sorted((least, most))
            one_side = least == most
            return Guess(
                topic, Direction.AMOUNT,
                None if one_side and _AT_MOST.search(words) else least,
                None if one_side and _AT_LEAST.search(words) else most, unit,
            )  # fmt: skip
    return None
