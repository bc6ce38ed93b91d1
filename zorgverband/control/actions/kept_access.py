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


class NotAsKeeper(Refusal):
    """Kies voor het bewaren iemand anders van de zorg, of de coördinator."""


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
    On the ground of keeping the dossier they do that in the viewer's place, all of it and without an
    end. Raises NoReader, NotAsKeeper, NoKeepingGround, NothingToRead, NoEnd or MayNotKeep."""
    if member is None:
        raise NoReader(field="member")
    if ground == Ground.KEEPER:
        return _keep_instead(seat=seat, person=person, client=client, member=member)
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


def _keep_instead(*, seat: Seat, person: UUID, client: UUID, member: UUID) -> UUID:
    # Noted first: who kept it may be without a seat a moment later.
    change = note(
        seat=seat, person=person, client=client, what=Change.What.KEPT, member=member,
        ground=Ground.KEEPER,
    )  # fmt: skip
    if not deciding.keep_instead(client=client, member=member, at=clock.now()):
        raise NotAsKeeper(field="member")
    return change


def end_kept_access(*, seat: Seat, person: UUID, client: UUID, kept: UUID, member: UUID) -> UUID:
    """This member reads no longer; answers the change. Raises EndedAlready."""
    if not deciding.end_kept_access(kept):
        raise EndedAlready()
    return note(seat=seat, person=person, client=client, what=Change.What.NOT_KEPT, member=member)
