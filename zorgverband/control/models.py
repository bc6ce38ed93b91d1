"""What is kept of control besides the facts that decide (those stand in `networks`): what changed,
by whom and on what ground, and what somebody proposed for another to confirm."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member
from zorgverband.people.models import Person


class Change(NetworkRow):
    """One change of who decides about a client: kept for good, readable for everybody inside."""

    class What(models.TextChoices):
        SELF = "self", "beslist weer zelf"
        SUPPORTED = "supported", "krijgt hulp bij beslissen"
        REPRESENTED = "represented", "iemand anders beslist"
        INTERIM = "interim", "de coördinator beslist tijdelijk"
        STOPPED = "stopped", "vertegenwoordigt niet meer"
        AUTHORITY = "authority", "heeft gezag"
        NO_AUTHORITY = "no_authority", "heeft geen gezag meer"
        DIED = "died", "overleden"
        NOT_DIED = "not_died", "overlijden was een vergissing"
        KEPT = "kept", "blijft lezen"
        NOT_KEPT = "not_kept", "leest niet meer"

    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    what = models.TextField(choices=What)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    ground = models.TextField(blank=True, default="")
    until = models.DateTimeField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["network", "client", "-at"])]


class ChangeWords(NetworkRow):
    """What was typed as a reason, the document referred to, and the sentences shown before it was
    confirmed. A row of its own: it may tell what is medical, so the social side has no key."""

    change = models.OneToOneField(Change, on_delete=models.PROTECT, related_name="words")
    reason = models.TextField(blank=True, default="")
    document = models.TextField(blank=True, default="")
    shown = ArrayField(models.TextField(), default=list)


class Proposal(NetworkRow):
    """What somebody prepared for another to confirm: a kind and ids only, and to which document it
    refers; what it would change is worked out anew whenever it is looked at. `about` as on an item."""

    class Kind(models.TextChoices):
        PERMISSION = "permission", "wie mag lezen of schrijven"
        EXCEPTION = "exception", "wie één bericht mag lezen"
        EXCEPTION_ENDED = "exception_ended", "een bezwaar intrekken"
        AUDIENCE = "audience", "voor wie één bericht is"
        REPRESENT = "represent", "iemand anders laten beslissen"

    class State(models.TextChoices):
        OPEN = "open", "wacht op antwoord"
        ACCEPTED = "accepted", "ja"
        DECLINED = "declined", "nee"
        WITHDRAWN = "withdrawn", "ingetrokken"

    kind = models.TextField(choices=Kind)
    about_id = models.UUIDField()
    payload = models.JSONField()
    document = models.TextField(blank=True, default="")
    medical = models.BooleanField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    state = models.TextField(choices=State, default=State.OPEN)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["network", "state"])]


class Closing(NetworkRow):
    """That somebody closed the network, and maybe that it was opened again."""

    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()
    reopened_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network"],
                condition=models.Q(reopened_at__isnull=True),
                name="closing_once",
            )
        ]


class Answer(NetworkRow):
    """What one of those who must confirm said to a proposal."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "proposal", "member"], name="answer_once")
        ]
