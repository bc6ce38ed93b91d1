"""Thanking who helped, with one tap and perhaps a word."""

from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import HelpTaken
from ..queries import wanted
from .end_help import may_manage
from .give_back import NotDoingIt

LONGEST_WORD = 500


class NobodyHelps(NotDoingIt):
    """Er is nog niemand die dit doet. Bedanken kan daarna."""


def thank(*, seat: Seat, person: UUID, asked: UUID, words: str = "") -> None:
    """Thank who does or did it; they are told, once. Raises NotHere, NotYours, NobodyHelps."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if not may_manage(found, seat=seat, person=person):
        raise NotYours()
    if found.taken is None:
        raise NobodyHelps()
    if found.taken.member == seat.member:
        raise NotYours()
    rows = HelpTaken.objects.filter(id=found.taken.id, thanked_at=None)
    said = {"thanked_by_id": person, "thanks": words.strip()[:LONGEST_WORD]}
    if rows.update(thanked_at=clock.now(), **said):
        record(verb="help_thanked", network=seat.network, person=person, item=asked,
               to_person=found.taken.person)  # fmt: skip
