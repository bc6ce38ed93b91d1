"""Recording who keeps reading about a client who died, on what ground and until when."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from zorgverband.base import clock, deciding
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.models import KeptAccess
from zorgverband.sharing.subjects import Subject

from ..models import Change
from ..noting import note

Ground = KeptAccess.Ground


class MayNotKeep(Refusal):
    """Alleen wie het dossier bewaart, kiest wie er nog leest."""

    status = 403


class NoReader(Refusal):
    """Kies wie er nog leest."""


class NoKeepingGround(Refusal):
    """Kies waarom deze persoon nog leest."""


class NothingToRead(Refusal):
    """Kies minstens één onderwerp."""


class NoEnd(Refusal):
    """Kies tot welke dag deze persoon leest. Die dag ligt in de toekomst."""


class EndedAlready(AlreadyDone):
    """Dit is al gestopt."""


def keep_access(
    *,
    seat: Seat,
    person: UUID,
    client: UUID,
    member: UUID | None,
    ground: str,
    subjects: Sequence[int],
    until: date | None,
) -> UUID:
    """Let this member read what is about the client who died, until a day; answers the change.
    Raises NoReader, NoKeepingGround, NothingToRead, NoEnd or MayNotKeep."""
    if member is None:
        raise NoReader(field="member")
    if ground not in (Ground.RETENTION, Ground.NEXT_OF_KIN):
        raise NoKeepingGround(field="ground")
    known = sorted({one for one in subjects if one in Subject.values})
    if not known:
        raise NothingToRead(field="subjects")
    if until is None or until <= clock.today():
        raise NoEnd(field="until")
    ends = datetime.combine(until, time(), tzinfo=clock.HOME)
    facts = {
        "client": client, "member": member, "ground": ground, "subjects": known,
        "at": clock.now().isoformat(), "ends": ends.isoformat(),
    }  # fmt: skip
    if not deciding.keep_access(facts):
        raise MayNotKeep()
    return note(
        seat=seat, person=person, client=client, what=Change.What.KEPT, member=member,
        ground=ground, until=ends,
    )  # fmt: skip


def end_kept_access(*, seat: Seat, person: UUID, client: UUID, kept: UUID, member: UUID) -> UUID:
    """This member reads no longer; answers the change. Raises EndedAlready."""
    if not deciding.end_kept_access(kept):
        raise EndedAlready()
    return note(seat=seat, person=person, client=client, what=Change.What.NOT_KEPT, member=member)
