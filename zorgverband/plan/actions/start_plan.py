"""Beginning a plan with a few fields; it grows from there without typing anything again."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base import clock
from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks import queries as networks
from zorgverband.sharing.actions import share
from zorgverband.sharing.subjects import Subject
from zorgverband.ui.sentences import kept_words

from ..kinds import CYCLE, LIGHT
from ..models import PlanPart
from .add_part import NOBODY, GoalInPast, Said, add_part

WISHES = ("question", "goal")


class EmptyPlan(Refusal):
    """Vul ten minste één vak in. De rest kan later."""


def start_plan(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    texts: Mapping[str, str],
    review_on: date | None = None,
) -> list[PlanPart]:
    """Begin a plan: each line of each text becomes a part of its kind, all about `about` and under
    the general subject of plans. What a client wants, that client says, whoever writes it down.
    Raises EmptyPlan, GoalInPast, and what `share` raises."""
    lines = [
        (kind, line.strip())
        for kind in LIGHT
        for line in texts.get(kind, "").splitlines()
        if line.strip()
    ]
    if not lines:
        raise EmptyPlan(field="question")
    if review_on is not None and review_on < clock.today():
        raise GoalInPast(field="review_on")
    if review_on is not None:
        open_cycle(seat=seat, person=person, about=about, review_on=review_on)
    clients = {face.member for face in networks.clients(networks.faces(seat.network))}
    return [
        add_part(
            seat=seat, person=person, about=about, subject=Subject.ARRANGEMENTS, kind=kind,
            words=words, said=Said(by=about) if kind in WISHES and about in clients else NOBODY,
        )
        for kind, words in lines
    ]  # fmt: skip


def open_cycle(*, seat: Seat, person: UUID, about: UUID, review_on: date) -> PlanPart:
    """From now until `review_on` this is the plan; the cycle before it ends. Raises what `share`
    raises."""
    with kept_words():
        title = _("Wanneer we terugkijken op het plan")
    now = clock.now()
    item = share(
        seat=seat, person=person, about=about, subject=Subject.ARRANGEMENTS, kind="plan_cycle",
        title=title, in_news=False, tell=False,
    )  # fmt: skip
    PlanPart.objects.filter(
        network_id=seat.network, kind=CYCLE, ended_at=None, item__about_id=about
    ).update(ended_at=now, ended_by_id=person)
    row = PlanPart(item_id=item.id, network_id=seat.network, kind=CYCLE, review_on=review_on)
    PlanPart.objects.bulk_create([row])
    return row
