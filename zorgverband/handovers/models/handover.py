"""What is kept of a handover besides its items: from whom, to whom, how far; its sections, the lines
that are taken over one by one, and what was asked back."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class HandoverKind(models.TextChoices):
    """What is handed over, which decides the sections (`sections.py`)."""

    CARE = "care", _("Zorg van een zorgverlener of organisatie")
    COORDINATOR = "coordinator", _("Het werk van de coördinator")
    CARER = "carer", _("Wat een mantelzorger doet")
    SUPPORT = "support", _("Hulp van gemeente, welzijn of school")


class Ending(models.TextChoices):
    """What ends for the leaver at the moment the receiver takes it over, and not before."""

    LEAVE = "leave", _("Ik stop: ik doe dan niet meer mee en lees niets meer")
    READING = "reading", _("Ik blijf meedoen, maar lees en schrijf dan niets meer")
    NOTHING = "nothing", _("Ik blijf meedoen zoals nu")


class HandoverState(models.TextChoices):
    """How far a handover is."""

    ANNOUNCED = "announced", _("Aangekondigd")
    SENT = "sent", _("Verstuurd")
    RECEIVED = "received", _("Overgenomen")
    REFUSED = "refused", _("Niet overgenomen")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class Stated(models.TextChoices):
    """What was said of a section: never just empty."""

    FILLED = "filled", _("Ingevuld")
    NOT_APPLICABLE = "not_applicable", _("Niet van toepassing")
    UNKNOWN = "unknown", _("Onbekend")


class LineKind(models.TextChoices):
    """What a line hands over: an agreement, a visit (both as they stand), a role, or a task."""

    AGREEMENT = "agreement", _("Afspraak")
    VISIT = "visit", _("Bezoek")
    ROLE = "role", _("Rol")
    TASK = "task", _("Taak")


class LineState(models.TextChoices):
    """Whether whom a line was given to takes it over."""

    ANNOUNCED = "announced", _("Wacht op antwoord")
    ACCEPTED = "accepted", _("Wordt overgenomen")
    REFUSED = "refused", _("Niet overgenomen")


RUNNING = (HandoverState.ANNOUNCED, HandoverState.SENT)


class Handover(models.Model):
    """One handover. Words (what for) stand in its item; `to_member` is null while whoever takes over
    does not take part yet (`to_name`). It begins when its item was made."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="handover"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    kind = models.TextField(choices=HandoverKind)
    from_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    to_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    to_name = models.TextField(blank=True, default="")
    ends = models.TextField(choices=Ending, default=Ending.LEAVE)
    planned_on = models.DateField(null=True)
    state = models.TextField(choices=HandoverState, default=HandoverState.ANNOUNCED)
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to_member__isnull=True) | ~Q(to_member=F("from_member")),
                name="handover_to_another",
            ),
            models.CheckConstraint(
                condition=Q(state="announced") | Q(to_member__isnull=False) | Q(state="withdrawn"),
                name="handover_sent_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=RUNNING) ^ Q(closed_at__isnull=False),
                name="handover_closed_when_over",
            ),
        ]
        indexes = [models.Index(fields=["network", "about_id"], name="handover_about")]


class HandoverSection(models.Model):
    """One section as it was stated, in an item of its own with its own subject. Who may not change the
    words of a colleague states it anew: of one code the newest counts."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="handover_section"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="sections")
    code = models.TextField()
    state = models.TextField(choices=Stated)

    class Meta:
        indexes = [models.Index(fields=["network", "handover"], name="handover_sections")]


class HandoverLine(NetworkRow):
    """One thing that is taken over. `item` is the agreement or visit itself, else an item of its own:
    the line is as readable as that, besides the handover."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="lines")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=LineKind)
    role = models.TextField(blank=True, default="")
    to_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.TextField(choices=LineState, default=LineState.ANNOUNCED)
    given_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "handover", "item"], name="handover_line_once"
            ),
            models.CheckConstraint(
                condition=Q(state="announced") ^ Q(answered_at__isnull=False),
                name="handover_line_answered_at",
            ),
        ]


class HandoverQuestion(NetworkRow):
    """Something asked back about a section or a line, and the answer: as readable as that item."""

    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="questions")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="handover_question_answered",
            )
        ]
