"""What is kept of supervision over the log: who supervises, what the rules marked, how it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import Row
from zorgverband.people.models import Organisation, Person


class Officer(Row):
    """A data-protection officer: of one organisation, or of the whole installation."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)


class Mark(Row):
    """That a rule met what one person did in one network on one day. It names no item, subject or
    client; it stays in the queue until an officer has decided."""

    class Decision(models.TextChoices):
        FINE = "fine", _("In orde")
        SPOKEN = "spoken", _("Besproken met deze persoon")
        WRONG = "wrong", _("Niet in orde")

    rule = models.TextField()
    network_id = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person_name = models.TextField()
    function = models.TextField()
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    day = models.DateField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.IntegerField()
    marked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decision = models.TextField(choices=Decision, blank=True, default="")
    note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "network_id", "person", "day"], name="mark_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["day", "id"], condition=models.Q(decided_at=None), name="mark_open"
            )
        ]


class Consultation(Row):
    """That the log was consulted outside the pages of a network: by an officer, or by the operator,
    who has no person here. `words`: what was asked for."""

    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    door = models.TextField()
    words = models.TextField(blank=True, default="")
    at = models.DateTimeField()
