"""What is kept of a plan besides the headers of its parts: what each is, and how goals go."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from zorgverband.base.repeating import Repeat
from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .kinds import AGREED, ALL, CYCLE, PRESENT, SAFE, SCORE


class PlanPart(models.Model):
    """One part of the plan: an item about one client or the household, with a subject of its own.

    The words stand in the item. A plan is the parts that have not ended; how it was at a moment is
    the parts of that moment. `value` is a score from 1 to 5, by the client or by somebody else, or
    how safe it is from 0 to 10; `review_on` is when this cycle is looked back upon. `who` must be
    there when the plan is talked about, and signs it when `signs`; help can be for a goal.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="plan_part"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    domain = models.TextField(blank=True, default="")
    said_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    quote = models.BooleanField(default=False)
    since = models.DateField(null=True)
    value = models.SmallIntegerField(null=True)
    by_client = models.BooleanField(default=False)
    review_on = models.DateField(null=True)
    who = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    signs = models.BooleanField(default=False)
    goal_id = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=SAFE) | Q(value__gte=0, value__lte=10), name="plan_safe_0_to_10"
            ),
            models.CheckConstraint(
                condition=Q(signs=False) | Q(kind=PRESENT, who__isnull=False),
                name="plan_signed_by_somebody",
            ),
            models.CheckConstraint(condition=Q(kind__in=ALL), name="plan_part_kind_known"),
            models.CheckConstraint(
                condition=~Q(kind=SCORE) | Q(value__gte=1, value__lte=5), name="plan_score_1_to_5"
            ),
            models.CheckConstraint(
                condition=Q(kind=CYCLE) | Q(review_on__isnull=True), name="plan_cycle_is_reviewed"
            ),
            models.CheckConstraint(
                condition=~Q(kind=AGREED) | Q(domain=""), name="plan_agreed_as_a_whole"
            ),
        ]
        indexes = [
            models.Index(
                fields=["network"], condition=Q(ended_at__isnull=True), name="plan_part_now"
            )
        ]


class Measure(models.TextChoices):
    """How one sees whether a goal comes nearer."""

    NONE = "", "geen"
    SCALE = "scale", "cijfer van 0 tot 10"
    NUMBER = "number", "getal"
    YES_NO = "yes_no", "ja of nee"


class Goal(models.Model):
    """What belongs to a part that is a goal: how it is measured, until when, how it ended.

    `attained` is goal attainment from -2 (much less than hoped) to +2 (much more).
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="plan_goal"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    measure = models.TextField(choices=Measure, blank=True, default=Measure.NONE)
    unit = models.TextField(blank=True, default="")
    target = models.DecimalField(null=True, max_digits=9, decimal_places=2)
    due_on = models.DateField(null=True)
    attained = models.SmallIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(attained__isnull=True) | Q(attained__gte=-2, attained__lte=2),
                name="plan_attained_between",
            ),
            models.CheckConstraint(
                condition=Q(measure__in=Measure.values), name="plan_measure_known"
            ),
        ]


class GoalStep(NetworkRow):
    """How a goal went at one moment: a number, words, or how much of it was attained so far (-2 to
    +2), when one looked back and went on. As readable as the goal."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(null=True, max_digits=9, decimal_places=2)
    words = models.TextField(blank=True, default="")
    attained = models.SmallIntegerField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(words="") | Q(attained__isnull=False),
                name="plan_step_says_something",
            ),
            models.CheckConstraint(
                condition=Q(attained__isnull=True) | Q(attained__gte=-2, attained__lte=2),
                name="plan_step_attained_between",
            ),
        ]
        indexes = [models.Index(fields=["network", "item", "at"], name="plan_step_at")]


class Signature(NetworkRow):
    """What somebody who was asked to sign said of the plan: yes, or seen and not agreed, because.
    Of the plan as it was at that moment; as readable as the part (`item`) in which they are asked.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    agrees = models.BooleanField()
    words = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(agrees=True) | ~Q(words=""), name="plan_not_agreed_because"
            )
        ]
        indexes = [models.Index(fields=["network", "item", "at"], name="plan_signed_at")]


class Suggested(models.TextChoices):
    """What the plan of another system can suggest."""

    DEED = "deed", "iets om af te spreken"
    PERSON = "person", "iemand om uit te nodigen"


class Suggestion(NetworkRow):
    """Something that stands in what was taken over, and that nobody here agreed to yet: a deed
    somebody can be asked to do, or a person who can be invited. As readable as its item.

    `what` is the deed or the name, `who` who does it or what they do, `moment` when, all in the
    words of the source. `key` stays the same when the same resource comes again. It ends when the
    source does not name it any more; it is closed by somebody here, or becomes an agreement.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Suggested)
    key = models.TextField()
    what = models.TextField()
    who = models.TextField(blank=True, default="")
    moment = models.TextField(blank=True, default="")
    function = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True)
    repeat = models.TextField(choices=Repeat, default=Repeat.ONCE)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    goal_id = models.UUIDField(null=True)
    agreement_id = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    place = models.SmallIntegerField(default=0, help_text="its order in the source")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Suggested.values), name="plan_suggestion_kind_known"
            ),
            models.UniqueConstraint(
                fields=["network", "item", "kind", "key"], name="plan_suggested_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["network"],
                condition=Q(agreement_id=None, closed_at=None, ended_at=None),
                name="plan_suggestion_open",
            )
        ]


class Belonging(NetworkRow):
    """That an item belongs to the plan another system made: a goal, a team, a request. It shows
    only to who may read both."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    whole = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "whole"], name="plan_belongs_once")
        ]
        indexes = [models.Index(fields=["network", "whole"], name="plan_whole")]
