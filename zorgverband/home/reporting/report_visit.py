"""Reporting a visit: one message, the measurement with it, and that somebody has been, all or nothing."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from zorgverband.agenda.actions import mark_been
from zorgverband.agenda.actions.mark_been import AlreadyBeen
from zorgverband.base import clock
from zorgverband.base.refusals import NotYours
from zorgverband.base.viewer import Seat
from zorgverband.networks.queries import Face
from zorgverband.record.actions import record_measurement
from zorgverband.sharing.actions import share
from zorgverband.sharing.actions.share import NothingWritten
from zorgverband.sharing.subjects import Subject

from .filled import Filled, Visited


class NothingFilledIn(NothingWritten):
    """Kies hoe het ging, of schrijf iets."""


class NotMedical(NotYours):
    """Dit verslag gaat over gezondheid. Kies een onderwerp dat daarbij past."""


def report_visit(
    *, seat: Seat, person: UUID, filled: Filled, visited: Visited | None, people: Iterable[Face]
) -> UUID:
    """Write the report; answers the item that holds its words. A measurement has no more readers than
    the message; where the report is about results it is the message itself. Raises NotMedical,
    NothingFilledIn, and what sharing, the record and the agenda refuse; then nothing of it was
    written."""
    message = filled.message
    if message.subject not in filled.template.subjects:
        raise NotMedical(field="subject")
    if filled.taken is None and not message.body.strip():
        raise NothingFilledIn(field="body")
    audience = message.audience(list(people))
    measured = None
    only = filled.taken is not None and message.subject == Subject.RESULTS
    if filled.taken is not None:
        measured = record_measurement(
            seat=seat, person=person, about=message.about, taken=filled.taken, at=clock.now(),
            note=message.body if only else "", audience=audience, circle=message.circle,
        )  # fmt: skip
    if measured is None or (not only and message.body):
        item = share(
            seat=seat, person=person, about=message.about, subject=message.subject, kind="note",
            title=message.title if message.body else "", body=message.body,
            audience=audience, circle=message.circle,
        ).id  # fmt: skip
    else:
        item = measured.id
    if visited is not None and filled.been:
        _been(seat=seat, person=person, visited=visited)
    return UUID(str(item))


def _been(*, seat: Seat, person: UUID, visited: Visited) -> None:
    """Somebody else may have said so already; then there is nothing to add."""
    with suppress(AlreadyBeen):
        mark_been(seat=seat, person=person, visit=visited.visit, on_date=visited.day)
