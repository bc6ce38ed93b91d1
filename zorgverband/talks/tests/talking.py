"""What tests of conversations say: beginning one, and saying something, as somebody of the cast."""

from typing import Any
from uuid import UUID

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.base.ids import new_id
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions.begin_conversation import begin_conversation
from zorgverband.talks.actions.say import say


def begun(
    cast: Cast,
    who: Somebody,
    *,
    subject: Subject = Subject.HOME,
    topic: str = "De trap",
    body: str = "Hoe gaan wij verder?",
    **more: Any,
) -> UUID:
    """A conversation about Jannie, begun by somebody."""
    with inside(who.person, [cast.network]) as viewer:
        item = begin_conversation(
            seat=viewer.seat(cast.network), person=who.person, about=cast.jannie.member,
            subject=subject, topic=topic, body=body, **more,
        )  # fmt: skip
    return item.id


def said(cast: Cast, who: Somebody, item: UUID, body: str, *meant: Somebody) -> UUID:
    """One message by somebody, meant for others or for everybody."""
    with inside(who.person, [cast.network]) as viewer:
        message = say(
            seat=viewer.seat(cast.network), person=who.person, item=item, body=body,
            mentioned=[one.person for one in meant],
            names={one.person: one.name for one in cast.people.values()},
        )  # fmt: skip
    return message.id


def page(cast: Cast, name: str, **parts: Any) -> str:
    """The address of a page of this network."""
    return reverse(name, kwargs={"network_id": cast.network, **parts})


def sent(client: Any, address: str, words: dict[str, Any] | None = None) -> Any:
    """What a form sent there is answered with."""
    return client.post(address, {"key": new_id().hex, **(words or {})})
