"""Asking one member or team for something that is needed, on all its days or on some of them."""

from collections.abc import Sequence
from uuid import UUID

from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.sharing.subjects import Subject

from ..models import Arranged
from ..queries.discharge import Need
from ..queries.discharge import need as readable_need


class NoDayYet(Refusal):
    """De dag is nog niet bekend. Vul eerst een dag in, ook als die nog kan veranderen."""


class NoDaysChosen(Refusal):
    """Kies op welke dagen van de week."""


class NotNeededAnyMore(AlreadyDone):
    """Dit is niet meer nodig. Kijk eerst hoe het nu is."""


def ask_for_needed(
    *,
    seat: Seat,
    person: UUID,
    needed: UUID,
    executor: UUID,
    weekdays: Sequence[int] = (),
    more: str = "",
) -> UUID:
    """Ask `executor` for it, from its first day; the agreement. Once said yes, it is arranged. Whom is
    asked reads this under its own subject, and nothing else. Raises NotHere, NotNeededAnyMore,
    NoDayYet, NoDaysChosen, and what `ask_agreement` raises."""
    found = readable_need(network=seat.network, id=needed)
    if found.closed:
        raise NotNeededAnyMore()
    made = ask_agreement(
        seat=seat, person=person, about=found.about, subject=Subject(found.subject),
        executor=executor, what=found.what, more=more or found.more,
        terms=_terms(found, weekdays), audience=found.audience, circle=found.circle,
    )  # fmt: skip
    link = Arranged(network_id=seat.network, item_id=made.item_id, needed_id=needed)
    Arranged.objects.bulk_create([link])
    return made.item_id


def _terms(found: Need, weekdays: Sequence[int]) -> Terms:
    if found.starts_on is None:
        raise NoDayYet(field="executor")
    first = max(found.starts_on, clock.today())
    if not found.weekdays:
        return Terms(due_on=first)
    days = tuple(sorted(set(weekdays) & set(found.weekdays)))
    if not days:
        raise NoDaysChosen(field="weekday")
    return Terms(rule=Rule(first_on=first, repeat=Repeat.WEEKLY, weekdays=days))
