"""Moving an agreement from one state to the next, once: of two people who do so, the first counts."""

from datetime import datetime
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotYours
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.networks.actions import note_presence
from zorgverband.networks.queries import names_of_people
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.dates import clock as clock_words
from zorgverband.ui.dates import day_within, local_day

from ..agreed import Agreed
from ..models import Agreement, AgreementChange, State
from ..moves import START, Move, Role
from ..queries import agreement as readable_agreement


class AlreadyMarked(AlreadyDone):
    """Was al gedaan door {name}, {when}."""


class AlreadyAnswered(AlreadyDone):
    """Hier is al op geantwoord. Hieronder ziet u hoe het nu is."""


class OtherWordsNow(AlreadyDone):
    """Deze afspraak is veranderd nadat u hem las. Hieronder ziet u hoe hij nu is. Zeg dan ja of nee."""


class NotAskedOfYou(NotYours):
    """Deze afspraak is niet aan u gevraagd. Alleen wie het doet, kan dit zeggen."""


def roles(found: Agreed, *, seat: Seat, person: UUID) -> set[Role]:
    """What somebody is to this agreement. The lock says the same."""
    mine = set()
    if found.executor == seat.member:
        mine.add(Role.EXECUTOR)
    if found.answerer == seat.member:
        mine.add(Role.ANSWERER)
    if found.author == person or seat.decides(about=found.about, subject=found.subject):
        mine.add(Role.ASKER)
    return mine


def make_move(
    *, seat: Seat, person: UUID, agreement: UUID, move: Move, words: str = "",
    stated: str | None = None, tell: bool = True,
) -> None:  # fmt: skip
    """Make one move of the table, if the state still allows it, and keep what changed. `stated`: what
    `Agreed.stated` was for who makes it.

    Raises NotHere, NotAskedOfYou or NotYours, AlreadyMarked, AlreadyAnswered or OtherWordsNow; then
    nothing changes. The statement holds its condition, so that nobody's answer is overwritten.
    """
    found = readable_agreement(network=seat.network, id=agreement)
    if not roles(found, seat=seat, person=person) & set(move.by):
        raise NotYours() if Role.ASKER in move.by else NotAskedOfYou()
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    while not _moved(found, move, person, words, stated):
        # Somebody was first. Where that still leaves room for this answer, it counts too.
        found = readable_agreement(network=seat.network, id=agreement)
    note_change(seat=seat, person=person, agreement=agreement, was=found.state, became=move.to,
                words=words)  # fmt: skip
    if tell:
        record(verb=move.verb, network=seat.network, person=person, item=agreement)


def _moved(found: Agreed, move: Move, person: UUID, words: str, stated: str | None) -> bool:
    if found.state not in move.when:
        raise too_late(found)
    if stated is not None and stated != found.stated:
        raise OtherWordsNow()
    rows = Agreement.objects.filter(item_id=found.id, state=found.state)
    # Begun by a first tick it was promised since before that: an earlier day stays missed.
    since = found.state_at if move == START and found.repeats else clock.now()
    changed = {"state": move.to, "state_by_id": person, "state_at": since}
    return bool(rows.update(**changed, answer=words.strip()))


def note_change(
    *, seat: Seat, person: UUID, agreement: UUID, was: str, became: State, words: str = ""
) -> None:
    """Keep for good that this person changed how the agreement stands."""
    change = AgreementChange(
        network_id=seat.network, item_id=agreement, was=was, became=became, person_id=person,
        member_id=seat.member, at=clock.now(), words=words.strip(),
    )  # fmt: skip
    AgreementChange.objects.bulk_create([change])


def too_late(found: Agreed) -> AlreadyDone:
    """What the second person hears: who was first, and when."""
    if found.state != State.DONE or found.state_by is None:
        return AlreadyAnswered()
    name = names_of_people(found.network).get(found.state_by, "")
    return AlreadyMarked(name=name, when=when_words(found.state_at))


def when_words(moment: datetime) -> str:
    """'12.10 uur', of another day 'gisteren 12.10 uur'."""
    when = clock_words(moment)
    if local_day(moment) == clock.today():
        return when
    return f"{day_within(moment, clock.now())} {when}"
