"""Making plans in tests: by the actions, under the locks."""

import re
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from tests.cast import Cast, Somebody
from tests.visitor import inside, text
from zorgverband.plan import actions
from zorgverband.sharing.subjects import Subject


def at(name: str, cast: Cast, **parts: Any) -> str:
    """The address of a page of the plan in the network of the cast."""
    return reverse(name, kwargs={"network_id": cast.network} | parts)


def post(client: Any, address: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(address, {"key": uuid4().hex, **typed})


def act(cast: Cast, who: Somebody, verb: str, **said: Any) -> Any:
    """Do something with the plan as somebody."""
    with inside(who.person, (cast.network,)) as viewer:
        return getattr(actions, verb)(seat=viewer.seat(cast.network), person=who.person, **said)


def added(
    cast: Cast, who: Somebody, kind: str, words: str, subject: Subject = Subject.ARRANGEMENTS,
    **more: Any,
) -> UUID:  # fmt: skip
    """Something in the plan of Jannie."""
    part = act(cast, who, "add_part", about=cast.jannie.member, subject=subject, kind=kind,
               words=words, **more)  # fmt: skip
    return UUID(str(part.item_id))


def seen(client: Any, cast: Cast, about: UUID) -> str:
    """The mark of the words somebody reads before they answer the plan; empty for who is not asked."""
    shown = text(client.get(at("sign_plan", cast, about_id=about)))
    found = re.search(r'name="seen" value="(\w+)"', shown)
    return found[1] if found else ""


def answered(client: Any, cast: Cast, about: UUID, **typed: str) -> Any:
    """Read the plan and answer it."""
    mark = seen(client, cast, about)
    return post(client, at("agree_plan", cast), about=str(about), seen=mark, **typed)
