"""What is kept of an invitation. It holds what was shown and agreed when it was made, so that what
happens on accepting cannot differ from it. Link and code are kept as hashes only."""

from django.db import models
from django.db.models import Q

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Side
from zorgverband.people.models import Organisation, Person


class Invitation(NetworkRow):
    """That somebody is asked to take part. A draft until it is confirmed; ended once."""

    class Ending(models.TextChoices):
        ACCEPTED = "accepted", "aangenomen"
        DECLINED = "declined", "doet niet mee"
        WITHDRAWN = "withdrawn", "ingetrokken"
        CODES = "codes", "te vaak een verkeerde code"
        REFUSED = "refused", "de cliënt wil dit niet"

    side = models.TextField(choices=Side)
    compartment = models.UUIDField(null=True, help_text="into which it lets in, and nowhere else")
    function = models.TextField()
    description = models.TextField(blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation_name = models.TextField(blank=True, default="")
    organisation_kind = models.TextField(blank=True, default="")
    known = models.BooleanField(default=False, help_text="known by nature, to the social side too")
    given_name = models.TextField()
    infix = models.TextField(blank=True, default="")
    family_name = models.TextField()
    email = models.TextField(blank=True, default="", help_text="emptied when it ends")
    permissions = models.JSONField(help_text="per subject what is given, with the wording shown")
    invited_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    put_at = models.DateTimeField(null=True, help_text="put before a client who gets help")
    prepared_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    token_hash = models.TextField(blank=True, default="")
    code_hash = models.TextField(blank=True, default="")
    attempts = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = models.TextField(choices=Ending, blank=True, default="")
    joined = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="invitation_token_once"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True)
                | ~Q(token_hash="") & ~Q(code_hash="") & Q(expires_at__isnull=False),
                name="invitation_confirmed_has_link_code_and_end",
            ),
        ]
        indexes = [models.Index(fields=["network", "created_at"])]
