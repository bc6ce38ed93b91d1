"""What is kept of an advice besides its header and words: topic, which way or how much, how long."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .topics import TOPICS
from .units import UNITS


class Direction(models.TextChoices):
    """Which way an advice points; AMOUNT has a lowest, a highest, or both."""

    DO = "do", _("wel doen")
    DO_NOT = "do_not", _("niet doen")
    MORE = "more", _("meer")
    LESS = "less", _("minder")
    AMOUNT = "amount", _("zoveel")


class Advice(models.Model):
    """One advice about one client or household. It is as readable as its item.

    `what` names the thing where the topic is specific (which medicine; `code` is its ATC code).
    It holds from `starts_on` (or at once) to `ends_on` (or until somebody ends it), the last day
    included. Ended and replaced advice is kept: `instead_of` is the advice this one took the place of.
    `source` is the message it was made from; `by_member` or else `by_name` is who gave it.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="advice"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    topic = models.TextField()
    what = models.TextField(blank=True, default="")
    code = models.TextField(blank=True, default="")
    direction = models.TextField(choices=Direction)
    low = models.DecimalField(null=True, max_digits=9, decimal_places=2)
    high = models.DecimalField(null=True, max_digits=9, decimal_places=2)
    unit = models.TextField(blank=True, default="")
    by_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.TextField(blank=True, default="")
    source = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="followers"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(topic__in=tuple(TOPICS)), name="advice_topic_known"),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="advice_direction_known"
            ),
            models.CheckConstraint(
                condition=Q(direction="amount", unit__in=tuple(UNITS))
                & (Q(low__isnull=False) | Q(high__isnull=False))
                | ~Q(direction="amount") & Q(low__isnull=True, high__isnull=True, unit=""),
                name="advice_amount_has_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(high__gte=F("low")),
                name="advice_low_before_high",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="advice_ends_after_start",
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "about_id"],
                condition=Q(ended_at__isnull=True),
                name="advice_now",
            )
        ]
