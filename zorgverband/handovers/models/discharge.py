"""A discharge, what somebody needs, who promised it, and whether it was there the day after.

That somebody is in hospital is medical. What is needed at home is an item of its own with a subject
of its own: who reads only that one reads nothing of the hospital. The link between the two is a row
that only who reads both can see.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Discharge(models.Model):
    """One going home from hospital, of one client. `expected_on` is None while the day is not known.

    `told` is who at home hears of it first. It is over when somebody says so (`ended_at`), or that
    it does not happen (`called_off`).
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="discharge"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    expected_on = models.DateField(null=True)
    ward = models.TextField(blank=True, default="")
    call_name = models.TextField(blank=True, default="")
    call_phone = models.TextField(blank=True, default="")
    told = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    called_off = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["network", "expected_on"],
                condition=Q(ended_at__isnull=True),
                name="discharge_coming",
            )
        ]


class DischargeDate(NetworkRow):
    """A day that was said: None for 'not known yet'. Never rewritten."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    expected_on = models.DateField(null=True)
    words = models.TextField(blank=True, default="")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["network", "item", "at"], name="discharge_date_said")]


class Needed(models.Model):
    """Something somebody needs at home from a day on: once, or on days of the week (0 is Monday).

    `line` is the line of the standard list it was made from, or empty. Closed with a reason when it
    is not needed (any more).
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="needed"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    line = models.TextField(blank=True, default="")
    starts_on = models.DateField(null=True)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_because = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(
                fields=["network", "starts_on"],
                condition=Q(closed_at__isnull=True),
                name="needed_open",
            )
        ]


class NeededFor(NetworkRow):
    """That something is needed for a discharge; it shows to who may read both."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    discharge = models.ForeignKey(Discharge, on_delete=models.PROTECT, related_name="needs")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item"], name="needed_for_one_discharge")
        ]
        indexes = [models.Index(fields=["network", "discharge"], name="needed_for_discharge")]


class Arranged(NetworkRow):
    """That an agreement (`item`) is about something needed; it shows to who may read both."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    needed = models.ForeignKey(Needed, on_delete=models.PROTECT, related_name="arranged")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item"], name="arranged_for_one_need")
        ]
        indexes = [models.Index(fields=["network", "needed"], name="arranged_for_needed")]


class Arrived(models.TextChoices):
    """What was answered the day after."""

    THERE = "there", _("Het is er")
    MISSING = "missing", _("Het is er niet")
    UNKNOWN = "unknown", _("Weet ik niet")


class Arrival(NetworkRow):
    """What somebody at home said about something needed, after the day. The last one counts, until
    there is another day."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(choices=Arrived)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=("there", "missing", "unknown")), name="arrival_known"
            )
        ]
        indexes = [models.Index(fields=["network", "item", "at"], name="arrival_said")]


class ArrivalAsk(NetworkRow):
    """That this person was asked the day after a discharge whether everything is there; once. When the
    day changes after that, `at` becomes when they were asked anew."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "person"], name="arrival_asked_once")
        ]
