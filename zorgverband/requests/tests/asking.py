"""Asking and answering as somebody of the cast, for the tests of this room."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.clock import today
from zorgverband.requests import actions
from zorgverband.requests.models import Act, Request
from zorgverband.sharing.models import Item


def ask(who: Somebody, item: UUID, act: Act, words: str = "Het is anders.") -> UUID:
    """Ask it as this person; the id of the request."""
    with inside(who.person, [who.network]) as viewer:
        row = actions.ask_request(
            seat=viewer.seat(who.network), person=who.person, of_item=item, act=act, words=words
        )
        return UUID(str(row.item_id))


def act(who: Somebody, verb: str, request: UUID, **words: Any) -> None:
    """Do this with a request as this person: "grant", "refuse", "extend" or "withdraw"."""
    with inside(who.person, [who.network]) as viewer:
        done = getattr(actions, f"{verb}_request")
        done(seat=viewer.seat(who.network), person=who.person, request=request, **words)


def stands(request: UUID) -> Request:
    """The request as it really is."""
    return Request.objects.using("owner").get(item_id=request)


def readers(cast: Cast, item: UUID) -> set[str]:
    """The keys of everybody of the cast who reads this item now."""
    found = set()
    for key, who in cast.people.items():
        with inside(who.person, [cast.network]):
            if Item.objects.filter(id=item).exists():
                found.add(key)
    return found


def overdue(cast: Cast, request: UUID, days: int = 1) -> None:
    """Let the term have ended this many days ago."""
    cast.owner.execute(
        "UPDATE requests_request SET due_on = %s WHERE item_id = %s",
        [today() - timedelta(days=days), request],
    )
