"""Telling clients each week the code of their log: a copy of its head outside our database."""

from django.db import connection, transaction

from zorgverband.base.viewer import enter
from zorgverband.journal.actions import record
from zorgverband.notifications.kinds import LOG_SEALED


def tell_codes() -> int:
    """Note for every client, and who decides for them, that there is a code; how many were told.

    The event holds no code: the page of who is told looks it up, under the lock. Each in a
    transaction of its own, in the name of who is told.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_id, person_id FROM privacy.hear_of_codes()")
        rows = list(cursor.fetchall())
    told = 0
    for network, person in rows:
        with transaction.atomic():
            viewer = enter(person=person, networks=[network])
            if network in viewer.seats:
                record(verb=LOG_SEALED, network=network, person=person, to_person=person)
                told += 1
    return told
