"""Looking back together: everybody says what went well, what did not, and what now."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.journal.actions import record
from zorgverband.sharing.actions.share import MayNotWrite
from zorgverband.sharing.subjects import Subject

from ..domains import domain
from ..kinds import CYCLE, REVIEWS
from ..models import PlanPart
from ..queries import Part, parts
from .add_part import GoalInPast, Said, add_part
from .start_plan import open_cycle


class NoAnswer(Refusal):
    """Vul ten minste één antwoord in."""


class NoReviewDate(Refusal):
    """Kies wanneer u weer samen terugkijkt."""


def answer_review(
    *, seat: Seat, person: UUID, about: UUID, part_of_life: str, texts: Mapping[str, str]
) -> list[PlanPart]:
    """Keep what somebody says about this cycle, under the subject of that part of life.

    Raises NoAnswer, and what `share` raises.
    """
    said = [(kind, texts.get(kind, "").strip()) for kind in REVIEWS]
    if not any(words for _kind, words in said):
        raise NoAnswer(field="went_well")
    return [
        add_part(
            seat=seat, person=person, about=about, subject=domain(part_of_life).subject,
            kind=kind, words=words, domain=part_of_life, said=Said(by=seat.member),
        )
        for kind, words in said
        if words
    ]  # fmt: skip


def ask_review(*, seat: Seat, person: UUID, about: UUID) -> Part:
    """Ask everybody who reads this plan what they think, before one looks back; the cycle.

    Raises NoReviewDate for a plan without a day to look back, MayNotWrite.
    """
    if not seat.may_write(about=about, subject=Subject.ARRANGEMENTS):
        raise MayNotWrite()
    cycles = [one for one in parts(seat.network) if one.kind == CYCLE and one.about == about]
    if not cycles:
        raise NoReviewDate(field="review_on")
    record(verb="plan_review_asked", network=seat.network, person=person, item=cycles[-1].id)
    return cycles[-1]


def next_cycle(*, seat: Seat, person: UUID, about: UUID, review_on: date | None) -> PlanPart:
    """This cycle ends, the next begins: goals that are open go on, answers stay with their cycle.
    Of a next cycle the readers of the plan hear. Raises NoReviewDate, GoalInPast, and what `share`
    raises."""
    if review_on is None:
        raise NoReviewDate(field="review_on")
    if review_on <= clock.today():
        raise GoalInPast(field="review_on")
    row = open_cycle(seat=seat, person=person, about=about, review_on=review_on)
    record(verb="plan_cycle", network=seat.network, person=person, item=row.item_id)
    return row
