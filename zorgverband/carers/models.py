"""What is kept of a carer's contribution, and of how they say it goes: about themselves alone.

Every row belongs to an item about the carer's own membership under the subject `carer`: the carer
decides who reads it (visibility.md, *Control*).
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Network
from zorgverband.sharing.models import Item

from .tasks import TASKS, Holds, Stance


class _CarerRow(models.Model):
    """Structure of one item about a carer; `about_id` is that carer's membership."""

    item: Any = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="%(class)s"
    )
    network: Any = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()

    class Meta:
        abstract = True


class CarerOffer(_CarerRow):
    """What a carer offers: at most so many hours a week, on these days (Monday is 0; empty: any),
    until when, and how often they need a free weekend or a few days off (`respite_weeks`: at least
    once in so many weeks). Limits in words stand in the item. The newest one holds; older are kept."""

    hours = models.DecimalField(null=True, max_digits=4, decimal_places=1)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    until_on = models.DateField(null=True)
    respite_weeks = models.SmallIntegerField(null=True)
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "about_id"],
                condition=Q(replaced_at__isnull=True),
                name="carer_offer_once",
            ),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gte=0, hours__lte=168),
                name="carer_hours_in_a_week",
            ),
        ]


class CarerTask(NetworkRow):
    """What a carer says in one offer of one task: wants to, can, or does not want to."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    task = models.TextField()
    stance = models.TextField(choices=Stance)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "task"], name="carer_task_once"),
            models.CheckConstraint(condition=Q(task__in=tuple(TASKS)), name="carer_task_known"),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values), name="carer_stance_known"
            ),
        ]


class CarerCheck(_CarerRow):
    """How long a carer says they can keep it up, on one day; when they last had a whole day to
    themselves; and the answers to `tasks.QUESTIONS`, in order, when they filled in that list."""

    on_date = models.DateField()
    holds = models.SmallIntegerField(choices=Holds)
    rested_on = models.DateField(null=True)
    answers = ArrayField(models.SmallIntegerField(), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(holds__in=Holds.values), name="carer_holds_known")
        ]
        indexes = [
            models.Index(fields=["network", "about_id", "-on_date"], name="carer_check_last")
        ]
