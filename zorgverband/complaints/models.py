"""What is kept of a question or complaint besides its header: whom it is about, who handles it, its
terms and how it ended; and what who handles it may read for as long as it runs."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Kind(models.TextChoices):
    """What it is; both get a receipt, a term and somebody who handles it."""

    QUESTION = "question", _("Vraag")
    COMPLAINT = "complaint", _("Klacht")


class Complaint(models.Model):
    """One question or complaint. What was said stands in its item and in the replies under it, so who
    reads it is decided by the rule: who wrote it, who handles it, and whom it is about by line 4.

    `against` is the member it is about; nobody: the cooperation as a whole. It runs until `ends_at`,
    a date that is compared when somebody looks, so that nothing has to happen for it to end.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="complaint"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind)
    against = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    handler = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    receipt_by = models.DateField()
    received_at = models.DateTimeField(null=True)
    answer_by = models.DateField()
    extended_at = models.DateTimeField(null=True)
    extended_because = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True, default="")
    satisfied = models.BooleanField(null=True)
    ends_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="complaint_kind_known"),
            models.CheckConstraint(
                condition=Q(against__isnull=True) | ~Q(against=F("handler")),
                name="complaint_handled_by_another",
            ),
        ]
        indexes = [models.Index(fields=["network", "answer_by"], name="complaint_term")]


class Insight(NetworkRow):
    """That who handles a complaint may read these subjects about one client, carer or household for as
    long as the complaint runs: what was written from `reads_from`, everything when that is empty.

    Given by who decides on that, with the words that were shown. Never through the wall: the key ring
    leaves out what is medical for the social side.
    """

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="insights")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    about_id = models.UUIDField()
    subjects = ArrayField(models.SmallIntegerField())
    reads_from = models.DateTimeField(null=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    wording = models.TextField(blank=True, default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["member"]), models.Index(fields=["complaint"])]
