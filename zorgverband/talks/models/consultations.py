"""What is kept of a question to somebody outside the network, which says nothing about anybody in it."""

from django.db import models
from django.db.models import Q

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class OutsideQuestion(NetworkRow):
    """A question of one professional to another outside, answered once behind a link in a mail.

    For who asked it alone. The link is kept as a hash; the address goes when it ends. `kept_as` is
    the message that was made of question and answer, in the words and for the readers its asker chose.
    """

    asker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asker_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    topic = models.TextField()
    body = models.TextField()
    email = models.TextField(blank=True, default="", help_text="emptied when it ends")
    token_hash = models.TextField()
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True, default="")
    answered_by = models.TextField(blank=True, default="")
    seen_at = models.DateTimeField(null=True)
    kept_as = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="outside_link_once"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="outside_answered_with_something",
            ),
        ]
        indexes = [
            models.Index(fields=["network", "asker", "-created_at"], name="outside_of_asker")
        ]
