"""How somebody is called, put together from the parts of their name."""


def full_name(given_name: str, infix: str, family_name: str) -> str:
    """Given name, infix and family name: 'Jannie de Wit'."""
    return " ".join(part for part in (given_name, infix, family_name) if part)


def formal_name(given_name: str, infix: str, family_name: str, salutation: str) -> str:
    """How to address: 'mevrouw De Wit', or the given name for who has no salutation."""
    if not salutation:
        return given_name
    return full_name(salutation, infix[:1].upper() + infix[1:], family_name)
