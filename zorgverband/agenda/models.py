"""What is kept of a visit besides its header: when by the clock on the wall, how it repeats, who."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from zorgverband.base.repeating import Repeat
from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Visit(models.Model):
    """One visit or one series of visits. Words (what it is for, in plain words) stand in its item.

    Times are those of the clock on the wall where the client lives: nine o'clock stays nine
    o'clock when summer time begins or ends. `last_on` is FOREVER for a series without an end.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="visit"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    who = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    who_name = models.TextField(blank=True, default="")
    place = models.TextField(blank=True, default="")
    first_on = models.DateField()
    last_on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField(null=True)
    repeat = models.TextField(choices=Repeat, default=Repeat.ONCE)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    stopped_from = models.DateField(null=True)
    stopped_reason = models.TextField(blank=True, default="")
    stopped_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(who__isnull=False) | ~Q(who_name=""), name="visit_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                name="visit_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="visit_last_after_first"
            ),
        ]
        indexes = [models.Index(fields=["network", "last_on"], name="visit_last_on")]


class VisitChange(NetworkRow):
    """What was different about one occurrence: moved, cancelled, or that somebody has been.

    `on_date` is the day the rule gave; the other times hold only when it was moved. `version`
    counts the changes, so that two people changing the same occurrence notice each other.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    on_date = models.DateField()
    moved_on = models.DateField(null=True)
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    cancelled = models.BooleanField(default=False)
    reason = models.TextField(blank=True, default="")
    changed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    been_at = models.DateTimeField(null=True)
    been_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    been_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.SmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "on_date"], name="visit_change_once"
            ),
            models.CheckConstraint(
                condition=Q(moved_on__isnull=True) | Q(starts__isnull=False),
                name="visit_moved_to_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "moved_on"],
                condition=Q(moved_on__isnull=False),
                name="visit_moved_on",
            )
        ]


class VisitPurpose(models.Model):
    """What a visit is for, as an item of its own with a subject of its own: who reads that
    somebody comes does not thereby read why."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="visit_purpose"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="purposes")
