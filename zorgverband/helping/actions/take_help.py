"""Doing what was asked, with one tap. Of two at once the first does it."""

from uuid import UUID

from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.ids import new_id
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.networks.queries import faces, names_of_people
from zorgverband.sharing.subjects import Subject

from ..models import HelpTaken
from ..queries import wanted
from ..wanted import Wanted


class SomebodyWasFirst(AlreadyDone):
    """{name} was net iets eerder en doet het al. Fijn dat u wilde helpen."""


class NotNeededNow(AlreadyDone):
    """Dit is niet meer nodig. Fijn dat u wilde helpen."""


class NotYetYours(NotYours):
    """Dit is nu aan iemand anders gevraagd. Later kunt u misschien ook helpen."""


def take_help(*, seat: Seat, person: UUID, asked: UUID) -> UUID:
    """Do it; the row of that. What comes of it has the readers of what was asked. Who asked is
    told, others see it; a second time changes nothing. Raises NotHere, SomebodyWasFirst,
    NotNeededNow, NotYetYours."""
    found = wanted(network=seat.network, member=seat.member, id=asked)
    if found.taken is not None and found.taken.person == person:
        return found.taken.id
    _refuse(found, seat)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    row = HelpTaken(
        network_id=seat.network, item_id=asked, member_id=seat.member, person_id=person,
        at=clock.now(), made_id=_made(found),
    )  # fmt: skip
    # The second of two waits here for the first, and puts nothing down.
    HelpTaken.objects.bulk_create([row], ignore_conflicts=True)
    if not HelpTaken.objects.filter(id=row.id).exists():
        _refuse(wanted(network=seat.network, member=seat.member, id=asked), seat)
        raise NotNeededNow()
    record(verb="help_taken", network=seat.network, person=person, item=asked)
    record(verb="help_promised", network=seat.network, person=person, item=asked,
           to_person=found.author)  # fmt: skip
    # Of what came of it nobody is told once more; but what is looked for in the facts, is.
    record(verb="help_taken", network=seat.network, person=person, item=row.made_id)
    return row.id


def _made(found: Wanted) -> UUID:
    """What is taken over as a whole stays what it is; anything else becomes something new."""
    if found.whole and found.instead_of and not _is_visit(found):
        return found.instead_of
    return new_id()


def _is_visit(found: Wanted) -> bool:
    if found.instead_of is None:
        return found.starts is not None and found.subject == Subject.COMING
    return not Agreement.objects.filter(item_id=found.instead_of).exists()


def _refuse(found: Wanted, seat: Seat) -> None:
    """Raise why this member cannot take it."""
    taken = found.taken
    if taken is not None:
        # Of a team one of its people does it: the others hear who.
        face = faces(seat.network).get(taken.member)
        name = names_of_people(seat.network).get(taken.person) or (face.name if face else "")
        raise SomebodyWasFirst(name=name)
    if not found.free(clock.now()):
        raise NotNeededNow()
    if not found.may_take(seat.member, clock.now()):
        raise NotYetYours()
