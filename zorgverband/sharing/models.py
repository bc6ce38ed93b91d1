"""What is kept of items and of the permissions that open them. The rule itself is in `privacy`."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from zorgverband.base.rows import NetworkRow, Row
from zorgverband.networks.models import Member
from zorgverband.people.models import Person

from .subjects import LAST_MEDICAL, Subject


class Permission(NetworkRow):
    """What one member may read and write about one client, carer or household, per subject."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="permissions")
    about_id = models.UUIDField()
    subject = models.SmallIntegerField(choices=Subject)
    can_read = models.BooleanField(default=False)
    can_write = models.BooleanField(default=False)
    since = models.DateTimeField()
    past = models.BooleanField(default=False)
    ground = models.TextField(default="default")
    wording = models.TextField(blank=True, default="")
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "about_id", "subject"], name="permission_once"
            )
        ]
        indexes = [models.Index(fields=["network", "about_id"])]


class Compartment(NetworkRow):
    """A safety compartment: a suspicion about one client only the named members know of."""

    about_id = models.UUIDField(null=True)
    title = models.TextField(blank=True, default="", db_default="")
    created_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closing = models.TextField(blank=True, default="", db_default="")


class CompartmentMember(NetworkRow):
    """That a member is named in a compartment."""

    compartment = models.ForeignKey(Compartment, on_delete=models.PROTECT, related_name="named")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="compartments")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["compartment", "member"], name="named_once")]
        indexes = [models.Index(fields=["member"])]


class Emergency(NetworkRow):
    """Emergency access of a care member to a client's medical items: at most 60 minutes; and what
    a second person thought of it afterwards."""

    class Judgement(models.TextChoices):
        RIGHT = "right", _("Het was terecht")
        WRONG = "wrong", _("Het was niet terecht")
        ASKED = "asked", _("Ik heb er een vraag over gesteld")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="emergencies")
    client = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    judgement = models.TextField(choices=Judgement, blank=True, default="", db_default="")
    remark = models.TextField(blank=True, default="", db_default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__lte=models.F("starts_at") + timedelta(minutes=60)),
                name="emergency_at_most_60_minutes",
            )
        ]
        indexes = [models.Index(fields=["member"])]


class Item(NetworkRow):
    """Header and words of anything shared. The one real lock lies on this table; what a room
    keeps besides (a dose, a time) is a row that belongs to a header and is as readable as it."""

    # Its indexes all begin with the network; one on the network alone would only tempt the planner.
    network = models.ForeignKey(
        "networks.Network", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about_id = models.UUIDField()
    subject = models.SmallIntegerField(choices=Subject)
    kind = models.TextField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    author_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    happened_at = models.DateTimeField()
    audience = ArrayField(models.UUIDField(), null=True)
    circle = models.TextField(default="everyone")
    denied = ArrayField(models.UUIDField(), default=list)
    allowed = ArrayField(models.UUIDField(), default=list)
    compartment_id = models.UUIDField(null=True)
    title = models.TextField(blank=True, default="")
    body = models.TextField(blank=True, default="")
    in_news = models.BooleanField(default=True)
    version = models.SmallIntegerField(default=1)
    edited_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    taken_over_from = models.TextField(blank=True, default="")
    source = models.TextField(blank=True, default="")
    search = models.GeneratedField(
        expression=models.Func(
            "network",
            "about_id",
            "subject",
            "author",
            "allowed",
            "compartment_id",
            "title",
            "body",
            function="item_search",
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(subject__gt=LAST_MEDICAL) | ~Q(about_id=models.F("network_id")),
                name="item_medical_is_about_one_client",
            ),
            models.UniqueConstraint(
                fields=["network", "about_id", "subject", "source"],
                condition=~Q(source=""),
                name="item_source_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["network", "in_news", "-happened_at", "-id"], name="item_happened"
            ),
            models.Index(
                fields=["network", "in_news", "-happened_at", "-id"],
                condition=Q(subject__gt=LAST_MEDICAL),
                name="item_happened_social",
            ),
            models.Index(fields=["network", "subject", "-happened_at"], name="item_subject"),
            models.Index(fields=["network", "kind", "-happened_at"], name="item_kind"),
            models.Index(fields=["network", "created_at"], name="item_created"),
            # Ways along which `privacy/locks/reading.sql` looks for the little somebody may read
            # in a large dossier.
            models.Index(
                fields=["network", "about_id", "subject", "-happened_at", "-id"],
                condition=Q(in_news=True),
                name="item_about",
            ),
            models.Index(
                fields=["network", "about_id", "subject", "created_at"],
                condition=Q(in_news=True, happened_at__lt=models.F("created_at")),
                name="item_backdated",
            ),
            models.Index(
                fields=["network", "author", "subject", "-happened_at", "-id"],
                condition=Q(in_news=True),
                name="item_author",
            ),
            models.Index(
                fields=["network", "-happened_at", "-id"],
                condition=Q(in_news=True) & (~Q(allowed=[]) | Q(compartment_id__isnull=False)),
                name="item_own_readers",
            ),
            GinIndex(fields=["search"], name="item_search"),
        ]


class Origin(models.Model):
    """Out of which other item an item was made: a note out of a question, an advice out of a message.
    Known to who may read both."""

    item = models.OneToOneField(
        Item, primary_key=True, on_delete=models.PROTECT, related_name="origin"
    )
    network = models.ForeignKey("networks.Network", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="made")


class Reply(NetworkRow):
    """An answer under an item: it has the readers of the item, never more."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="replies")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    author_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    body = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["item", "created_at"])]


class Version(NetworkRow):
    """How an item read before it was changed, and who changed it."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="versions")
    number = models.SmallIntegerField()
    title = models.TextField(blank=True, default="")
    body = models.TextField(blank=True, default="")
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="version_once")]


class Attachment(NetworkRow):
    """A photo or file that belongs to an item. The bytes lie in storage under a random name. `shows`:
    in words what there is to see, for who cannot see it."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="attachments")
    name = models.TextField()
    content_type = models.TextField()
    size = models.IntegerField()
    stored_as = models.TextField()
    thumbnail = models.TextField(blank=True, default="")
    shows = models.TextField(blank=True, default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["item"])]


class ReadMark(Row):
    """Until when a person has seen the news of a network."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    network_id = models.UUIDField()
    seen_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "network_id"], name="read_mark_once")
        ]


class Change(NetworkRow):
    """One change in who reads or writes what: what, for whom, by whom, when and on what ground.
    Only ever added to. `subject` is the medical one of two, when an item was moved."""

    class Kind(models.TextChoices):
        PERMISSION = "permission", "lezen of schrijven"
        OBJECTION = "objection", "bezwaar"
        OBJECTION_ENDED = "objection_ended", "bezwaar ingetrokken"
        SHARED = "shared", "wel gedeeld"
        SHARED_ENDED = "shared_ended", "niet meer apart gedeeld"
        AUDIENCE = "audience", "andere lezers"
        MOVED = "moved", "ander onderwerp"

    kind = models.TextField(choices=Kind)
    about_id = models.UUIDField()
    subject = models.SmallIntegerField(choices=Subject)
    member = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ground = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["network", "-at"]), models.Index(fields=["item"])]


class ChangeWords(NetworkRow):
    """The words that were shown when a change was confirmed; for who decides alone, because they
    tell of others."""

    change = models.OneToOneField(Change, on_delete=models.PROTECT, related_name="words")
    words = models.TextField()
