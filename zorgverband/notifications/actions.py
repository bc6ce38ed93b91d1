"""Telling people of an event, marking notices as read, and keeping when somebody wants to hear."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from zorgverband.base import clock, jobs, telling
from zorgverband.base.refusals import Refusal

from .kinds import DEFAULT_PACES, ON_TOP, Kind, Pace, kind_of
from .models import Notice, Preference, Rest
from .timing import peace_for, plan

# Rings on open pages over several networks: what happened is in the inboxes now.
TOLD = "zv_told"


@dataclass(frozen=True)
class Told:
    """For how many persons an event was new, and whether a mail of it can leave now."""

    persons: int
    mail_now: bool


def deliver(*, event: UUID) -> Told:
    """Put the event in the inbox of everybody who may know of it at this moment, except who did it,
    and plan the mails they want.

    Safe to repeat and to run twice at the same time: each person gets the event once. The database
    asks the rule again while it inserts, and leaves out who may no longer know.
    """
    now = clock.now()
    tellings = []
    for who in telling.to_tell(event):
        kind = kind_of(verb=who.verb, to_me=who.to_me, item_kind=who.item_kind)
        if kind is None:
            continue
        pace = Pace(who.paces.get(kind, DEFAULT_PACES[kind]))
        planned = plan(event=event, happened_at=who.at, now=now, pace=pace, peace=peace_for(who))
        tellings.append(
            telling.Telling(
                person=who.person, kind=kind, bundle=planned.bundle, due_at=planned.due_at
            )
        )
    new = telling.tell(event=event, tellings=tellings) if tellings else 0
    if new:
        jobs.wake(TOLD, event)
    return Told(persons=new, mail_now=any(one.bundle and one.due_at <= now for one in tellings))


def mark_read(*, notices: Sequence[UUID]) -> int:
    """Mark these notices of the viewer, in the networks entered, as read; how many were new."""
    return Notice.objects.filter(id__in=notices, read_at=None).update(read_at=clock.now())


def mark_read_between(*, network: UUID, start: datetime, end: datetime) -> int:
    """Mark the viewer's notices of an entered network from moment to moment as read, except what
    stands on top by itself: that stays until it was answered or seen. Answers how many were new."""
    rows = Notice.objects.filter(network_id=network, read_at=None, at__range=(start, end))
    return rows.exclude(kind__in=ON_TOP).update(read_at=clock.now())


class NoSuchHour(Refusal):
    """Deze uren kunnen niet. Kies hele uren van 0 tot en met 23."""


def set_preferences(
    *,
    person: UUID,
    paces: Mapping[Kind, Pace],
    quiet: bool,
    quiet_from: int,
    quiet_until: int,
    work_hours: bool,
) -> None:
    """Keep how soon this person wants to hear of each kind, and when to be left in peace.

    Holds for what happens from now on. Raises NoSuchHour.
    """
    if not (0 <= quiet_from <= 23 and 0 <= quiet_until <= 23):
        raise NoSuchHour(field="quiet_from")
    kept = dict(Preference.objects.filter(person_id=person).values_list("kind", "pace"))
    # The same page may be saved twice at once, also for the first time: the last one counts.
    Preference.objects.bulk_create(
        [
            Preference(person_id=person, kind=kind, pace=pace)
            for kind, pace in paces.items()
            if kept.get(kind, DEFAULT_PACES[kind]) != pace
        ],
        update_conflicts=True, unique_fields=["person", "kind"], update_fields=["pace"],
    )  # fmt: skip
    rest = {
        "quiet": quiet, "quiet_from": quiet_from, "quiet_until": quiet_until,
        "work_hours": work_hours,
    }  # fmt: skip
    Rest.objects.bulk_create(
        [Rest(person_id=person, **rest)],
        update_conflicts=True, unique_fields=["person"], update_fields=[*rest],
    )  # fmt: skip
