"""Browsers of the cast, each signed in once."""

from typing import Any

from django.test import Client

from tests.cast import Somebody
from tests.visitor import signed_in


class Browsers:
    """Signed-in browsers, made when first asked for."""

    def __init__(self, *, warm: bool = True) -> None:
        self.known: dict[Any, Client] = {}
        self.warm = warm

    def of(self, who: Somebody | None) -> Client:
        """The browser of this person; None: of who is not signed in, a new one each time."""
        if who is None:
            return Client()
        if who.person not in self.known:
            client = self.known[who.person] = signed_in(who.person)
            if self.warm:
                # What a first page writes in the session would make the next one different.
                client.get("/hulp/")
                client.get("/netwerken/")
                client.get(f"/n/{who.network}/meer/")
        return self.known[who.person]
