"""What is kept of an agreement besides its header: who does it, when or how often, how it stands."""

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from zorgverband.base.repeating import FOREVER, Repeat
from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class State(models.TextChoices):
    """How an agreement stands. It binds only after whom it was asked of accepted it.

    Which follows on which stands in `moves.py`.
    """

    ASKED = "asked", "gevraagd"
    RECEIVED = "received", "gezien"
    ACCEPTED = "accepted", "afgesproken"
    DECLINED = "declined", "kan niet"
    RUNNING = "running", "loopt"
    ON_HOLD = "on_hold", "staat stil"
    DONE = "done", "klaar"
    FAILED = "failed", "niet gelukt"
    CANCELLED = "cancelled", "gaat niet door"


OPEN = (State.ASKED, State.RECEIVED, State.ACCEPTED, State.RUNNING, State.ON_HOLD)
MORNING = time(9)
# A reminder can be late, but nobody hides for longer than this that something was not done.
LATEST_REMINDER = 7


class Agreement(models.Model):
    """One thing one member does. The words stand in its item; who set the state and when, here.

    Once: until `due_on`. Repeating: on the days of the rule (`first_on`, `repeat`, `weekdays`,
    `last_on`), each ticked off by itself. `asked_of` answers the proposal, when that is not who
    does it: a counter-proposal goes back to who asked. `remind_days` counts from the day it is due
    (before: negative), `remind_at` is the clock on the wall.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="agreement"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    executor = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    instead_of = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="counters"
    )
    goal_id = models.UUIDField(null=True)
    checked_by = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True)
    first_on = models.DateField(null=True)
    last_on = models.DateField(default=FOREVER)
    repeat = models.TextField(choices=Repeat, default=Repeat.ONCE)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    remind_days = models.SmallIntegerField(default=0)
    remind_at = models.TimeField(default=MORNING)
    reminded_on = models.DateField(null=True)
    state = models.TextField(choices=State, default=State.ASKED)
    state_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    state_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="agreement_state_known"
            ),
            models.CheckConstraint(
                condition=Q(repeat="once") | Q(first_on__isnull=False, due_on__isnull=True),
                name="agreement_once_or_repeating",
            ),
            models.CheckConstraint(
                condition=Q(first_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="agreement_last_after_first",
            ),
            models.CheckConstraint(
                condition=Q(remind_days__gte=-31, remind_days__lte=LATEST_REMINDER),
                name="agreement_reminder_near",
            ),
        ]
        indexes = [
            models.Index(
                fields=["executor", "due_on"],
                condition=Q(state__in=OPEN),
                name="agreement_asked_of",
            ),
            models.Index(
                fields=["asked_of"],
                condition=Q(state__in=("asked", "received"), asked_of__isnull=False),
                name="agreement_answered_by",
            ),
            models.Index(fields=["network", "state", "due_on"], name="agreement_open"),
        ]


class AgreementChange(NetworkRow):
    """One change of how an agreement stands: kept for good, as readable as the agreement."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    was = models.TextField(choices=State, blank=True, default="")
    became = models.TextField(choices=State)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["network", "item", "at"], name="agreement_changed")]


class AgreementTick(NetworkRow):
    """That a repeating agreement was done on one of its days, by whom and when; once per day."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    on_date = models.DateField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "on_date"], name="agreement_tick_once"
            )
        ]
