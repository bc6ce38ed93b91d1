"""How the person who looks likes to read: from their account, or before signing in from a cookie."""

from dataclasses import dataclass

from django.http import HttpRequest

from zorgverband.networks.queries import initials_of
from zorgverband.people.models import Account


@dataclass(frozen=True)
class Reader:
    """Who looks, and how they like to read; `works`: they are here for their work."""

    name: str
    initials: str
    letters: str
    theme: str
    many_networks: bool
    works: bool = False


def reader(request: HttpRequest) -> Reader | None:
    """Who is signed in; None for nobody."""
    if not request.user.is_authenticated:
        return None
    kept = request.session
    return Reader(
        name=kept.get("name", ""),
        initials=initials_of(kept.get("name", "")),
        letters=request.user.letters,
        theme=request.user.theme,
        many_networks=kept.get("many", False),
        works=kept.get("works", False),
    )


def tastes(request: HttpRequest) -> dict[str, str]:
    """The size of letters and the colours of this page."""
    asked = request.user if request.user.is_authenticated else _at_the_door(request)
    return {"letters": asked.letters, "theme": asked.theme}


def _at_the_door(request: HttpRequest) -> Account:
    """What this browser chose before signing in, as an account nobody has. Compact is for accounts."""
    letters, theme = request.COOKIES.get("letters"), request.COOKIES.get("theme")
    known = Account()
    if letters in (Account.Letters.LARGE, Account.Letters.XLARGE):
        known.letters = letters
    if theme in (Account.Theme.LIGHT, Account.Theme.DARK):
        known.theme = theme
    return known


def is_new(request: HttpRequest) -> bool:
    """Whether who is signed in did not read yet what Zorgverband is."""
    return request.user.is_authenticated and request.user.welcomed_at is None
