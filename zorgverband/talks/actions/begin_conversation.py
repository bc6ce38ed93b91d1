"""Beginning a conversation: an item whose readers are those of the conversation, whatever is said."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.actions import share
from zorgverband.sharing.circles import EVERYONE, OWN
from zorgverband.sharing.models import Item
from zorgverband.sharing.source import as_source
from zorgverband.sharing.subjects import Subject

from ..models import Conversation

CONVERSATION, CONSULTATION = "conversation", "consultation"


class NoTopic(Refusal):
    """Vul in waar het gesprek over gaat. Een paar woorden zijn genoeg."""


class NotOfCarers(Refusal):
    """Wat een mantelzorger over zichzelf schrijft, wordt geen gesprek. Bel deze persoon liever."""


def begin_conversation(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    subject: Subject,
    topic: str,
    body: str,
    audience: Sequence[UUID] | None = None,
    circle: str = EVERYONE,
    source: UUID | None = None,
    kind: str = CONVERSATION,
) -> Item:
    """Begin a conversation about somebody under a subject. Out of an item (`source`) it is about the
    same, under the same subject, for no more readers. Raises NoTopic, NotOfCarers, NotHere, and what
    `share` raises."""
    if not topic.strip():
        raise NoTopic(field="topic")
    if source is not None:
        found = as_source(network=seat.network, item=source)
        about, subject, audience = found.about, found.subject, found.audience
        circle = found.circle if audience is None else OWN
        if subject is Subject.CARER and about != seat.member:
            raise NotOfCarers()
    item = share(
        seat=seat, person=person, about=about, subject=subject, kind=kind, title=topic, body=body,
        audience=audience, circle=circle,
    )  # fmt: skip
    row = Conversation(item=item, network_id=seat.network, source_id=source, last_at=clock.now())
    Conversation.objects.bulk_create([row])
    return item
