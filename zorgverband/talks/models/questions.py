"""What is kept of a question besides its header: who is asked, how soon, how it stands."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Urgency(models.TextChoices):
    """How soon an answer is needed. What cannot wait for today's end is no question but a call."""

    TODAY = "today", _("Vandaag")
    THIS_WEEK = "this_week", _("Deze week")
    NO_HURRY = "no_hurry", _("Geen haast")


class State(models.TextChoices):
    """How a question stands. One that was passed on waits, like an open one."""

    OPEN = "open", _("Wacht op antwoord")
    PASSED = "passed", _("Doorgestuurd")
    ANSWERED = "answered", _("Beantwoord")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class AnswerKind(models.TextChoices):
    """What was answered: yes, no with a reason, call me, or only words."""

    YES = "yes", _("Akkoord")
    NO = "no", _("Nee")
    CALL = "call", _("Bel mij")
    WORDS = "words", _("Antwoord")


OPEN = (State.OPEN, State.PASSED)


class Question(models.Model):
    """One question to one member: a person, or a team whose people answer for it. The words stand in
    its item.

    With a `function` it was asked of whoever has it: when `to_member` has left, of who has it now.
    An answer is wanted by `due_at`; without one, who is asked is reminded once, at `remind_at`
    (`terms.py` says when that is). Out of which item it was asked stands in `sharing`: an origin.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="question"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    to_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    function = models.TextField(blank=True, default="")
    urgency = models.TextField(choices=Urgency)
    due_at = models.DateTimeField()
    remind_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    state = models.TextField(choices=State, default=State.OPEN)
    state_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state_at = models.DateTimeField()
    answer_kind = models.TextField(choices=AnswerKind, blank=True, default="")
    answer = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="question_state_known"
            ),
            models.CheckConstraint(
                condition=Q(urgency__in=Urgency.values), name="question_urgency_known"
            ),
            models.CheckConstraint(
                condition=Q(state="answered", answer_kind__in=AnswerKind.values)
                | ~Q(state="answered") & Q(answer_kind="", answer=""),
                name="question_answered_with_something",
            ),
            models.CheckConstraint(
                condition=~Q(answer_kind__in=("no", "words")) | ~Q(answer=""),
                name="question_no_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_member", "due_at"],
                condition=Q(state__in=OPEN),
                name="question_asked_of",
            ),
            models.Index(
                fields=["remind_at"],
                condition=Q(state__in=OPEN, reminded_at=None),
                name="question_to_remind",
            ),
            models.Index(fields=["network", "state", "due_at"], name="question_open"),
        ]


class QuestionMove(NetworkRow):
    """One change of how a question stands, kept for good: who did it, and to whom it was passed on."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    became = models.TextField(choices=State)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    to_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["network", "item", "at"], name="question_moved")]
