"""What is kept of team meetings on general policy: of an organisation or a neighbourhood, apart from
every network. There is no client in it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import Row
from zorgverband.organisations.models import Neighbourhood
from zorgverband.people.models import Organisation, Person


class PolicyMeeting(Row):
    """A meeting of who works for one organisation, or in one neighbourhood; open until it is closed."""

    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    neighbourhood = models.ForeignKey(
        Neighbourhood, null=True, on_delete=models.PROTECT, related_name="+"
    )
    title = models.TextField()
    on_date = models.DateField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation__isnull=True) ^ Q(neighbourhood__isnull=True),
                name="policy_meeting_of_one",
            )
        ]
        indexes = [models.Index(fields=["organisation"]), models.Index(fields=["neighbourhood"])]


class PolicyPoint(Row):
    """Something to speak about."""

    meeting = models.ForeignKey(PolicyMeeting, on_delete=models.PROTECT, related_name="points")
    title = models.TextField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()


class PolicyNote(Row):
    """What was said, decided, or is to be done by whom, under a point."""

    class Kind(models.TextChoices):
        SAID = "said", _("Besproken")
        DECISION = "decision", _("Besluit")
        ACTION = "action", _("Actie")

    point = models.ForeignKey(PolicyPoint, on_delete=models.PROTECT, related_name="notes")
    kind = models.TextField(choices=Kind)
    words = models.TextField()
    who = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
