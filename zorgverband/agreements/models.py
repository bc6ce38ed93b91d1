"""What is kept of an agreement besides its header: who does it, until when, and how it stands."""

from django.db import models

from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class State(models.TextChoices):
    """How an agreement stands. It binds only after its executor accepted it."""

    ASKED = "asked", "gevraagd"
    ACCEPTED = "accepted", "loopt"
    DECLINED = "declined", "kan niet"
    DONE = "done", "klaar"
    CANCELLED = "cancelled", "gaat niet door"


OPEN = (State.ASKED, State.ACCEPTED)


class Agreement(models.Model):
    """One thing one member does. The words stand in its item; who set the state and when, here."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="agreement"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    executor = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    state = models.TextField(choices=State, default=State.ASKED)
    state_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    state_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="agreement_state_known"
            )
        ]
        indexes = [
            models.Index(
                fields=["executor", "due_on"],
                condition=models.Q(state__in=OPEN),
                name="agreement_asked_of",
            ),
            models.Index(fields=["network", "state", "due_on"], name="agreement_open"),
        ]
