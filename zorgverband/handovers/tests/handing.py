"""Handing over in tests: by the actions under the locks, and over the pages."""

from typing import Any
from uuid import UUID, uuid4

from tests.cast import Cast, Somebody
from tests.visitor import inside
from zorgverband.handovers.actions import (
    accept_line,
    announce_handover,
    receive_handover,
    send_handover,
    state_sections,
)
from zorgverband.handovers.actions.announce_handover import Wish
from zorgverband.handovers.actions.state_section import Said
from zorgverband.handovers.handed import Line, lines_of
from zorgverband.handovers.models import Ending, Handover, HandoverKind
from zorgverband.handovers.sections import SECTIONS


def doing(cast: Cast, who: Somebody, act: Any, **said: Any) -> Any:
    """Do this action as somebody."""
    with inside(who.person, (cast.network,)) as viewer:
        return act(seat=viewer.seat(cast.network), person=who.person, **said)


def announced(
    cast: Cast,
    by: Somebody,
    to: Somebody | None,
    kind: str = HandoverKind.CARE,
    ends: str = Ending.LEAVE,
    **rest: Any,
) -> UUID:
    """A handover about Jannie."""
    wish = Wish(
        about=cast.jannie.member, kind=kind, ends=ends, to_member=to.member if to else None, **rest
    )
    return UUID(str(doing(cast, by, announce_handover, wish=wish).item_id))


def stated(cast: Cast, by: Somebody, handover: UUID, **words: str) -> None:
    """State every section: these filled, the others unknown."""
    row = Handover.objects.using("owner").get(item_id=handover)
    said = [
        Said(one.code, "filled", words[one.code]) if one.code in words
        else Said(one.code, "unknown")
        for one in SECTIONS[row.kind]
    ]  # fmt: skip
    doing(cast, by, state_sections, handover=handover, said=said)


def lines(cast: Cast, who: Somebody, handover: UUID) -> list[Line]:
    """The lines as somebody reads them."""
    with inside(who.person, (cast.network,)):
        return lines_of(handover)


def handed_over(cast: Cast, by: Somebody, to: Somebody) -> UUID:
    """A handover with one line, stated, accepted, sent and taken over."""
    handover = announced(cast, by, to)
    stated(cast, by, handover)
    (one,) = lines(cast, to, handover)
    doing(cast, to, accept_line, handover=handover, line=one.id)
    doing(cast, by, send_handover, handover=handover)
    doing(cast, to, receive_handover, handover=handover)
    return handover


def state(handover: UUID) -> str:
    """How it stands in truth."""
    return Handover.objects.using("owner").get(item_id=handover).state


def address(cast: Cast, handover: UUID | None = None, more: str = "") -> str:
    """The address of a page of handovers."""
    return f"/n/{cast.network}/overdracht/" + (f"{handover}/" if handover else "") + more


def post(client: Any, at: str, **typed: Any) -> Any:
    """Send a form with these fields and a fresh key."""
    return client.post(at, {"key": uuid4().hex, **typed})
