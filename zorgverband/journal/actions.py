"""Noting what happened: one row, one wake-up call and one job per event."""

from uuid import UUID

from zorgverband.base import clock, jobs

from .models import Event

CHANNEL = "zv_events"
DELIVER = "notifications.deliver"


def record(
    *,
    verb: str,
    network: UUID,
    person: UUID,
    item: UUID | None = None,
    member: UUID | None = None,
    to_person: UUID | None = None,
) -> Event:
    """Write the event in the transaction of the act, and see to it that who may know is told.

    `to_person` narrows who is told to one person; it never widens it.
    """
    event = Event(
        network_id=network,
        verb=verb,
        item_id=item,
        member_id=member,
        person_id=person,
        to_person_id=to_person,
        at=clock.now(),
    )
    event.save(force_insert=True)
    jobs.wake(CHANNEL, event.id)
    jobs.defer(DELIVER, event=event.id)
    return event
