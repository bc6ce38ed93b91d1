"""Giving advice in tests: by the actions, under the locks."""

from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.advice.actions import Told, give_advice
from zorgverband.sharing.subjects import Subject


def at(name: str, cast: Cast, **parts: Any) -> str:
    """The address of a page of this room in the network of the cast."""
    return reverse(name, kwargs={"network_id": cast.network} | parts)


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def act(cast: Cast, who: Somebody, verb: Any, **said: Any) -> Any:
    """Do something with an advice as somebody."""
    with inside(who.person, (cast.network,)) as viewer:
        return verb(seat=viewer.seat(cast.network), person=who.person, **said)


def advised(
    cast: Cast,
    who: Somebody,
    topic: str,
    direction: str,
    subject: Subject = Subject.TREATMENT,
    *,
    more: dict[str, Any] | None = None,
    **said: Any,
) -> UUID:
    """An advice about Jannie; `more` is of the advice itself."""
    told = Told(topic=topic, direction=direction, **(more or {}))
    item = act(cast, who, give_advice, about=cast.jannie.member, subject=subject, told=told, **said)
    return UUID(str(item.id))
