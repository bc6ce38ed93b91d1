"""What is kept of safety compartments besides what the rule itself needs (`sharing.models`)."""

from django.db import models
from django.db.models import F, Q

from zorgverband.base.rows import NetworkRow
from zorgverband.people.models import Person
from zorgverband.sharing.models import Compartment


class Opening(NetworkRow):
    """From when the client may see in the access log who looked inside a compartment, and why then.
    Can be withdrawn as long as that moment has not come."""

    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="openings")
    opens_at = models.DateTimeField()
    note = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__lt=F("opens_at")),
                name="opening_withdrawn_before_it_comes",
            )
        ]
