"""The short self-check: how long a carer keeps it up, when they rested, and on request a short list."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.ui.sentences import kept_words

from ..models import CarerCheck
from ..tasks import HEAVIEST, QUESTIONS, Holds
from .ground import put_down


class NotAnswered(Refusal):
    """Kies hoe lang u dit nog volhoudt."""


class NotAllAnswered(Refusal):
    """Geef op elke vraag van de lijst een antwoord."""


class NotYet(Refusal):
    """Deze dag is nog niet geweest. Kies vandaag of eerder."""


def say_how_it_goes(
    *,
    seat: Seat,
    person: UUID,
    holds: int | None,
    rested_on: date | None = None,
    answers: Sequence[int] = (),
    words: str = "",
    readers: Sequence[UUID] = (),
) -> Item:
    """Keep how it goes with the carer today. `answers` is empty, or one for each of `QUESTIONS`. Raises
    NotAnswered, NotAllAnswered, NotYet, and what `put_down` raises."""
    if holds not in Holds.values:
        raise NotAnswered(field="holds")
    if answers and (
        len(answers) != len(QUESTIONS) or any(not 0 <= one <= HEAVIEST for one in answers)
    ):
        raise NotAllAnswered(field="answer-0")
    if rested_on is not None and rested_on > clock.today():
        raise NotYet(field="rested_on")
    with kept_words():
        title = _("Hoe lang houdt u dit nog vol? %(answer)s.") % {"answer": Holds(holds).label}
    item = put_down(
        seat=seat, person=person, kind="carer_check", title=title, body=words, readers=readers
    )
    row = CarerCheck(
        item=item, network_id=seat.network, about_id=seat.member, on_date=clock.today(),
        holds=holds, rested_on=rested_on, answers=list(answers),
    )  # fmt: skip
    CarerCheck.objects.bulk_create([row])
    return item
