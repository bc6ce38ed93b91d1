"""What is kept of programmes: their versions line by line, and which plan was begun with which."""

from django.db import models
from django.db.models import Q

from zorgverband.agreements.models import State
from zorgverband.base.repeating import Repeat
from zorgverband.base.rows import Row
from zorgverband.networks.models import Network
from zorgverband.organisations.models import Neighbourhood
from zorgverband.people.models import Person
from zorgverband.plan.models import Measure
from zorgverband.sharing.models import Item
from zorgverband.sharing.subjects import Subject

# An agreement that did not come about, or is over, may be proposed once more.
OVER = (State.DECLINED, State.DONE, State.FAILED, State.CANCELLED)


class Programme(Row):
    """A programme: the standard one that comes with the product, or the copy of a neighbourhood.
    Both have the same `code`."""

    code = models.TextField()
    neighbourhood = models.ForeignKey(
        Neighbourhood, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "neighbourhood"], nulls_distinct=False, name="programme_once"
            )
        ]


class ProgrammeVersion(Row):
    """One version: a draft until `published_at`, from then on never changed. `subject` is what it
    tells about a client that their plan began with it. `file` is the digest of the file a standard
    version came from."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="versions")
    number = models.SmallIntegerField()
    title = models.TextField()
    summary = models.TextField(blank=True, default="")
    subject = models.SmallIntegerField()
    review_weeks = models.SmallIntegerField(default=12)
    note = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="programme_version_number"
            ),
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(published_at__isnull=True),
                name="programme_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(subject__in=Subject.values), name="programme_subject_known"
            ),
            models.CheckConstraint(
                condition=Q(review_weeks__gte=1, review_weeks__lte=104),
                name="programme_review_weeks",
            ),
        ]


class ProgrammeLine(Row):
    """One line: a question to ask, a usual party, a goal or an agreement, with its own subject.

    `code` stays the same from version to version. `party` is who does it, by function
    (`parties.py`). An agreement is due after `due_days` (once) or repeats for `weeks`; a goal is due
    after `weeks`. `review_weeks`: when to see whether the agreement still fits. `goal` is the code of
    the goal it is for.
    """

    class Kind(models.TextChoices):
        QUESTION = "question", "vraag"
        PARTY = "party", "wie meedoet"
        GOAL = "goal", "doel"
        AGREEMENT = "agreement", "afspraak"

    version = models.ForeignKey(ProgrammeVersion, on_delete=models.CASCADE, related_name="lines")
    place = models.SmallIntegerField()
    kind = models.TextField(choices=Kind)
    code = models.TextField()
    words = models.TextField()
    more = models.TextField(blank=True, default="")
    domain = models.TextField(blank=True, default="")
    subject = models.SmallIntegerField()
    party = models.TextField(blank=True, default="")
    measure = models.TextField(choices=Measure, blank=True, default=Measure.NONE)
    unit = models.TextField(blank=True, default="")
    target = models.DecimalField(null=True, max_digits=9, decimal_places=2)
    repeat = models.TextField(choices=Repeat, default=Repeat.ONCE)
    due_days = models.SmallIntegerField(null=True)
    weeks = models.SmallIntegerField(null=True)
    checked_by = models.TextField(blank=True, default="")
    review_weeks = models.SmallIntegerField(null=True)
    goal = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "kind", "code"], name="programme_line_code"),
            models.CheckConstraint(
                condition=Q(kind__in=("question", "party", "goal", "agreement")),
                name="programme_line_kind",
            ),
            models.CheckConstraint(
                condition=Q(subject__in=Subject.values), name="programme_line_subject"
            ),
            models.CheckConstraint(
                condition=Q(measure__in=Measure.values), name="programme_line_measure"
            ),
            models.CheckConstraint(
                condition=Q(repeat__in=Repeat.values), name="programme_line_repeat"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=("party", "agreement")) | ~Q(party=""),
                name="programme_line_party",
            ),
        ]


class ProgrammeStart(models.Model):
    """That a plan was begun with this version of a programme. As readable as its item, a part of
    the plan under the subject of the programme."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="programme_start"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="+")


class ProgrammePick(models.Model):
    """That something in a plan came from a line of a programme. Read by who may read both the thing
    and that the plan began with the programme."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="programme_pick"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    start = models.ForeignKey(ProgrammeStart, on_delete=models.PROTECT, related_name="picks")
    line = models.ForeignKey(ProgrammeLine, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["network", "start"], name="programme_picked")]
