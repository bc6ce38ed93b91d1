"""What is kept after a meeting: who found the minutes right; and how people find they work together."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Approval(NetworkRow):
    """That somebody found the minutes of a meeting (`item`) right, as far as they may read them."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "person"], name="minutes_approved_once"
            )
        ]


class Cooperation(models.Model):
    """How one person finds that people work together, in one half of a year: a score of 1 to 5 for
    each statement, in their order; 0 where they gave none. What they add is in the item."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="cooperation"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    half = models.TextField()
    scores = ArrayField(models.SmallIntegerField())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "person", "half"], name="cooperation_once_a_half"
            )
        ]
