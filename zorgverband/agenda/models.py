"""What is kept of a visit besides its header: when by the clock on the wall, how it repeats, who."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.repeating import Repeat
from zorgverband.base.rows import NetworkRow
from zorgverband.networks.models import Member, Network
from zorgverband.people.models import Person
from zorgverband.sharing.models import Item


class Kind(models.TextChoices):
    """What stands in the agenda. Of MEDICINE the item is medical: the social side never learns of it."""

    VISIT = "visit", _("Bezoek")
    OUT = "out", _("Ergens naartoe")
    MEDICINE = "medicine", _("Medicijnen")
    RIDE = "ride", _("Vervoer")
    BUSY = "busy", _("Bezet")


class Transport(models.TextChoices):
    """How somebody gets where they go. NOBODY: that still has to be arranged."""

    NONE = "", _("Niet nodig")
    DRIVER = "driver", _("Iemand rijdt")
    TAXI = "taxi", _("Taxi")
    NOBODY = "nobody", _("Nog niemand")


class Part(models.TextChoices):
    """What somebody does at one time: come, go along, or drive."""

    COMES = "comes", _("komt")
    ALONG = "along", _("gaat mee")
    DRIVES = "drives", _("rijdt")


class Visit(models.Model):
    """One visit or one series of visits. Words (what it is for, in plain words) stand in its item.

    Times are those of the clock on the wall where the client lives: nine o'clock stays nine
    o'clock when summer time begins or ends. `last_on` is FOREVER for a series without an end. In a
    `window` somebody comes somewhere between the two times. `rota` are the members who take turns,
    in order; the first is also `who`. `busy` is what others see of a visit they do not see: that the
    time is taken. `goes_on_as`: where a series was cut in two, to be at another time or to pass to
    somebody else, its later half.
    """

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="visit"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    who = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    who_name = models.TextField(blank=True, default="")
    place = models.TextField(blank=True, default="")
    first_on = models.DateField()
    last_on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField(null=True)
    repeat = models.TextField(choices=Repeat, default=Repeat.ONCE)
    weekdays = ArrayField(models.SmallIntegerField(), default=list)
    kind = models.TextField(choices=Kind, default=Kind.VISIT, db_default=Kind.VISIT)
    window = models.BooleanField(default=False, db_default=False)
    along = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    along_name = models.TextField(blank=True, default="", db_default="")
    transport = models.TextField(
        choices=Transport, blank=True, default=Transport.NONE, db_default=Transport.NONE
    )
    driver = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    rota = ArrayField(models.UUIDField(), default=list, db_default=[])
    busy = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    stopped_from = models.DateField(null=True)
    stopped_reason = models.TextField(blank=True, default="")
    stopped_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    goes_on_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(who__isnull=False) | ~Q(who_name="") | Q(kind=Kind.BUSY),
                name="visit_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(window=False) | Q(ends__isnull=False), name="visit_window_ends"
            ),
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gt=F("starts")),
                name="visit_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="visit_last_after_first"
            ),
        ]
        indexes = [models.Index(fields=["network", "last_on"], name="visit_last_on")]


class VisitChange(NetworkRow):
    """What was different about one occurrence: moved, cancelled, or that somebody has been.

    `on_date` is the day the rule gave; the other times hold only when it was moved. `version`
    counts the changes, so that two people changing the same occurrence notice each other.
    """

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    on_date = models.DateField()
    moved_on = models.DateField(null=True)
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    cancelled = models.BooleanField(default=False)
    reason = models.TextField(blank=True, default="")
    changed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    been_at = models.DateTimeField(null=True)
    been_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    been_member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.SmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "on_date"], name="visit_change_once"
            ),
            models.CheckConstraint(
                condition=Q(moved_on__isnull=True) | Q(starts__isnull=False),
                name="visit_moved_to_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "moved_on"],
                condition=Q(moved_on__isnull=False),
                name="visit_moved_on",
            )
        ]


class VisitPurpose(models.Model):
    """What a visit is for, as an item of its own with a subject of its own: who reads that
    somebody comes does not thereby read why."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="visit_purpose"
    )
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="purposes")


class VisitTurn(NetworkRow):
    """Who does a part of one occurrence when it is not who the series says: a turn that was swapped,
    a ride somebody took upon them. One at a time; ended when given back or passed on."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    on_date = models.DateField()
    part = models.TextField(choices=Part)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "on_date", "part"],
                condition=Q(ended_at__isnull=True),
                name="visit_turn_once",
            )
        ]


class TurnAsked(NetworkRow):
    """That somebody asked another to take over one turn; with `instead_on`, for that turn of theirs.
    `accepted` is None until they answer."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    on_date = models.DateField()
    from_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    to_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    instead_on = models.DateField(null=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    accepted = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "item", "on_date"],
                condition=Q(accepted__isnull=True),
                name="turn_asked_once",
            )
        ]


class Feed(NetworkRow):
    """An address at which a calendar program reads the agenda of one network for one person.

    Kept as a hash; the page derives the address again (`feed_addresses.py`). It reads through `member`,
    the seat somebody had when it was made, and ends with that. With `titles`
    it says who comes too.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    titles = models.BooleanField(default=False)
    token_hash = models.TextField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token_hash"], name="feed_token_once")]
        indexes = [models.Index(fields=["network", "person"], name="feed_of")]
