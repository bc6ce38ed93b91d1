"""What is kept of telling people: the inbox, what goes out by mail, and when somebody wants to hear.

All of it is keyed by person, so that an inbox over 300 networks is one index scan. References only:
no name, title or text ever stands here.
"""

from django.db import models
from django.db.models import Q

from zorgverband.base.rows import Row
from zorgverband.people.models import Person

from .kinds import Channel, Kind, Pace


class Notice(Row):
    """That a person was told of an event. `bundle` names the mail it goes out with, if any."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    event_id = models.UUIDField()
    network_id = models.UUIDField()
    item_id = models.UUIDField(null=True)
    kind = models.TextField(choices=Kind)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    bundle = models.TextField(blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "event_id"], name="notice_once")]
        indexes = [
            models.Index(fields=["person", "-at", "-id"], name="notice_inbox"),
            models.Index(
                fields=["person", "-at", "-id"], condition=Q(read_at=None), name="notice_unread"
            ),
            models.Index(fields=["person", "bundle"], name="notice_bundle"),
        ]


class Delivery(Row):
    """One message to one person over one channel: planned, claimed by a worker, sent or dropped."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    bundle = models.TextField()
    channel = models.TextField(choices=Channel)
    due_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    attempts = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "bundle", "channel"], name="delivery_once")
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(sent_at=None, dropped_at=None), name="delivery_due"
            )
        ]


class PushAddress(Row):
    """A device on which a person wants messages: where its push service takes them, and the keys with
    which only that device reads them. `mark` is that of the device (people/known_devices.py)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    mark = models.TextField()
    endpoint = models.TextField(unique=True)
    public_key = models.TextField()
    secret = models.TextField()
    kind = models.TextField()
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "mark"], name="push_once")]


class Preference(Row):
    """How soon a person wants to hear of one kind of news. No row: the default of that kind."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind)
    pace = models.TextField(choices=Pace)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="preference_once")]


class Rest(Row):
    """When a person is left in peace. No row: from 22 to 7 o'clock, and for who is in a network by
    profession outside working hours too."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    quiet = models.BooleanField(default=True)
    quiet_from = models.SmallIntegerField(default=22)
    quiet_until = models.SmallIntegerField(default=7)
    work_hours = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from__range=(0, 23), quiet_until__range=(0, 23)),
                name="rest_hours_of_the_day",
            )
        ]
