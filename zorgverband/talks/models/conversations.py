"""What is kept of a conversation besides its header: its messages, and where each reader stopped."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from zorgverband.base.rows import NetworkRow, Row
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Conversation(models.Model):
    """A conversation, or a consultation of professionals, with what it is about in its item.

    `last_number` is the place of the newest message; who adds one locks this row first, so that
    messages stand in the order in which they are committed and nobody's mark passes one unseen.
    `source` is the item at which it began, `conclusion` the message in the news that it ended with.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="conversation"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    last_number = models.IntegerField(default=0)
    last_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    conclusion = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="conversation_closed_by_somebody",
            )
        ]
        indexes = [models.Index(fields=["network", "-last_at"], name="conversation_newest")]


class Message(NetworkRow):
    """One message in a conversation: it has the readers of the conversation, never more.

    `files` are attachments of the conversation's item; `mentioned` the persons it is meant for.
    Taken back, only the place stays.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="messages")
    number = models.IntegerField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    author_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    body = models.TextField()
    files = ArrayField(models.UUIDField(), default=list)
    mentioned = ArrayField(models.UUIDField(), default=list)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="message_place_once")
        ]


class ReadingMark(Row):
    """How far a person has read a conversation: the number of the last message they saw."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # No reference: what belongs to an item of who died is frozen, and reading on is not.
    item_id = models.UUIDField()
    seen = models.IntegerField()
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "item_id"], name="reading_mark_once")
        ]
