"""Writing down a complaint, illness or diagnosis."""

from datetime import date
from uuid import UUID

from zorgverband.base.refusals import Refusal
from zorgverband.base.viewer import Seat
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

from ..models import Problem
from .ground import not_in_future, put_down

SUBJECTS = (Subject.HEALTH, Subject.MIND)


class NotAProblem(Refusal):
    """Kies of het over het lichaam gaat, of over het gevoel en het denken."""


def record_problem(
    *,
    seat: Seat,
    person: UUID,
    about: UUID,
    name: str,
    subject: Subject = Subject.HEALTH,
    since: date | None = None,
    note: str = "",
) -> Item:
    """Write down a problem of `about`, under health or mind. Raises NoName, InTheFuture,
    NotAProblem for another subject, and what sharing refuses."""
    if subject not in SUBJECTS:
        raise NotAProblem(field="subject")
    not_in_future(since, field="since")
    item = put_down(
        seat=seat,
        person=person,
        about=about,
        subject=subject,
        kind="problem",
        title=name,
        body=note,
    )
    row = Problem(
        item=item, network_id=seat.network, about_id=about, name=name.strip(), since=since
    )
    Problem.objects.bulk_create([row])
    return item
