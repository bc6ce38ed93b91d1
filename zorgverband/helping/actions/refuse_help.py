"""Saying that one cannot. Who asked reads it, nobody else; one is not asked again."""

from uuid import UUID

from zorgverband.base import clock, jobs
from zorgverband.base.refusals import AlreadyDone
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record

from ..models import HelpAnswer
from ..queries import wanted
from .ask_help import TELL


class AlreadyEnded(AlreadyDone):
    """Dit is al geregeld of niet meer nodig. U hoeft niets te doen."""


def refuse_help(*, seat: Seat, person: UUID, asked: UUID, words: str = "") -> None:
    """'Dat kan ik niet.' When it was asked of them first, it goes on to who offered such help at once.
    Raises NotHere or AlreadyEnded. A second time changes nothing."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if not found.free(clock.now()):
        raise AlreadyEnded()
    if found.said_no:
        return
    say_no(seat=seat, person=person, asked=asked, words=words)
    record(verb="help_refused", network=seat.network, person=person, item=asked,
           to_person=found.author)  # fmt: skip
    jobs.defer(TELL, asked=asked)


def say_no(*, seat: Seat, person: UUID, asked: UUID, words: str = "") -> None:
    """Put down that this member cannot; once."""
    row = HelpAnswer(
        network_id=seat.network, item_id=asked, person_id=person, member_id=seat.member,
        at=clock.now(), words=words.strip(),
    )  # fmt: skip
    HelpAnswer.objects.bulk_create([row], ignore_conflicts=True)
