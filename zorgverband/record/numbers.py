"""Numbers as people read and write them: a decimal comma, in English a point, and no more digits
than say something."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import get_language

MOST_DECIMALS = 2


def figure_words(value: Decimal) -> str:
    """'81,2': as written, but no more than two decimals; small numbers keep two figures."""
    if value == value.to_integral_value() and value.as_tuple().exponent in (0, "F"):
        return str(value)
    shown = value
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        places = max(MOST_DECIMALS, 1 - value.adjusted()) if value else 0
        shown = value.quantize(Decimal(1).scaleb(-min(places, 12)))
    written = f"{shown:f}"
    return written if (get_language() or "nl").startswith("en") else written.replace(".", ",")


def read_number(text: str) -> Decimal | None:
    """The number somebody typed, with comma or point; None for what is not one."""
    try:
        number = Decimal(text.strip().replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < 10**9 else None
