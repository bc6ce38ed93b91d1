"""What is kept of a request besides its header: about which item, who answers, until when, and how."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Act(models.TextChoices):
    """What is asked."""

    CORRECT = "correct", _("Verbeteren")
    REMOVE = "remove", _("Weghalen")
    RESTRICT = "restrict", _("Afschermen")


class State(models.TextChoices):
    """How a request stands. It is answered once."""

    OPEN = "open", _("Wacht op antwoord")
    GRANTED = "granted", _("Gedaan")
    REFUSED = "refused", _("Niet gedaan")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class Request(models.Model):
    """One request. What was asked stands in its item; term and answer here. `was_audience` and
    `was_allowed` are the readers a restricted item had, to give them back."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="request"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    of_item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="requests")
    act = models.TextField(choices=Act)
    answerer = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    extended_at = models.DateTimeField(null=True)
    extended_because = models.TextField(blank=True, default="")
    state = models.TextField(choices=State, default=State.OPEN)
    state_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    state_at = models.DateTimeField(null=True)
    ground = models.TextField(blank=True, default="")
    answer = models.TextField(blank=True, default="")
    restricted = models.BooleanField(default=False)
    was_audience = ArrayField(models.UUIDField(), null=True)
    was_allowed = ArrayField(models.UUIDField(), default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of_item", "act"],
                condition=models.Q(state="open"),
                name="request_open_once",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=State.values), name="request_state_known"
            ),
        ]
        indexes = [models.Index(fields=["network", "state", "due_on"], name="request_open")]
