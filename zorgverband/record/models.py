"""What the record keeps besides the words: one row of structure for one item of `sharing`.

The words (title and text) stand in the item; a row here is as readable as its item, never more.
`about_id` repeats the item's, which never changes, so that a list is one scan of one index.
"""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .exact import ExactDecimalField

STILL = Q(replaced_at__isnull=True)


def lines(name: str, *fields: str) -> models.Index:
    """The index behind a list of one client: what was not replaced, in the order it is shown."""
    return models.Index(fields=["network", "about_id", *fields], name=name, condition=STILL)


class RecordRow(models.Model):
    """Structure of one item. `replaced_at` is set when a newer item took its place."""

    item: Any = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="%(class)s"
    )
    network: Any = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    name = models.TextField()
    code_system = models.TextField(blank=True, default="")
    code = models.TextField(blank=True, default="")
    changed_at = models.DateTimeField(null=True)
    changed_by: Any = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+"
    )
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Measurement(RecordRow):
    """A measured value, or several parts of one (blood pressure). `series` is the same for what
    stands in one line chart: the same code (or name) in the same unit."""

    series = models.UUIDField()
    value = ExactDecimalField(null=True)
    comparator = models.TextField(blank=True, default="")
    unit = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="", help_text="the value where it is not a number")
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    taken_at = models.DateTimeField()

    class Meta:
        indexes = [lines("measurement_series", "series", "-taken_at", "-item")]


class MeasurementPart(NetworkRow):
    """One part of a measurement, such as the systolic half of a blood pressure."""

    item: Any = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="parts")
    position = models.SmallIntegerField()
    name = models.TextField()
    code_system = models.TextField(blank=True, default="")
    code = models.TextField(blank=True, default="")
    value = ExactDecimalField(null=True)
    comparator = models.TextField(blank=True, default="")
    unit = models.TextField(blank=True, default="")
    text = models.TextField(blank=True, default="")
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "position"], name="part_once")]


class Medication(RecordRow):
    """A medicine somebody uses, used, or will use; dose and route in words."""

    class Status(models.TextChoices):
        ACTIVE = "active", "gebruikt nu"
        PLANNED = "planned", "nog niet begonnen"
        PAUSED = "paused", "tijdelijk gestopt"
        STOPPED = "stopped", "gestopt"
        UNKNOWN = "unknown", "onbekend"

    dose = models.TextField(blank=True, default="")
    route = models.TextField(blank=True, default="")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    status = models.TextField(choices=Status, default=Status.ACTIVE)

    class Meta:
        indexes = [lines("medication_lines", "status", "-item")]


class Allergy(RecordRow):
    """What somebody cannot stand, how bad it is and what happens; `name` is the substance."""

    class Status(models.TextChoices):
        ACTIVE = "active", "geldt nu"
        GONE = "gone", "voorbij"
        RULED_OUT = "ruled_out", "uitgesloten"
        NONE_KNOWN = "none_known", "geen bekend"

    class Criticality(models.TextChoices):
        HIGH = "high", _("ernstig")
        LOW = "low", _("niet ernstig")
        UNKNOWN = "", _("onbekend")

    criticality = models.TextField(choices=Criticality, blank=True, default="")
    reaction = models.TextField(blank=True, default="")
    status = models.TextField(choices=Status, default=Status.ACTIVE)

    class Meta:
        indexes = [lines("allergy_lines", "status", "-item")]


class Problem(RecordRow):
    """A complaint, illness or diagnosis, since when and until when."""

    class Status(models.TextChoices):
        ACTIVE = "active", "speelt nu"
        CLOSED = "closed", "voorbij"
        RULED_OUT = "ruled_out", "uitgesloten"

    since = models.DateField(null=True)
    until = models.DateField(null=True)
    status = models.TextField(choices=Status, default=Status.ACTIVE)

    class Meta:
        indexes = [lines("problem_lines", "status", "-item")]


class Examination(RecordRow):
    """An examination that is planned, or that was done; `by` is who does it, in words.

    `kind` is a key of `examination_kinds`, empty for what is none of them; `result` is the item
    with what came out; `again_because` is why it was planned although an earlier one was valid.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "gepland"
        DONE = "done", "gedaan"
        CANCELLED = "cancelled", "niet doorgegaan"

    state = models.TextField(choices=State)
    on_date = models.DateField(null=True)
    by = models.TextField(blank=True, default="")
    kind = models.TextField(blank=True, default="", db_default="")
    result: Any = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    again_because = models.TextField(blank=True, default="", db_default="")

    class Meta:
        indexes = [
            lines("examination_lines", "-on_date", "-item"),
            models.Index(
                fields=["network", "about_id", "kind", "-on_date"],
                name="examination_same",
                condition=STILL & ~Q(kind=""),
            ),
        ]


class ResultQuestion(models.Model):
    """That a member asks who decides to let them read an earlier examination of a kind, of which
    they know no more than that it is there. As readable as its item."""

    item: Any = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="result_question"
    )
    network: Any = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    kind = models.TextField()
    member: Any = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")


class Source(NetworkRow):
    """Where an item was taken over from: the resource as it came, one row for each version.

    `source_id` stays the same when the same resource comes again; `digest` changes with what it
    says. `raw` is its JSON with every number as the source wrote it.
    """

    item: Any = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="sources")
    version = models.SmallIntegerField()
    source_id = models.TextField()
    digest = models.TextField()
    resource_type = models.TextField()
    raw = models.TextField()
    updated = models.DateTimeField(null=True, help_text="meta.lastUpdated, where the source says")
    taken_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "version"], name="source_version")]
        indexes = [models.Index(fields=["network", "source_id"], name="source_again")]
