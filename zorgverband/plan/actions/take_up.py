"""Making an agreement of what was suggested, or putting it aside."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from zorgverband.agreements.actions import ask_agreement
from zorgverband.agreements.actions.ask_agreement import Terms
from zorgverband.agreements.models import Agreement
from zorgverband.base import clock
from zorgverband.base.refusals import AlreadyDone, NotHere, NotYours
from zorgverband.base.repeating import Repeat, Rule
from zorgverband.base.viewer import Seat
from zorgverband.networks.actions import note_presence
from zorgverband.sharing.queries import item as readable_item
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..models import Suggestion
from ..suggestions import Suggests
from ..suggestions import suggestion as open_suggestion


class AlreadyTaken(AlreadyDone):
    """Iemand anders was u voor. Dit voorstel is al afgesproken of opzij gezet."""


def may_take_up(found: Suggests, *, seat: Seat, person: UUID) -> bool:
    """Whether this person took it over or may write about its subject. The lock says the same."""
    return found.author == person or seat.may_write(about=found.about, subject=found.subject)


def take_up(
    *, seat: Seat, person: UUID, suggestion: UUID, executor: UUID, due_on: date | None = None,
    at_once: bool = True,
) -> Agreement:  # fmt: skip
    """Ask `executor` to do it, for the same readers; it binds after their yes, as every agreement.
    With `at_once` off also who asks it of themselves answers first.

    Raises NotHere, NotYours, AlreadyTaken, and what `ask_agreement` raises; then nothing changes.
    """
    found = _mine(seat, person, suggestion)
    if not found.deed:
        raise NotHere()
    header = readable_item(network=seat.network, id=found.item)
    with transaction.atomic():
        _claim(suggestion, person)
        made = ask_agreement(
            seat=seat, person=person, about=found.about, subject=Subject(found.subject),
            executor=executor, what=found.what, more=_more(found), terms=_terms(found, due_on),
            audience=header["audience"], circle=header["circle"], at_once=at_once,
        )  # fmt: skip
        rows = Suggestion.objects.filter(id=suggestion)
        rows.update(agreement_id=made.item_id, closed_at=None, closed_by_id=None)
    return made


def set_aside(*, seat: Seat, person: UUID, suggestion: UUID) -> None:
    """It need not be agreed on, or nobody is invited. Raises NotHere, NotYours or AlreadyTaken."""
    found = _mine(seat, person, suggestion)
    note_presence(seat=seat, person=person, medical=Subject(found.subject).medical)
    _claim(suggestion, person)


def _mine(seat: Seat, person: UUID, suggestion: UUID) -> Suggests:
    found = open_suggestion(network=seat.network, id=suggestion)
    if not may_take_up(found, seat=seat, person=person):
        raise NotYours()
    return found


def _claim(suggestion: UUID, person: UUID) -> None:
    """Of two at once the second waits here, and finds it taken."""
    rows = Suggestion.objects.filter(
        id=suggestion, agreement_id=None, closed_at=None, ended_at=None
    )
    if not rows.update(closed_at=clock.now(), closed_by_id=person):
        raise AlreadyTaken()


def _terms(found: Suggests, due_on: date | None) -> Terms:
    """As the source has it, as far as it lies ahead; a day that is chosen here comes first."""
    if found.repeat == Repeat.ONCE or due_on is not None:
        ahead = found.due_on if found.due_on and found.due_on >= clock.today() else None
        return Terms(due_on=due_on or ahead, goal=found.goal)
    last = {"last_on": found.due_on} if found.due_on and found.due_on >= clock.today() else {}
    rule = Rule(
        first_on=clock.today(), repeat=Repeat(found.repeat), weekdays=tuple(found.weekdays), **last
    )
    return Terms(rule=rule, goal=found.goal)


def _more(found: Suggests) -> str:
    with kept_words():
        who = _("Volgens de bron doet dit: %(who)s.") % {"who": found.who} if found.who else ""
        when = _("Wanneer: %(moment)s.") % {"moment": found.moment} if found.moment else ""
        source = _("Uit: %(title)s.") % {"title": found.title}
    return "\n".join(filter(None, [when, who, source]))
