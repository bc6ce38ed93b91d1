"""What is kept of help that is asked: what kind, when, of whom first, who does it, who said no."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .kinds import KINDS

LONGEST = 26


class HelpRequest(models.Model):
    """Help that somebody asks for. What, in words, stands in its item.

    Once on `day`, or each week for `weeks` weeks; without a day it does not matter when. It is asked
    of `first_to` until `first_until`, then for `wait_minutes` of who offered that kind, then of all
    who read it; sooner when `first_to` said no (`offered_at`) or who asked wants it (`opened_at`).
    `instead_of`: an agreement or visit that somebody takes over, as a whole or on those days.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="help_request"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    task = models.TextField()
    day = models.DateField(null=True)
    last_on = models.DateField(null=True)
    weeks = models.SmallIntegerField(default=1)
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    first_to = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    first_until = models.DateTimeField()
    wait_minutes = models.IntegerField()
    offered_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    whole = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(task__in=tuple(KINDS)), name="help_kind_known"),
            models.CheckConstraint(
                condition=Q(weeks=1) | Q(day__isnull=False, weeks__gte=1, weeks__lte=LONGEST),
                name="help_weeks_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")), name="help_ends_later"
            ),
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(day__isnull=False), name="help_time_on_a_day"
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "last_on"], condition=Q(ended_at__isnull=True), name="help_asked"
            )
        ]


class HelpAnswer(NetworkRow):
    """That somebody cannot do it: for who asked, and for themselves. They are not asked again."""

    item: Any = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "member"], name="help_no_once")
        ]


class HelpTaken(NetworkRow):
    """That somebody does it, one at a time; `made` is the agreement or visit that came of it. The
    database says `at` which moment. Given back it is kept; thanked for it once."""

    item: Any = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    made: Any = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True)
    thanked_at = models.DateTimeField(null=True)
    thanked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    thanks = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item"],
                condition=Q(given_back_at__isnull=True),
                name="help_taken_by_one",
            )
        ]
        indexes = [models.Index(fields=["network", "member"], name="help_taken_by")]


class HelpTold(NetworkRow):
    """That a person heard that this is asked of them too; once, whichever step it was."""

    item: Any = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "person"], name="help_told_once")
        ]


class Away(models.Model):
    """Days on which a carer is away, an item about themselves: for whom they chose to read it."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="away"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    first_on = models.DateField()
    last_on = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="away_in_order")
        ]
        indexes = [models.Index(fields=["network", "last_on"], name="away_until")]
