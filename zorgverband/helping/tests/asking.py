"""Asking for help in a test: through the front door, or by the actions."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.carers.actions import Offered, offer
from zorgverband.helping.actions import Asking, ask_help
from zorgverband.sharing.subjects import Subject

DAY = timedelta(days=1)
Entered = AbstractContextManager[Any]


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def at(name: str, cast: Cast, asked: UUID | None = None) -> str:
    """The address of a page of this room."""
    one = {"help_id": asked} if asked else {}
    return reverse(name, kwargs={"network_id": cast.network, **one})


def act(cast: Cast, who: Somebody, verb: Any, **said: Any) -> Any:
    """Do this as somebody of the cast."""
    with inside(who.person, (cast.network,)) as viewer:
        return verb(seat=viewer.seat(cast.network), person=who.person, **said)


def asked_by(
    cast: Cast, who: Somebody, *, first_to: Somebody | None = None,
    subject: Subject = Subject.COMING, audience: list[UUID] | None = None,
    about: Somebody | None = None, **said: Any,
) -> UUID:  # fmt: skip
    """Help that somebody asks, about Jannie unless said otherwise; the item."""
    asking = Asking(**{"task": "groceries", "what": "Boodschappen halen", **said})
    item: UUID = act(
        cast, who, ask_help, about=(about or cast.jannie).member, subject=subject, asking=asking,
        first_to=first_to.member if first_to else None, audience=audience,
    )  # fmt: skip
    return item


def offers(cast: Cast, who: Somebody, *, readers: tuple[Somebody, ...] = (), **tasks: str) -> UUID:
    """What somebody says they do and do not want; the item."""
    item = act(cast, who, offer, offered=Offered(tasks=tasks),
               readers=[one.member for one in readers])  # fmt: skip
    return UUID(str(item.id))
