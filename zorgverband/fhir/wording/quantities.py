"""Numbers, quantities, ranges and ratios in Dutch: the digits of the source, a decimal comma."""

from decimal import Decimal

from zorgverband.fhir.fact import Figure, Json

TIME_UNITS = {
    "s": "seconde",
    "min": "minuut",
    "h": "uur",
    "d": "dag",
    "wk": "week",
    "mo": "maand",
    "a": "jaar",
}
_PLURAL = {"seconde": "seconden", "minuut": "minuten", "dag": "dagen", "week": "weken"}
_PLURAL["maand"] = "maanden"
# UCUM codes that people write in another way; the unit of the figure itself stays as it came.
_READABLE = {
    "1": "",
    "Cel": "°C",
    "[degF]": "°F",
    "mm[Hg]": "mmHg",
    "/min": "per minuut",
    "/d": "per dag",
    "/wk": "per week",
    "/h": "per uur",
}
_LONGEST = 40


def number(value: Decimal | int) -> str:
    """The figure as written, with a comma: trailing zeros stay, because they mean precision."""
    exact = Decimal(value)
    fits = abs(exact.adjusted()) < _LONGEST
    return (f"{exact:f}" if fits else str(exact)).replace(".", ",")


def time_unit(code: str, amount: Decimal | int) -> str:
    """'dag' or 'dagen', after the number before it."""
    word = TIME_UNITS.get(code, code)
    return word if Decimal(amount) == 1 else _PLURAL.get(word, word)


def unit(quantity: Json) -> str:
    """The unit as the source writes it for people, else its code."""
    return str(quantity.get("unit") or quantity.get("code") or "")


def quantity_words(quantity: Json) -> str:
    """'< 5 mg'; without a number only the unit."""
    shown = unit(quantity)
    value = quantity.get("value")
    code = quantity.get("code", "")
    is_time = quantity.get("system") == "http://unitsofmeasure.org" and code in TIME_UNITS
    if value is not None and is_time and shown in (code, ""):
        shown = time_unit(code, value)
    figure = "" if value is None else number(value)
    return " ".join(filter(None, (quantity.get("comparator"), figure, _plain(shown))))


def _plain(shown: str) -> str:
    """UCUM writes what is not a unit between braces, and nothing at all as 1."""
    return _READABLE.get(shown, shown.strip("{}"))


def range_words(limits: Json) -> str:
    """'3 tot 5 mg', 'vanaf 3 mg', 'tot 5 mg'."""
    low, high = limits.get("low"), limits.get("high")
    if low and high:
        same = unit(low) == unit(high)
        first = number(low["value"]) if same and "value" in low else quantity_words(low)
        return f"{first} tot {quantity_words(high)}"
    if low:
        return f"vanaf {quantity_words(low)}"
    return f"tot {quantity_words(high)}" if high else ""


def ratio_words(ratio: Json) -> str:
    """'250 mg per 5 ml', 'per tablet' for one, '1 : 128' for a titre."""
    top, bottom = ratio.get("numerator", {}), ratio.get("denominator", {})
    below = quantity_words(bottom)
    if not unit(top) and not unit(bottom) and below:
        return f"{quantity_words(top)} : {below}"
    if bottom.get("value") == 1 and _plain(unit(bottom)):
        code = bottom.get("code", "")
        below = time_unit(code, 1) if code in TIME_UNITS else _plain(unit(bottom))
    return f"{quantity_words(top)} per {below}" if below else quantity_words(top)


def sampled_words(sampled: Json) -> str:
    """A series of samples is named, not printed: it stays in the stored resource."""
    count = len(str(sampled.get("data", "")).split())
    return f"meetreeks van {count} waarden"


def figure_of(quantity: Json) -> Figure:
    """A Quantity as value, comparator and unit."""
    value = quantity.get("value")
    return Figure(
        value=None if value is None else Decimal(value),
        comparator=quantity.get("comparator", ""),
        unit=unit(quantity),
        text=quantity_words(quantity),
    )
