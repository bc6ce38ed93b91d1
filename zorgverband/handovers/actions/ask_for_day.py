"""Asking when somebody comes home, while nobody knows: a question to who opened it, in one tap."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from zorgverband.base.refusals import AlreadyDone, Refusal
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face, faces
from zorgverband.sharing.circles import FAMILY_CARE
from zorgverband.sharing.queries import made_from
from zorgverband.sharing.subjects import Subject
from zorgverband.talks.actions import ask_question
from zorgverband.talks.models import Urgency
from zorgverband.talks.queries import open_questions
from zorgverband.ui.sentences import kept_words

from ..queries.discharge import Row
from ..queries.discharge import discharge as readable_discharge
from .move_discharge import OverAlready


class DayKnown(AlreadyDone):
    """De dag is al bekend. Kijk hieronder welke dag het is."""


class AskedAlready(AlreadyDone):
    """Dit is al gevraagd. U krijgt bericht als er antwoord is."""


class NobodyKnows(Refusal):
    """Niemand in dit netwerk kan dit weten. Bel de afdeling."""


def whom_to_ask(row: Row, *, seat: Seat, people: Mapping[UUID, Face]) -> Face | None:
    """Who knows the day: who opened it, else who coordinates; never who asks."""
    opened = people.get(row["item__author_member_id"])
    found = [opened] if opened else []
    found += [one for one in people.values() if one.coordinator]
    return next((one for one in found if one.active and one.member != seat.member), None)


def ask_for_day(*, seat: Seat, person: UUID, discharge: UUID) -> UUID:
    """Ask on which day they come home, to be answered this week; the question. It has the readers of
    the discharge: family and care who read about health.

    Raises NotHere, OverAlready, DayKnown, NobodyKnows, AskedAlready, and what `ask_question` raises.
    """
    row = readable_discharge(network=seat.network, id=discharge)
    if row["ended_at"]:
        raise OverAlready()
    if row["expected_on"] is not None:
        raise DayKnown()
    people = faces(seat.network)
    whom = whom_to_ask(row, seat=seat, people=people)
    if whom is None:
        raise NobodyKnows()
    asked = {one["id"] for one in made_from(discharge) if one["kind"] == "question"}
    if asked & {one.id for one in open_questions(seat.network, seat.member)}:
        raise AskedAlready()
    about = people.get(row["about_id"])
    with kept_words():
        what = _("Wanneer komt %(name)s naar huis?") % {"name": about.given_name if about else ""}
    made = ask_question(
        seat=seat, person=person, about=row["about_id"], subject=Subject.HEALTH, to=whom.member,
        what=what, urgency=Urgency.THIS_WEEK, source=discharge, circle=FAMILY_CARE,
    )  # fmt: skip
    return UUID(str(made.item_id))
