"""What is kept of what a meeting is about: points, notes, papers, and which point it is at now."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item

from .meeting import Meeting


class Origin(models.TextChoices):
    """Where a point comes from. The client's own points come first."""

    OWN = "own", _("Van u zelf")
    BOTTLENECK = "bottleneck", _("Wat aandacht vraagt")
    REVIEW = "review", _("Terugkijken op het plan")
    QUESTION = "question", _("Een vraag zonder antwoord")
    MEASUREMENT = "measurement", _("Nieuwe meting")
    FREE = "free", _("Ingebracht")


class Point(models.Model):
    """One point of the agenda: an item of its own, with its own about and subject, so that a
    medical point is not there for the social side. `place` sorts and is never shown: numbers are
    counted on what each reader sees. `source_id` is what it was made from (an item or bottleneck).
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="meeting_point"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    origin = models.TextField(choices=Origin, default=Origin.FREE)
    source_id = models.UUIDField(null=True)
    place = models.FloatField(default=0)
    minutes = models.SmallIntegerField(null=True)
    dropped_at = models.DateTimeField(null=True)
    dropped_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values), name="meeting_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1, minutes__lte=240),
                name="meeting_point_lasts",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "place"], name="meeting_points")]


class NoteKind(models.TextChoices):
    """What sort of note it is; SAID are the literal words of somebody, CORRECTION says after the
    meeting what was otherwise."""

    STRENGTH = "strength", _("Gaat goed")
    WORRY = "worry", _("Zorg")
    DECISION = "decision", _("Besluit")
    AGREEMENT = "agreement", _("Afspraak")
    ACTION = "action", _("Actie")
    PARKED = "parked", _("Voor later")
    SAID = "said", _("Iemand zei")
    CORRECTION = "correction", _("Verbetering")


# What is written in a meeting; a correction comes after.
WRITTEN = tuple(kind for kind in NoteKind if kind != NoteKind.CORRECTION)
BINDING = (NoteKind.DECISION, NoteKind.AGREEMENT, NoteKind.ACTION)


class Note(models.Model):
    """One note under a point: an item of its own, never read by more people than its point.
    `agreement_id` is the agreement (an item) that was made of it, `said_by` whose words they are."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="meeting_note"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=NoteKind)
    said_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    agreement_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=NoteKind.values), name="meeting_note_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="said") | Q(said_by__isnull=False),
                name="meeting_said_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["point"], name="meeting_notes")]


class Step(NetworkRow):
    """That the meeting came to a point (`item`) at a moment; only ever added to. The last one that
    somebody may read is, for them, where the meeting is now."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["meeting", "-at"], name="meeting_steps")]


class Paper(NetworkRow):
    """That a message, measurement or document (`item`) belongs to a point; shown to who reads both."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "item", "point"], name="meeting_paper_once")
        ]
        indexes = [models.Index(fields=["point"], name="meeting_papers")]
