"""What is kept of a meeting besides its header: its kind, who leads it, when and where, its stage."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.networks.models import Member, Network
from zorgverband.sharing.models import Item


class Kind(models.TextChoices):
    """What sort of meeting it is; a round goes by writing, each when it suits them."""

    MDO = "mdo", _("Overleg met iedereen die helpt")
    CLIENT = "client", _("Gesprek met u en uw naasten")
    PLAN = "plan", _("Overleg over het plan")
    ROUND = "round", _("Ronde op papier: ieder schrijft wanneer het uitkomt")


class State(models.TextChoices):
    """How a meeting stands. Which follows on which stands in `actions/stages.py` and in the lock."""

    PREPARING = "preparing", _("Nog geen datum")
    DATED = "dated", _("Datum staat vast")
    RUNNING = "running", _("Nu bezig")
    CLOSED = "closed", _("Geweest")
    CANCELLED = "cancelled", _("Gaat niet door")


COMING = (State.PREPARING, State.DATED, State.RUNNING)


class Meeting(models.Model):
    """One meeting about one client or a household. Why it is held stands in its item, which
    everybody who is invited reads; so nothing medical stands there.

    `starts_at` is empty until a date is chosen, `visit_id` is its place in the agenda (an item).
    `held_at` is when it really began. `next_id` is the meeting that follows on it.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="meeting"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=Kind, default=Kind.MDO)
    chair = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    secretary = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(null=True)
    minutes = models.SmallIntegerField(default=60)
    place = models.TextField(blank=True, default="")
    video = models.TextField(blank=True, default="")
    state = models.TextField(choices=State, default=State.PREPARING)
    visit_id = models.UUIDField(null=True)
    held_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    next_id = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="meeting_state_known"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="meeting_kind_known"),
            models.CheckConstraint(
                condition=Q(video="") | Q(video__startswith="https://"), name="meeting_video_safe"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=600), name="meeting_lasts"
            ),
            models.CheckConstraint(
                condition=~Q(state="dated") | Q(starts_at__isnull=False), name="meeting_dated"
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(closed_at__isnull=False), name="meeting_closed"
            ),
        ]
        indexes = [models.Index(fields=["network", "state", "starts_at"], name="meeting_coming")]
