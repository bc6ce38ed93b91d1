"""After the stories: everybody has heard what was for them, and has read most of it."""

import os
import random
from datetime import timedelta

import psycopg
from django.db import transaction

from zorgverband.base import clock
from zorgverband.base.viewer import enter, networks_of
from zorgverband.notifications.actions import deliver, mark_read
from zorgverband.notifications.models import Notice
from zorgverband.sharing.actions import mark_seen

from .town import Town

# Some look every day, some once in four days.
LAST_LOOKED = (1, 1, 2, 2, 3, 4)


def settle(town: Town) -> None:
    """Deliver every event of the stories, then let each person have read up to some days ago."""
    with psycopg.connect(os.environ["ZV_OWNER_DSN"]) as owner:
        events = owner.execute("SELECT id FROM journal_event ORDER BY at, id").fetchall()
    for (event,) in events:
        with transaction.atomic():
            deliver(event=event)
    chance = random.Random(1)
    for person in town.people.values():
        until = clock.now() - timedelta(days=chance.choice(LAST_LOOKED))
        with transaction.atomic():
            enter(person=person)
            networks = networks_of(person)
            enter(person=person, networks=networks)
            for network in networks:
                mark_seen(person=person, network=network, until=until)
            seen = Notice.objects.filter(person_id=person, at__lt=until)
            mark_read(notices=list(seen.values_list("id", flat=True)))
