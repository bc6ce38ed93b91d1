"""What is kept of who takes part in a meeting: asked, coming, there from when to when; and the poll."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member
from zorgverband.sharing.models import Item


class Answer(models.TextChoices):
    """Whether somebody comes."""

    UNKNOWN = "unknown", _("Nog geen antwoord")
    YES = "yes", _("Komt")
    NO = "no", _("Komt niet")


class Vote(models.TextChoices):
    """Whether a proposed moment suits somebody."""

    YES = "yes", _("Kan")
    MAYBE = "maybe", _("Als het moet")
    NO = "no", _("Kan niet")


class Participant(NetworkRow):
    """That a member is asked to a meeting (`item`), and what they answered. As readable as the
    meeting. `asked` is what they are asked to think about before, in words everybody invited reads;
    `ready_at` when they did. `confirmed_at`: who was not there, read what concerns them."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    must_be_there = models.BooleanField(default=False)
    answer = models.TextField(choices=Answer, default=Answer.UNKNOWN)
    answered_at = models.DateTimeField(null=True)
    asked = models.TextField(blank=True, default="")
    ready_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "member"], name="meeting_participant_once"
            ),
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="meeting_answer_known"
            ),
        ]
        indexes = [models.Index(fields=["member"], name="meeting_participant_of")]


class Presence(NetworkRow):
    """From when to when a member was at a meeting (`item`)."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
                name="meeting_present_until_after_from",
            ),
            models.UniqueConstraint(
                fields=["network", "item", "member"],
                condition=Q(until_at__isnull=True),
                name="meeting_present_once",
            ),
        ]
        indexes = [models.Index(fields=["network", "item", "from_at"], name="meeting_present")]


class PollOption(NetworkRow):
    """A moment that is proposed for a meeting (`item`)."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "starts_at"], name="meeting_option_once"
            )
        ]


class PollAnswer(NetworkRow):
    """Whether a proposed moment suits a member; the last answer counts. As readable as the meeting."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    option = models.ForeignKey(PollOption, on_delete=models.PROTECT, related_name="answers")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    vote = models.TextField(choices=Vote)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["option", "member"], name="meeting_vote_once"),
            models.CheckConstraint(condition=Q(vote__in=Vote.values), name="meeting_vote_known"),
        ]
        indexes = [models.Index(fields=["network", "item"], name="meeting_votes")]
