"""What is kept of something a neighbour or volunteer passed on, and of personal links to do so."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Noticed(models.TextChoices):
    """What somebody noticed."""

    WORSE = "worse", _("Het gaat minder goed")
    FALL = "fall", _("Gevallen, of bijna")
    MOOD = "mood", _("Somber, bang of in de war")
    FOOD = "food", _("Eten en drinken")
    ALONE = "alone", _("Veel alleen")
    HOME = "home", _("Iets in huis")
    GOOD = "good", _("Iets moois")
    OTHER = "other", _("Iets anders")


class Since(models.TextChoices):
    """Since when it is so."""

    TODAY = "today", _("Vandaag")
    YESTERDAY = "yesterday", _("Gisteren")
    DAYS = "days", _("Een paar dagen")
    LONGER = "longer", _("Langer")


class ReadAs(models.TextChoices):
    """As what somebody read it; the only thing that goes back to who passed it on."""

    COORDINATOR = "coordinator", _("de coördinator")
    CONTROL = "control", _("degene die beslist")


class ReportLink(NetworkRow):
    """A personal link by which one member passes something on without signing in, until it expires or
    is ended. The word in it is kept as a hash only; it opens nothing to read."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    token_hash = models.TextField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="report_link_token_once")
        ]
        indexes = [models.Index(fields=["member"])]


class Report(models.Model):
    """Something that was noticed. The words stand in its item, read by who leads the network, by whom
    it is about, and by who wrote it. Nobody answers under it: nothing flows back but that it was read."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="report"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    noticed = models.TextField(choices=Noticed)
    since = models.TextField(choices=Since)
    link = models.ForeignKey(ReportLink, null=True, on_delete=models.PROTECT, related_name="+")
    read_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    read_as = models.TextField(choices=ReadAs, blank=True, default="")
    read_at = models.DateTimeField(null=True)
    remind_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(noticed__in=Noticed.values) & Q(since__in=Since.values),
                name="report_kind_known",
            )
        ]
        indexes = [
            models.Index(
                fields=["network", "remind_on"],
                condition=Q(read_at__isnull=True),
                name="report_unread",
            )
        ]
