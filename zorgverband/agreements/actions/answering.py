"""Setting how an agreement stands, once: of two people who answer, the first counts."""

from collections.abc import Collection
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import day_within, local_day

from ..models import Agreement, State
from ..queries import Agreed
from ..queries import agreement as readable_agreement


class AlreadyMarked(AlreadyDone):
    """Was al gedaan door {name}, {when}."""


class AlreadyAnswered(AlreadyDone):
    """Hier is al op geantwoord. Hieronder ziet u hoe het nu is."""


class NotAskedOfYou(NotYours):
    """Deze afspraak is niet aan u gevraagd. Alleen wie het doet, kan dit zeggen."""


def answer(
    *,
    seat: Seat,
    person: UUID,
    agreement: UUID,
    to: State,
    when: Collection[State],
    verb: str,
    words: str = "",
) -> None:
    """The executor (of a team: anybody in it) sets the state, if it is still one of `when`.

    Raises NotHere, NotAskedOfYou, AlreadyMarked or AlreadyAnswered; then nothing changes.
    """
    if readable_agreement(network=seat.network, id=agreement).executor != seat.member:
        raise NotAskedOfYou()
    set_state(
        seat=seat, person=person, agreement=agreement, to=to, when=when, verb=verb, words=words
    )


def set_state(
    *,
    seat: Seat,
    person: UUID,
    agreement: UUID,
    to: State,
    when: Collection[State],
    verb: str,
    words: str,
) -> None:
    """Set the state in one statement with its condition, so that nobody's answer is overwritten."""
    header = readable_item(network=seat.network, id=agreement)
    note_presence(seat=seat, person=person, medical=Subject(header["subject"]).medical)
    changed = Agreement.objects.filter(item_id=agreement, state__in=when).update(
        state=to, state_by_id=person, state_at=clock.now(), answer=words.strip()
    )
    if not changed:
        raise too_late(readable_agreement(network=seat.network, id=agreement))
    record(verb=verb, network=seat.network, person=person, item=agreement)


def too_late(found: Agreed) -> AlreadyDone:
    """What the second person hears: who was first, and when."""
    if found.state != State.DONE or found.state_by is None:
        return AlreadyAnswered()
    name = names_of_people(found.network).get(found.state_by, "")
    when = clock_words(found.state_at)
    if local_day(found.state_at) != clock.today():
        when = f"{day_within(found.state_at, clock.now())} {when}"
    return AlreadyMarked(name=name, when=when)
