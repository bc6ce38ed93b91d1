"""What is kept of a bottleneck: on which facts it rests, who looks at it, how it stands; never words."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from zorgverband.base.rows import NetworkRow, Row
from zorgverband.networks.models import Member
from zorgverband.people.models import Person
from zorgverband.sharing.subjects import Subject


class Lens(models.TextChoices):
    """Whose facts were looked at. That something is *missing* is found twice: among all facts, and
    among those the social side could know, so that nothing medical can make a difference to it."""

    ALL = "all", "de feiten zelf"
    WHOLE = "whole", "alles, voor wie niet van de sociale kant is"
    SOCIAL = "social", "wat niet medisch is, voor de sociale kant"


class Reach(models.TextChoices):
    """Who meets it, of those who may read all its facts."""

    READERS = "readers", "wie alle feiten leest"
    LEADS = (
        "leads",
        "wie beslist, coördineert of het eerst gebeld wordt, en van wie iets wordt gevraagd",
    )


class Bottleneck(NetworkRow):
    """One thing that goes wrong, as found by one rule (`rules/`). The same thing found again is the
    same row: `key` tells them apart.

    `facts` are the items it rests on, `members` the members it speaks of: who may not see all of
    them does not meet it (privacy/locks/bottlenecks.sql). `detail` holds dates and numbers out of
    those facts. `digest` changes when a fact does. `opened_at` is the beginning of this time that
    it is open, `times` how often it came back within a week, `gone_at` since when a restless one is
    not found any more. `owner` looks at it now, the `step`th of the ladder, until `step_at`.
    """

    kind = models.TextField()
    lens = models.TextField(choices=Lens, default=Lens.ALL)
    key = models.TextField()
    reach = models.TextField(choices=Reach, default=Reach.READERS)
    about_id = models.UUIDField()
    subject = models.SmallIntegerField(choices=Subject)
    facts = ArrayField(models.UUIDField(), default=list)
    members = ArrayField(models.UUIDField(), default=list)
    who = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    asker = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    detail = models.JSONField(default=dict)
    digest = models.TextField()
    seriousness = models.SmallIntegerField()
    opened_at = models.DateTimeField()
    times = models.SmallIntegerField(default=1)
    gone_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    step = models.SmallIntegerField(default=0)
    step_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    snoozed_until = models.DateTimeField(null=True)
    snoozed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "kind", "lens", "key"], name="bottleneck_once"
            ),
            models.CheckConstraint(
                condition=Q(dismissed_at__isnull=True) | Q(dismissed_by__isnull=False),
                name="bottleneck_dismissed_by_somebody",
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "-seriousness", "since"],
                condition=Q(resolved_at__isnull=True),
                name="bottleneck_open",
            ),
            models.Index(
                fields=["owner"], condition=Q(resolved_at__isnull=True), name="bottleneck_owned"
            ),
        ]


class Measure(NetworkRow):
    """What somebody did about a bottleneck (maatregel), with words or without; only ever added to.
    As readable as the bottleneck."""

    class What(models.TextChoices):
        ACTED = "acted", "gedaan wat werd voorgesteld"
        NOTED = "noted", "genoteerd wat er is gedaan"
        DISMISSED = "dismissed", "niet nodig"
        SNOOZED = "snoozed", "later"

    bottleneck = models.ForeignKey(Bottleneck, on_delete=models.PROTECT, related_name="measures")
    what = models.TextField(choices=What)
    words = models.TextField(blank=True, default="")
    until = models.DateTimeField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["bottleneck", "at"], name="measure_of")]


class Told(NetworkRow):
    """That a person who came to own a bottleneck was told of it, by an event of the journal. Once for
    each time it is open, and not again within some days."""

    bottleneck = models.ForeignKey(Bottleneck, on_delete=models.PROTECT, related_name="+")
    event_id = models.UUIDField(unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bottleneck", "person", "opened_at"], name="bottleneck_told_once"
            )
        ]


class Watch(Row):
    """Until when the detector has looked at a network, so that a sweep goes on where it stopped and
    two that look at once wait for each other."""

    network_id = models.UUIDField(unique=True)
    looked_at = models.DateTimeField(null=True)
    swept_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["swept_at", "network_id"], name="watch_swept")]
