"""Reminding, once a day, of looks in need that nobody judged yet."""

from datetime import datetime, time, timedelta

from django.db import transaction

from zorgverband.base import clock, locked
from zorgverband.base.viewer import enter
from zorgverband.journal.actions import record
from zorgverband.journal.models import Event

from .models import Notice

WAITS = "emergency_waits"
AFTER = timedelta(days=1)


def remind_of_reviews() -> int:
    """Tell everybody who can still judge a look in need of more than a day ago; answers how many
    were told. The reminder of today takes the place of that of yesterday. Safe to repeat."""
    morning = datetime.combine(clock.today(), time(), tzinfo=clock.HOME)
    told = 0
    for network, person in locked.open_reviews(clock.now() - AFTER):
        with transaction.atomic():
            enter(person=person, networks=[network])
            earlier = Event.objects.filter(network_id=network, to_person_id=person, verb=WAITS)
            if earlier.filter(at__gte=morning).exists():
                continue
            Notice.objects.filter(event_id__in=earlier.values("id"), read_at=None).update(
                read_at=clock.now()
            )
            record(verb=WAITS, network=network, person=person, to_person=person)
        told += 1
    return told
