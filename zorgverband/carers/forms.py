"""What a carer fills in about themselves, checked into what the actions take."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import QueryDict

from zorgverband.base.refusals import Refusal
from zorgverband.base.typed import day_of, whole_number
from zorgverband.networks.queries import Face

from .actions import Offered
from .actions.offer import HOURS_IN_A_WEEK, NotSoManyHours, NotSoManyWeeks
from .tasks import QUESTIONS, TASKS, Stance

WEEK = 7


class NoDay(Refusal):
    """Dit is geen datum. Kies een dag, of laat die leeg."""


def read_offer(data: QueryDict) -> Offered:
    """What the carer offers. Raises NotSoManyHours, NotSoManyWeeks or NoDay at the field."""
    stances = {task: data.get(f"task-{task}", "") for task in TASKS}
    weeks = data.get("respite_weeks", "").strip()
    respite = whole_number(weeks) if weeks else None
    if weeks and respite is None:
        raise NotSoManyWeeks(field="respite_weeks")
    return Offered(
        tasks={task: said for task, said in stances.items() if said in Stance.values},
        hours=_hours(data.get("hours", "")),
        weekdays=[day for day in range(WEEK) if str(day) in data.getlist("weekday")],
        until_on=read_day(data, "until_on"),
        respite_weeks=respite,
        limits=data.get("limits", "")[:2000],
    )


def _hours(typed: str) -> Decimal | None:
    words = typed.strip().replace(",", ".")
    if not words:
        return None
    try:
        hours = Decimal(words)
    except ArithmeticError:
        raise NotSoManyHours(field="hours") from None
    # Rounding a number of more digits than a decimal holds is no answer either.
    if not hours.is_finite() or not 0 <= hours <= HOURS_IN_A_WEEK:
        raise NotSoManyHours(field="hours")
    return round(hours, 1)


def read_day(data: QueryDict, name: str) -> date | None:
    """The day in a field, None for an empty one; raises NoDay."""
    typed = data.get(name, "").strip()
    found = day_of(typed) if typed else None
    if typed and found is None:
        raise NoDay(field=name)
    return found


def read_answers(data: QueryDict) -> list[int]:
    """The answers to the short list that were given, in order; -1 where one is missing. Empty when the
    list was not asked for."""
    if "list" not in data:
        return []
    given = [whole_number(data.get(f"answer-{nr}")) for nr in range(len(QUESTIONS))]
    return [-1 if one is None else one for one in given]


def read_readers(data: QueryDict, people: Mapping[UUID, Face]) -> list[UUID]:
    """The members that were chosen, of those that take part."""
    chosen = set(data.getlist("reader"))
    return [member for member, face in people.items() if str(member) in chosen and face.active]
