"""Phone numbers as people write them, as an address that a telephone understands."""


def dial(phone: str) -> str:
    """'tel:0612003401' for '06 - 12 00 34 01'; a plus in front stays."""
    plus = "+" if phone.strip().startswith("+") else ""
    return f"tel:{plus}{''.join(one for one in phone if one.isdecimal())}"
