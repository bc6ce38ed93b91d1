"""Judging a look in need afterwards: once, by a second person."""

from uuid import UUID

from zorgverband.base import clock, locked
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.models import Emergency

LONGEST = 1000
JUDGED = "emergency_judged"


class NotSecond(NotYours):
    """U kunt hier niet over oordelen. Dat doet de cliënt, wie beslist, of de coördinator."""


class NoJudgement(Refusal):
    """Kies wat u ervan vindt."""


class NoQuestion(Refusal):
    """Schrijf op wat uw vraag is, en aan wie u hem stelde."""


class JudgedAlready(AlreadyDone):
    """Iemand anders heeft hier al over geoordeeld. Hieronder leest u wat."""


def review_emergency(
    *, seat: Seat, person: UUID, emergency: UUID, judgement: str, remark: str = ""
) -> None:
    """Keep what this person thinks of it; that closes it. Who looked, and the others who could
    judge, hear of it.

    Raises NotHere, NotSecond for who looked (or their team), NoJudgement, NoQuestion for a question
    without words, JudgedAlready.
    """
    row = (
        Emergency.objects.filter(id=emergency, network_id=seat.network).values("person_id").first()
    )
    if row is None:
        raise NotHere()
    second = locked.second_persons(emergency)
    if person not in second:
        raise NotSecond()
    if judgement not in Emergency.Judgement.values:
        raise NoJudgement(field="judgement")
    if judgement == Emergency.Judgement.ASKED and not remark.strip():
        raise NoQuestion(field="remark")
    judged = Emergency.objects.filter(id=emergency, reviewed_at=None).update(
        judgement=judgement,
        remark=remark.strip()[:LONGEST],
        reviewed_by=person,
        reviewed_at=clock.now(),
    )
    if not judged:
        raise JudgedAlready()
    for somebody in {row["person_id"], *second} - {person}:
        record(verb=JUDGED, network=seat.network, person=person, to_person=somebody)
