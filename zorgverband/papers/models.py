"""What is kept of paper: that a letter with news was brought, by whom, and until when it told."""

from django.db import models
from django.db.models import F, Q

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member
from zorgverband.people.models import Person


class Letter(NetworkRow):
    """A letter with the news from `since` until `until` that somebody brought to a client. The next
    one starts there. It holds no words and names no items: those are as they are for who reads."""

    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()
    brought_on = models.DateField()
    brought_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="letter_until_after_since"
            )
        ]
        indexes = [models.Index(fields=["network", "client", "-until"], name="letter_of")]
